package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** A round trip through LibreOffice: opened, saved, filled in, reordered, saved again, imported. */
@QuarkusTest
class WorklistLibreOfficeTest {
  private static final int WAIT_SECONDS = 120;

  @TempDir Path folder;

  @BeforeEach
  void office() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
    assumeTrue(there, "needs LibreOffice (soffice), which is not installed here");
  }

  /** Opens the workbook in LibreOffice and saves it. */
  private SheetFile saved(SheetFile file) throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("list.xlsx"), file.bytes());
    Path out = folder.resolve("saved");
    Path log = folder.resolve("log");
    Process office =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString(),
                in.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(office.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      office.destroyForcibly();
    }
    assertThat(out.resolve("list.xlsx")).as(Files.readString(log)).exists();
    return new SheetFile(Files.readAllBytes(out.resolve("list.xlsx")));
  }

  @Test
  void libreOfficeKeepsTheList() throws Exception {
    TestPlan plan = TestPlan.open();
    Worklists lists = Worklists.of(plan);
    plan.patchDraft(1, json("answerDueOn", "2021-09-15"));
    TestComment one =
        plan.comment(
            Key.SGTVT,
            json(
                "letter", json("number", "510/SGTVT-KCHT", "date", "2021-08-24"),
                "section", "V.1",
                "locator", json("page", 45, "quote", "  a\tb  "),
                "content", "Một\n\n- gạch đầu dòng,\tcách  rộng\n=1+1 <&> \"nháy\" 'nháy' _x0041_",
                "proposal", "=1+1"));
    one.answer(
        json(
            "result", "ACCEPTED",
            "response", "'+ Đã sửa\n@ x",
            "revision", json("page", 48, "note", "-1.50")));
    TestComment two = plan.comment("Hai");
    TestComment three = plan.comment("Ba");

    SheetFile saved = saved(lists.out(Key.COORDINATOR));

    lists
        .in(Key.COORDINATOR, saved)
        .statusCode(200)
        .body("unchanged", equalTo(3))
        .body("rows", empty());
    assertThat(List.of(0, 1, 2)).allMatch(saved.sheet()::isColumnHidden);
    assertThat(saved.sheet().getPaneInformation().isFreezePane()).isTrue();
    assertThat(saved.sheet().getDataValidations()).hasSize(4);
    assertThat(saved.sheet().getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:AC4");

    saved.answer("Hai", "Ghi nhận", "Đã ghi nhận").set("Hai", "Đã xong", "x");
    saved.set("Ba", "Phân công", "Chuyên gia A").set("Ba", "Cơ quan", "Khác");
    SheetFile again = saved(saved.turnedRound());

    lists
        .in(Key.COORDINATOR, again)
        .statusCode(200)
        .body("updated", equalTo(2))
        .body("unchanged", equalTo(1))
        .body("rows.size()", equalTo(1))
        .body("rows[0].errors[0].code", equalTo("read-only-column"));
    two.get().body("status", equalTo("ANSWERED")).body("answer.response", equalTo("Đã ghi nhận"));
    three.get().body("assignee", equalTo("Chuyên gia A"));
    one.get().body("answer.response", equalTo("'+ Đã sửa\n@ x"));
  }
}
