package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * One whole consultation round over HTTP on the packaged service, with the steps of Sở KH&ĐT and
 * the consultant: ask 75 organizations, receive 51 letters of 50 of them, one replaced, some late,
 * some agreeing; split, answer, approve, close, open the next draft, receive the reactions. The
 * expected counts are hand-calculated.
 */
class RoundIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final LocalDate DUE = TODAY.minusDays(5);
  private static final String PLAN = "/api/v1/plans/vong-gop-y-thu";

  @TempDir Path parent;

  private RoundClient coordinator;
  private RoundClient consultant;

  @Test
  void completeRound() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    try (PackagedService service = PackagedService.start(data)) {
      Properties keys = new Properties();
      keys.load(Files.newBufferedReader(data.resolve("sample-keys.env")));
      coordinator = new RoundClient(service, keys.getProperty("SOGOPY_KEY_COORDINATOR"));
      consultant = new RoundClient(service, keys.getProperty("SOGOPY_KEY_CONSULTANT"));

      List<String> bodies = bodies();
      openFirstDraft();
      ask(bodies);
      List<JsonNode> letters = replies(bodies);
      replaceFirstCommentingLetter(bodies.get(10), letters.get(10));
      split(letters.get(11));
      answer(letters);
      assertCounts();
      nextDraft(letters);
      assertCounts();
    }
  }

  /** The 75 consultees: all of the sample except Sở KH&ĐT, which asks, and six more. */
  private List<String> bodies() throws Exception {
    for (int i = 1; i <= 6; i++) {
      coordinator.post(
          "/api/v1/organizations",
          object()
              .put("code", "don-vi-" + i)
              .put("name", "Đơn vị số " + i)
              .put("group", "ORGANIZATION")
              .put("order", 100 + i));
    }
    List<String> codes = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = coordinator.get("/api/v1/organizations?limit=50" + cursor);
      page.get("items").forEach(item -> codes.add(item.get("code").asText()));
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    } while (cursor != null);
    codes.remove("skhdt");
    assertThat(codes).hasSize(75);
    return codes;
  }

  private void openFirstDraft() throws Exception {
    coordinator.post(
        "/api/v1/plans",
        object().put("slug", "vong-gop-y-thu").put("title", "Quy hoạch thử một vòng góp ý"));
    coordinator.post(
        PLAN + "/drafts", object().put("title", "Dự thảo lần 1").put("dueOn", DUE.toString()));
    JsonNode outline = coordinator.get("/api/v1/plans/bac-kan-2021-2030/drafts/1/sections");
    coordinator.send("PUT", PLAN + "/drafts/1/sections", outline, true);
    coordinator.send("PATCH", PLAN + "/drafts/1", object().put("status", "OPEN"), true);
  }

  private void ask(List<String> bodies) throws Exception {
    ArrayNode list = JSON.createArrayNode();
    for (String body : bodies) {
      ObjectNode consultee = list.addObject().put("organization", body);
      consultee
          .putArray("requestLetters")
          .addObject()
          .put("number", "1215/SKHĐT-TH")
          .put("date", TODAY.minusDays(40).toString());
    }
    coordinator.post(PLAN + "/drafts/1/consultees", list);
  }

  /**
   * Of the first 50: ten agree, thirty comment (3 each), six agree with comments (2 each), four
   * disagree (1 each); five are late.
   */
  private List<JsonNode> replies(List<String> bodies) throws Exception {
    List<JsonNode> letters = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String position =
          i < 10 ? "AGREES" : i < 40 ? "COMMENTS" : i < 46 ? "AGREES_WITH_COMMENTS" : "DISAGREES";
      int comments = i < 10 ? 0 : i < 40 ? 3 : i < 46 ? 2 : 1;
      LocalDate received = i >= 44 && i < 49 ? TODAY.minusDays(1) : TODAY.minusDays(10);
      letters.add(
          coordinator.post(
              PLAN + "/drafts/1/letters",
              letter(bodies.get(i), (100 + i) + "/CV-GY", received, position, comments)));
    }
    return letters;
  }

  private static ObjectNode letter(
      String body, String number, LocalDate received, String position, int comments) {
    ObjectNode letter =
        object()
            .put("organization", body)
            .put("number", number)
            .put("date", received.minusDays(1).toString())
            .put("receivedOn", received.toString())
            .put("position", position)
            .put("channel", "LETTER");
    ArrayNode list = letter.putArray("comments");
    for (int n = 1; n <= comments; n++) {
      list.addObject()
          .put("section", List.of("V.1", "VII.2", "II.4").get(n - 1))
          .put("content", "Ý kiến " + n + " của văn bản " + number)
          .put("kind", "CHANGE");
    }
    return letter;
  }

  private void replaceFirstCommentingLetter(String body, JsonNode old) throws Exception {
    ObjectNode letter = letter(body, "260/CV-GY", TODAY.minusDays(8), "COMMENTS", 2);
    letter.put("replaces", old.get("id").asText());
    coordinator.post(PLAN + "/drafts/1/letters", letter);
    JsonNode withdrawn =
        coordinator.get(
            PLAN + "/drafts/1/comments?status=WITHDRAWN&letter=" + old.get("id").asText());
    assertThat(withdrawn.get("items")).hasSize(3);
  }

  private void split(JsonNode letter) throws Exception {
    String comment = comments(letter).get(0).get("id").asText();
    ObjectNode parts = object();
    parts
        .putArray("parts")
        .add(object().put("content", "Phần thứ nhất").put("section", "V.1"))
        .add(object().put("content", "Phần thứ hai").put("section", "V.2"));
    coordinator.send("POST", "/api/v1/comments/" + comment + "/parts", parts, true);
  }

  /**
   * Answers the three comments each of organizations 12 to 19; approves those of all but the last:
   * 7 × 3.
   */
  private void answer(List<JsonNode> letters) throws Exception {
    List<String> results = List.of("ACCEPTED", "EXPLAINED", "NOTED");
    for (int i = 12; i < 20; i++) {
      int n = 0;
      for (JsonNode comment : comments(letters.get(i))) {
        String path = "/api/v1/comments/" + comment.get("id").asText();
        ObjectNode answer =
            object().put("result", results.get(n++)).put("response", "Đã nghiên cứu, có trả lời.");
        answer.putObject("revision").put("section", "V.1").put("page", 48);
        consultant.send("PUT", path + "/answer", answer, true);
        if (i < 19) {
          coordinator.send("POST", path + "/approval", object(), true);
        }
      }
    }
  }

  private void nextDraft(List<JsonNode> letters) throws Exception {
    coordinator.send(
        "PATCH", PLAN + "/drafts/1", object().put("status", "CLOSED").put("force", true), true);
    coordinator.post(PLAN + "/drafts", object().put("title", "Dự thảo lần 2"));
    coordinator.send("PUT", PLAN + "/drafts/2/sections?from=1", null, true);
    coordinator.send("PATCH", PLAN + "/drafts/2", object().put("status", "OPEN"), true);
    String agreed = comments(letters.get(12)).get(0).get("id").asText();
    String maintained = comments(letters.get(13)).get(1).get("id").asText();
    coordinator.send(
        "PUT",
        "/api/v1/comments/" + agreed + "/reaction",
        object().put("reaction", "AGREED"),
        true);
    coordinator.send(
        "PUT",
        "/api/v1/comments/" + maintained + "/reaction",
        object().put("reaction", "MAINTAINED").put("note", "Đề nghị xem xét lại."),
        true);
    JsonNode again =
        coordinator.post(
            PLAN + "/drafts/2/comments",
            object()
                .put(
                    "organization",
                    letters.get(14).get("organization").isTextual()
                        ? letters.get(14).get("organization").asText()
                        : letters.get(14).at("/organization/code").asText())
                .put("content", "Đề nghị tiếp tục bổ sung như lần trước.")
                .put("follows", comments(letters.get(14)).get(0).get("id").asText()));
    assertThat(again.get("follows").isNull()).isFalse();
  }

  private List<JsonNode> comments(JsonNode letter) throws Exception {
    List<JsonNode> comments = new ArrayList<>();
    coordinator
        .get(PLAN + "/drafts/1/comments?letter=" + letter.get("id").asText() + "&limit=200")
        .get("items")
        .forEach(comments::add);
    return comments;
  }

  private void assertCounts() throws Exception {
    JsonNode counts = coordinator.get(PLAN + "/drafts/1/consultees?limit=1").get("counts");
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(counts));
    assertThat(counts.get("asked").asInt()).isEqualTo(75);
    assertThat(counts.get("replied").asInt()).isEqualTo(50);
    assertThat(counts.get("notReplied").asInt()).isEqualTo(25);
    assertThat(counts.get("agreed").asInt()).isEqualTo(10);
    assertThat(counts.get("commented").asInt()).isEqualTo(40);
    assertThat(counts.get("disagreed").asInt()).isEqualTo(4);
    assertThat(counts.get("lateBodies").asInt()).isEqualTo(5);
    // 30 × 3 + 6 × 2 + 4 × 1 = 106; three replaced by two: 105; one split into two: 106.
    assertThat(counts.get("comments").asInt()).isEqualTo(106);
    assertThat(counts.at("/byResult/ACCEPTED").asInt()).isEqualTo(7);
    assertThat(counts.at("/byResult/EXPLAINED").asInt()).isEqualTo(7);
    assertThat(counts.at("/byResult/NOTED").asInt()).isEqualTo(7);
    assertThat(counts.at("/byResult/PENDING").asInt()).isEqualTo(106 - 21);
    assertThat(coordinator.get(PLAN + "/drafts/1/statistics").get("counts")).isEqualTo(counts);
    assertThat(coordinator.get(PLAN + "/drafts/1/register").get("summary")).isEqualTo(counts);
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
