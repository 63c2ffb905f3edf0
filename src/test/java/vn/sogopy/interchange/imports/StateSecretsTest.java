package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Of a document with a degree of secrecy only its arrival is stored, whatever the way in. */
@QuarkusTest
class StateSecretsTest {
  private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private TestPlan plan;
  private TestLetter stub;

  @BeforeEach
  void stub() {
    plan = TestPlan.open();
    stub =
        TestLetter.send(plan, Key.SGTVT, with(TestLetter.letter("12/SGTVT-M"), "classified", true));
  }

  @Test
  void stubTakesNoFilesAndComments() {
    for (Key key : List.of(Key.SGTVT, Key.COORDINATOR)) {
      TestForm.as(key)
          .body(TestForm.of(TestForm.part("file", "a.pdf", PDF)))
          .post(stub.path() + "/attachments")
          .then()
          .spec(problem(409, "letter-classified"));
      stub.patch(key, json("subject", "Nội dung")).spec(badField("/subject", "classified"));
    }
    Api.as(Key.SGTVT)
        .body(json("content", "x", "letter", json("number", "12/SGTVT-M", "date", "2021-08-24")))
        .post(plan.comments())
        .then()
        .spec(badField("/letter", "classified"));
    Api.as(Key.SGTVT)
        .body(json("text", "1. Đề nghị bổ sung\n2. Đề nghị rà soát"))
        .post(stub.path() + "/proposed-parts")
        .then()
        .spec(problem(409, "letter-classified"));
    assertThat(plan.count()).isZero();
    stub.get()
        .body("commentCount", equalTo(0))
        .body("subject", equalTo("Văn bản mật, lưu hồ sơ riêng"));
  }

  /** A letter that has content cannot be classified later: its words are stored already. */
  @Test
  void letterWithContentCannotBecomeAStub() {
    TestLetter open = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("13/SGTVT", "Nội dung"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("classified", true))
        .patch(open.path())
        .then()
        .spec(badField("/classified", "unknown-field"));
  }

  @Test
  void importIntoAStubIsRefused() {
    Imports imports = new Imports(plan);
    imports
        .csv(
            "Cơ quan góp ý;Số văn bản;Ngày;Nội dung góp ý\n"
                + "Sở Giao thông vận tải;12/SGTVT-M;24/8/2021;Nội dung mật\n")
        .statusCode(422)
        .body("report.rows[0].errors.code", hasItem("classified"));
    imports
        .ndjson(
            "{\"organization\":\"sgtvt\",\"content\":\"x\",\"letter\":{\"number\":\"12/SGTVT-M\",\"date\":\"2021-08-24\"}}\n")
        .statusCode(422)
        .body("report.rows[0].errors.code", hasItem("classified"));
    assertThat(plan.count()).isZero();
  }

  /** The column is unknown to the import, but is not ignored. */
  @ParameterizedTest
  @ValueSource(strings = {"Độ mật", "MỨC ĐỘ MẬT", "Mật"})
  void rowWithSecrecyMarkIsRefused(String heading) {
    new Imports(plan)
        .csv(
            "Cơ quan góp ý;Nội dung góp ý;"
                + heading
                + "\nsgtvt;Một;\nsgtvt;Hai;Mật\nsgtvt;Ba;Thường\nsgtvt;Bốn;Tối mật\n",
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.row", equalTo(List.of(3, 5)))
        .body("rows[0].errors[0].code", equalTo("classified"))
        .body("rows[0].errors[0].column", equalTo(heading))
        .body("rows[1].errors[0].value", equalTo("Tối mật"));
  }

  @Test
  void templatesWarn() throws IOException {
    for (String path : List.of("/comment-imports/template", "/worklist")) {
      byte[] book =
          Api.as(Key.COORDINATOR)
              .get(plan.draftPath(1) + path)
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      List<String> words = new ArrayList<>();
      try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book))) {
        read.getSheet("Hướng dẫn").forEach(row -> row.forEach(cell -> words.add(cell.toString())));
      }
      assertThat(words)
          .as(path)
          .anyMatch(
              line -> line.startsWith("Không nhập, không tải lên tài liệu, nội dung thuộc bí mật"));
    }
  }

  /** Every operation that takes words or files of a letter, a comment or an answer. */
  @Test
  void descriptionWarns() throws IOException {
    JsonNode api = new ObjectMapper(new YAMLFactory()).readTree(new File("openapi.yaml"));
    Set<String> words = Set.of("content", "text", "response", "reply", "subject", "parts", "note");
    List<String> warned = new ArrayList<>();
    for (JsonNode path : api.path("paths")) {
      for (JsonNode operation : path) {
        boolean takes = false;
        for (var body : operation.at("/requestBody/content").properties()) {
          JsonNode schema = body.getValue().path("schema");
          JsonNode known = api.at(schema.path("$ref").asText().replaceFirst("^#", ""));
          takes |= !body.getKey().contains("json");
          for (String field : words) {
            takes |= known.path("properties").has(field);
          }
        }
        String name = operation.path("operationId").asText();
        // A note on an edition, an outline and a list of keys hold nothing of a document.
        if (takes && !Set.of("sealEdition", "replaceSections", "createApiKey").contains(name)) {
          warned.add(name);
          assertThat(operation.path("description").asText())
              .as(name)
              .contains("bí mật nhà nước", "state secret", " · ");
        }
      }
    }
    assertThat(warned)
        .contains(
            "createLetter", "attachFile", "importComments", "createComment", "importWorklist");
  }
}
