package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.consultation.Merger;
import vn.sogopy.interchange.worklist.SheetFile;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Every operation of the contract that changes something leaves an audit entry. */
@QuarkusTest
class EveryChangeTest {
  /** POSTs that only read, and the removal of the sample, which SampleRemovalTest covers. */
  private static final Set<String> ELSEWHERE =
      Set.of("verifyFile", "previewLetter", "proposeParts", "removeSampleData");

  private static final String PDF = "%PDF-1.4\n%%EOF";

  private final Map<String, String> done = new LinkedHashMap<>();
  private TestPlan plan;
  private String draft;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    draft = plan.draftPath(1);
  }

  /** Sends one request and expects one audit entry of this operation. */
  private Response does(String operation, Key key, String method, String path, Object body) {
    return does(operation, Api.wrong(key).contentType("application/json"), method, path, body);
  }

  private Response does(
      String operation, RequestSpecification request, String method, String path, Object body) {
    String id = Lines.id();
    request.header("X-Request-Id", id).header("If-Match", "*");
    if (body instanceof String text) {
      request.body(text.getBytes(StandardCharsets.UTF_8));
    } else if (body instanceof byte[] bytes) {
      request.body(bytes);
    } else if (body != null) {
      request.body(body);
    }
    Response answer = request.request(method, path);
    assertThat(answer.statusCode()).as(operation + " " + answer.asString()).isBetween(200, 299);
    List<JsonNode> lines = Lines.of(id);
    assertThat(lines).as(operation).hasSize(1);
    assertThat(lines.get(0).path("operation").asText()).isEqualTo(operation);
    done.put(operation, path);
    return answer;
  }

  private static Set<String> changing() throws IOException {
    Set<String> operations = new TreeSet<>();
    JsonNode contract =
        new ObjectMapper(new YAMLFactory()).readTree(Path.of("openapi.yaml").toFile());
    for (JsonNode path : contract.path("paths")) {
      for (String method : List.of("put", "post", "patch", "delete")) {
        if (path.has(method)) {
          operations.add(path.path(method).path("operationId").asText());
        }
      }
    }
    operations.removeAll(ELSEWHERE);
    return operations;
  }

  private Map<String, Object> item(TestComment comment, Object... more) {
    Map<String, Object> item = json("id", comment.id(), "version", comment.version());
    item.putAll(json(more));
    return item;
  }

  @Test
  void everyChangeHasAnEntry() throws IOException {
    plans();
    organizationsAndKeys();
    comments();
    manyComments();
    leadersAndRequests();
    letters();
    consultees();
    editions();
    links();
    assertThat(done.keySet()).containsExactlyInAnyOrderElementsOf(changing());
  }

  private void plans() {
    Key key = Key.COORDINATOR;
    String slug = "t-" + UUID.randomUUID();
    does("createPlan", key, "POST", "/plans", json("slug", slug, "title", slug));
    does("patchPlan", key, "PATCH", "/plans/" + slug, json("title", "Khác"));
    does("createDraft", key, "POST", "/plans/" + slug + "/drafts", json("title", "Lần 1"));
    Map<String, Object> outline = json("items", List.of(json("code", "V", "title", "Hạ tầng")));
    does("replaceSections", key, "PUT", "/plans/" + slug + "/drafts/1/sections", outline);
    does("patchDraft", key, "PATCH", "/plans/" + slug + "/drafts/1", json("title", "Lần một"));
    Map<String, Object> road =
        json("items", List.of(json("title", "Lần 1", "plannedFor", "2021-05-31")));
    does("replaceMilestones", key, "PUT", "/plans/" + slug + "/milestones", road);
    Map<String, Object> people =
        json("items", List.of(json("name", "An", "sections", List.of("V"))));
    does("replaceAssignees", key, "PUT", "/plans/" + slug + "/assignees", people);
    byte[] file = TestForm.of(TestForm.part("file", "bien-ban.pdf", TestForm.text(PDF)));
    String minutes = "/plans/" + slug + "/drafts/1/minutes";
    String filed =
        does("attachMinutes", TestForm.as(key), "POST", minutes, file).path("id").toString();
    does("removeMinutes", key, "DELETE", minutes + "/" + filed, null);
    does("deleteDraft", key, "DELETE", "/plans/" + slug + "/drafts/1", null);
    does("deletePlan", key, "DELETE", "/plans/" + slug, null);
    Map<String, Object> phrase = json("text", "Tiếp thu " + slug, "result", "ACCEPTED");
    String id =
        does("createPhrase", key, "POST", plan.path() + "/phrases", phrase).path("id").toString();
    does(
        "importPhrases",
        Api.wrong(key).contentType("text/csv"),
        "POST",
        plan.path() + "/phrase-imports",
        "Câu mẫu\nGhi nhận " + slug + "\n");
    does("deletePhrase", key, "DELETE", plan.path() + "/phrases/" + id, null);
  }

  private void organizationsAndKeys() {
    String code = "t-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> body = json("code", code, "name", code, "group", "PROVINCIAL", "order", 99);
    does("createOrganization", Key.ADMIN, "POST", "/organizations", body);
    Map<String, Object> aliases = json("aliases", List.of("bí danh " + code));
    does("patchOrganization", Key.ADMIN, "PATCH", "/organizations/" + code, aliases);
    does("deleteOrganization", Key.ADMIN, "DELETE", "/organizations/" + code, null);
    List<Map<String, Object>> groups =
        Api.as(Key.COORDINATOR).get("/groups").then().extract().path("items");
    // Restores the groups, which other tests read.
    groups.get(0).put("title", groups.get(0).get("title") + " ");
    groups.add(json("code", "T_" + code.substring(2).toUpperCase(), "title", code));
    does("replaceGroups", Key.COORDINATOR, "PUT", "/groups", json("items", groups));
    groups.remove(groups.size() - 1);
    does("replaceGroups", Key.COORDINATOR, "PUT", "/groups", json("items", groups));
    Map<String, Object> viewer = json("name", "x", "role", "VIEWER");
    String id = does("createApiKey", Key.ADMIN, "POST", "/api-keys", viewer).path("id").toString();
    id =
        does("replaceApiKey", Key.ADMIN, "POST", "/api-keys/" + id + "/replacement", null)
            .path("id")
            .toString();
    does("revokeApiKey", Key.ADMIN, "DELETE", "/api-keys/" + id, null);
    Map<String, Object> person = json("person", "Người Thử " + code, "reason", "Theo yêu cầu");
    does("createPersonalDataErasure", Key.ADMIN, "POST", "/personal-data/erasures", person);
  }

  private void comments() {
    Map<String, Object> body = json("content", "Một");
    String id =
        does("createComment", Key.SGTVT, "POST", plan.comments(), body).path("id").toString();
    String path = new TestComment(id).path();
    does("patchComment", Key.SGTVT, "PATCH", path, json("kind", "DATA"));
    does("assignComment", Key.CONSULTANT, "PUT", path + "/assignment", json("assignee", "An"));
    Map<String, Object> answer =
        json("result", "ACCEPTED", "response", "Đã bổ sung", "revision", json("page", 48));
    does("answerComment", Key.CONSULTANT, "PUT", path + "/answer", answer);
    does("returnComment", Key.COORDINATOR, "POST", path + "/return", json("reason", "Ghi rõ"));
    does("answerComment", Key.CONSULTANT, "PUT", path + "/answer", answer);
    does("approveComment", Key.COORDINATOR, "POST", path + "/approval", null);
    does("reviseComment", Key.CONSULTANT, "PUT", path + "/revision", json("page", 49));
    does("reactToAnswer", Key.SGTVT, "PUT", path + "/reaction", json("reaction", "AGREED"));
    String withdrawn = plan.comment("Hai").path();
    does("withdrawComment", Key.SGTVT, "POST", withdrawn + "/withdrawal", json("reason", "Nhầm"));
    String split = plan.comment("Ba và bốn").path();
    Map<String, Object> parts =
        json("parts", List.of(json("content", "Ba"), json("content", "Bốn")));
    does("splitComment", Key.CONSULTANT, "POST", split + "/parts", parts);
    does("undoSplit", Key.CONSULTANT, "DELETE", split + "/parts", null);
  }

  private void manyComments() {
    TestComment one = plan.comment("Năm");
    List<Object> assigned = List.of(item(one, "assignee", "An"));
    does("assignComments", Key.CONSULTANT, "POST", draft + "/assignments", assigned);
    List<Object> answered = List.of(item(one, "result", "EXPLAINED", "response", "Giải trình"));
    does("answerComments", Key.CONSULTANT, "POST", draft + "/answers", answered);
    List<Object> returned = List.of(item(one, "reason", "Ghi rõ"));
    does("returnComments", Key.COORDINATOR, "POST", draft + "/returns", returned);
    one.answer("NOTED");
    List<Object> approved = List.of(item(one));
    does("approveComments", Key.COORDINATOR, "POST", draft + "/approvals", approved);
    does(
        "importComments",
        Api.wrong(Key.COORDINATOR).contentType("application/x-ndjson"),
        "POST",
        draft + "/comment-imports",
        "{\"organization\": \"sgtvt\", \"content\": \"Sáu\"}\n");
    SheetFile sheet =
        new SheetFile(
            Api.as(Key.CONSULTANT).get(draft + "/worklist").then().extract().asByteArray());
    does(
        "importWorklist",
        Api.wrong(Key.CONSULTANT)
            .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "POST",
        draft + "/worklist",
        sheet.answer("Sáu", "Ghi nhận", "Ghi nhận").bytes());
  }

  private void leadersAndRequests() {
    String path = plan.comment("Bảy").path();
    does("escalateComment", Key.CONSULTANT, "PUT", path + "/escalation", json("reason", "Khác"));
    Map<String, Object> said = json("text", "Thống nhất", "document", "215/TB-UBND");
    said.put("date", "2021-09-20");
    does("directComment", Key.COORDINATOR, "PUT", path + "/direction", said);
    Map<String, Object> asked = json("to", "ubnd-huyen-ba-be", "kind", "DATA", "text", "Phụ tải?");
    String id =
        does("createCommentRequest", Key.CONSULTANT, "POST", path + "/requests", asked)
            .path("id")
            .toString();
    does("answerRequest", Key.BABE, "PUT", "/requests/" + id + "/reply", json("reply", "4,2 MW"));
  }

  private void letters() {
    String id =
        does("createLetter", Key.SGTVT, "POST", draft + "/letters", TestLetter.letter("1/A", "Tám"))
            .path("id")
            .toString();
    does("patchLetter", Key.COORDINATOR, "PATCH", "/letters/" + id, json("arrivalNumber", "15"));
    byte[] form = TestForm.of(TestForm.part("file", "a.pdf", TestForm.text(PDF)));
    does("attachFile", TestForm.as(Key.SGTVT), "POST", "/letters/" + id + "/attachments", form);
    String empty =
        TestLetter.send(plan, Key.SGTVT, Api.with(TestLetter.letter("2/A"), "position", "AGREES"))
            .path();
    does(
        "withdrawLetter",
        Key.COORDINATOR,
        "POST",
        empty + "/withdrawal",
        json("reason", "Nhập nhầm"));
    String parked = "/parked-letters/" + park("3/A");
    Map<String, Object> named = json("organization", "sgtvt");
    does("createLetterOfParked", Key.COORDINATOR, "POST", parked + "/letter", named);
    String dropped = "/parked-letters/" + park("4/A") + "?reason=x";
    does("deleteParkedLetter", Key.COORDINATOR, "DELETE", dropped, null);
  }

  private String park(String number) {
    String letter =
        "<MessageHeader><From><OrganId>Z99</OrganId></From><Code>"
            + number
            + "</Code><PromulgationInfo><PromulgationDate>2021/09/06</PromulgationDate></PromulgationInfo></MessageHeader>";
    return does(
            "createLetter",
            Api.wrong(Key.COORDINATOR).contentType("application/xml"),
            "POST",
            draft + "/letters",
            letter)
        .path("id")
        .toString();
  }

  private void consultees() {
    Key key = Key.COORDINATOR;
    String path = draft + "/consultees";
    does("createConsultees", key, "POST", path, List.of(json("organization", "stc")));
    Map<String, Object> later = json("dueOn", "2031-09-25", "reason", "Gia hạn");
    does("patchConsultee", key, "PATCH", path + "/stc", later);
    Map<String, Object> call = json("contactedOn", "2021-09-16", "text", "Đã gọi");
    does("addContact", key, "POST", path + "/stc/contacts-log", call);
    does("removeConsultee", key, "DELETE", path + "/stc?reason=x", null);
    String ended = Merger.organization();
    Consultees.of(plan).ask(ended);
    TestOrganization.endOn("2021-07-01", ended, "stc");
    does("handOverConsultee", key, "POST", path + "/" + ended + "/handover", json("reason", "x"));
  }

  /** A link for minutes is not stored; its use is audited. */
  private void links() {
    String path = "/api/v1" + draft + "/register/file?format=pdf";
    Map<String, Object> days = json("path", path, "minutes", 10_080);
    String id =
        does("createDownloadLink", Key.COORDINATOR, "POST", "/download-links", days)
            .path("id")
            .toString();
    does("revokeDownloadLink", Key.COORDINATOR, "DELETE", "/download-links/" + id, null);
  }

  private void editions() {
    Key key = Key.COORDINATOR;
    Map<String, Object> whatever = json("allowUnanswered", true, "allowUnplaced", true);
    String id =
        does("sealEdition", key, "POST", draft + "/editions", whatever).path("id").toString();
    Map<String, Object> issued = json("reportNumber", "126", "reportDate", "2021-10-05");
    does("issueEdition", key, "POST", "/editions/" + id + "/issuance", issued);
    Map<String, Object> number = json("reportNumber", "162", "reason", "Gõ nhầm");
    does("correctIssuance", key, "PATCH", "/editions/" + id + "/issuance", number);
    byte[] form = TestForm.of(TestForm.part("file", "ký.pdf", TestForm.text(PDF)));
    does("attachSignedCopy", TestForm.as(key), "POST", "/editions/" + id + "/signed-copies", form);
  }
}
