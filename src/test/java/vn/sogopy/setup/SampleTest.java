package vn.sogopy.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The contents of the Bắc Kạn sample. */
@QuarkusTest
class SampleTest {
  private static final String PLAN = "/plans/bac-kan-2021-2030";

  @Inject DataSource source;
  @Inject DataDirectory directory;

  @Test
  void planIsMarkedAsSample() {
    Api.as(Key.VIEWER)
        .get(PLAN)
        .then()
        .body("sample", equalTo(true))
        .body("letterhead.province", equalTo("Bắc Kạn"));
    Api.as(Key.VIEWER)
        .get(PLAN + "/drafts")
        .then()
        .body("items.status", equalTo(List.of("CLOSED", "OPEN", "PREPARING")));
  }

  private static int count(String query) {
    return Api.as(Key.COORDINATOR)
        .get(PLAN + "/comments?limit=1&count=true" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }

  @Test
  void numberOfComments() {
    assertThat(count("")).isGreaterThanOrEqualTo(110);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = "SPLIT",
      mode = EnumSource.Mode.EXCLUDE) // the sample has no split comments
  void inEveryState(Status status) {
    assertThat(count("&status=" + status)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Result.class)
  void withEveryResult(Result result) {
    assertThat(count("&result=" + result)).isPositive();
  }

  @Test
  void acceptedAnswersOfDraftTwoHavePlaces() {
    Api.as(Key.COORDINATOR)
        .get(PLAN + "/drafts/2/comments?revisionOpen=true")
        .then()
        .body("items.size()", equalTo(0));
    assertThat(count("&result=ACCEPTED")).isPositive();
  }

  @Test
  void lettersOfTheReadmeAreUnused() {
    List<String> taken =
        Sql.of(
                "select l.number from letter l join draft d on d.id = l.draft_id join plan p on p.id = d.plan_id"
                    + " where p.sample and d.number = 2 and l.number_key in ('642/SXD-QHKT', '510/SGTVT-KCHT')"
                    + " and l.created_at < (select min(created_at) from api_key)")
            .list(source, row -> row.getString(1));
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(ints = {1, 2, 3})
  void everyDraftHasTheWholeOutline(int draft) {
    List<String> codes =
        Api.as(Key.VIEWER).get(PLAN + "/drafts/" + draft + "/sections").path("items.code");
    assertThat(codes)
        .startsWith("BCTH", "MĐ", "MĐ.1")
        .contains("BCTT", "ĐMC", "BĐ", "BĐ.2", "DTQĐ", "I.4.7", "V.1", "VIII.2.8", "XI.5", "PL")
        .hasSizeGreaterThan(90)
        .doesNotHaveDuplicates();
  }

  @Test
  void everySectionHasItsLineageThroughTheDrafts() {
    int lineages =
        Sql.of(
                "select count(*) from (select s.lineage_id from section s join draft d on d.id = s.draft_id"
                    + " join plan p on p.id = d.plan_id where p.sample group by s.lineage_id, s.code_key"
                    + " having count(*) = 3) l")
            .first(source, row -> row.getInt(1))
            .orElseThrow();
    List<String> codes = Api.as(Key.VIEWER).get(PLAN + "/drafts/1/sections").path("items.code");
    assertThat(lineages).isEqualTo(codes.size());
  }

  @Test
  void historiesAreComplete() {
    int broken =
        Sql.of(
                "select count(*) from comment c join plan p on p.id = c.plan_id where p.sample and ("
                    + "(select h.action from comment_history h where h.comment_id = c.id order by h.id limit 1) <> 'RECEIVED'"
                    + " or (select h.to_status from comment_history h where h.comment_id = c.id order by h.id desc limit 1) <> c.status"
                    + " or (select count(*) from comment_history h where h.comment_id = c.id) <> c.version + 1)")
            .first(source, row -> row.getInt(1))
            .orElseThrow();
    assertThat(broken).isZero();
  }

  @Test
  void keyFileIsPrivate() throws Exception {
    var file = directory.path().resolve("sample-keys.env");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith("SOGOPY_KEY_")))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "ADMIN, ADMIN, Quản trị viên (mẫu)",
    "COORDINATOR, COORDINATOR, Chuyên viên điều phối (mẫu)",
    "EXPERT, CONSULTANT, Chuyên gia giao thông (tư vấn)",
    "LEADER, VIEWER, Lãnh đạo UBND tỉnh (mẫu)",
    "SUBMITTER, SUBMITTER, Văn thư Sở Giao thông vận tải (mẫu)",
  })
  void everyPersonHasACode(String variable, String role, String name) {
    String code = Key.secret("SOGOPY_CODE_" + variable);
    Api.as(code).get("/me").then().body("role", equalTo(role)).body("name", equalTo(name));
    Api.as(Key.ADMIN)
        .get("/api-keys?limit=20")
        .then()
        .body("items.find { it.name == '" + name + "' }.person", equalTo(true));
  }

  /** The code of the expert opens the comments that the sample assigns to this name. */
  @Test
  void theExpertHasComments() {
    assertThat(count("&assignee=Chuyên gia giao thông (tư vấn)")).isPositive();
  }
}
