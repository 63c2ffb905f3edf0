package vn.sogopy.security;

import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.desk.DeskMap;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/**
 * A plan with a round of comments. Optionally, restricted comments in every state, with one unique
 * word in each of their fields.
 */
final class RestrictedRound {
  static final String WORD = "Qzxvkwj";

  /** In each field of the restricted comments. */
  private final String word;

  final TestPlan plan = TestPlan.open();
  final List<String> open = new ArrayList<>();
  final List<String> letters = new ArrayList<>();
  final List<String> editions = new ArrayList<>();

  /** Ids of restricted comments and of requests on them. */
  final List<String> restricted = new ArrayList<>();

  final List<String> attachments = new ArrayList<>();
  final List<String> requests = new ArrayList<>();
  final List<String> hiddenRequests = new ArrayList<>();
  final String copy;

  RestrictedRound(boolean withRestricted) {
    this(withRestricted, WORD);
  }

  RestrictedRound(boolean withRestricted, String word) {
    this.word = word;
    TestComment first = open("Đề nghị mở rộng đường tỉnh 258B qua xã Đồng Phúc", "V.1");
    TestComment second = open("Đề nghị bổ sung trạm biến áp", "V.2");
    TestComment third = open("Đề nghị rà soát số liệu dân số", null);
    requests.add(ask(first, "Đề nghị cho ý kiến về tuyến đường"));
    letters.add(TestLetter.send(plan, Key.SGTVT, TestLetter.letter("1/SGTVT")).id());
    letters.add(TestLetter.send(plan, Key.SGTVT, TestLetter.letter("2/SGTVT")).id());
    if (withRestricted) {
      restrictedOnes(first, second);
    }
    if (!withRestricted) {
      second.answer(json("result", "EXPLAINED", "response", "Như ý kiến khác"));
    }
    second.answer("EXPLAINED").approve();
    third.answer("NOTED").approve();
    editions.add(seal());
    if (withRestricted) {
      hidden("thêm sau", "V.1", null).answer(answer(null));
    }
    editions.add(seal());
    copy = issue(editions.get(1));
  }

  private void restrictedOnes(TestComment first, TestComment second) {
    // Nearly the same words and the same section as the first comment.
    TestComment received = hidden("Đề nghị mở rộng đường tỉnh 258B qua xã Đồng Phúc", "V.1", null);
    hiddenRequests.add(ask(received, word + " hỏi thêm", "sgtvt"));
    hidden("giao", "V.1", "1/SGTVT").assign(word);
    hidden("soạn", "V.2", null).answer(with(answer(null), "final", false));
    TestComment answered = hidden("đã trả lời", "V.2", "2/SGTVT").answer(answer(second.id()));
    escalate(answered);
    TestComment approved = hidden("đã duyệt", "BĐ.2", null).answer(answer(null)).approve();
    react(approved);
    hidden("trả lại", "V.1", null).answer(answer(null)).giveBack(word);
    hidden("rút", "V.1", null).withdraw(word);
    TestComment split = hidden("tách", "V.1", null);
    Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(
            json(
                "parts",
                List.of(
                    json("content", word + " một", "section", "V.1"),
                    json("content", word + " hai", "section", "V.2"))))
        .post(split.path() + "/parts")
        .then()
        .statusCode(200)
        .extract()
        .<List<String>>path("parts.id")
        .forEach(restricted::add);
    // An unrestricted comment whose answer refers to a restricted one.
    second.answer(
        json("result", "EXPLAINED", "response", "Như ý kiến khác", "sameAs", approved.id()));
    byte[] scan = ("%PDF-1.4\n" + word + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    attachments.add(
        TestForm.as(Key.SGTVT)
            .body(TestForm.of(TestForm.part("file", word.replaceAll("[\"/]", "") + ".pdf", scan)))
            .post("/letters/" + letters.get(0) + "/attachments")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** What the addresses of pages about this round name. */
  DeskMap.Things things() {
    List<String> comments = new ArrayList<>(open);
    comments.addAll(restricted);
    List<String> asked = new ArrayList<>(requests);
    asked.addAll(hiddenRequests);
    return new DeskMap.Things(
        plan.slug(),
        1,
        "sgtvt",
        kind ->
            switch (kind) {
              case "y-kien", "duyet" -> comments;
              case "van-ban" -> letters;
              case "de-nghi" -> asked;
              default -> List.of(UUID.randomUUID().toString());
            });
  }

  private TestComment open(String content, String section) {
    TestComment made = plan.comment(Key.SGTVT, json("content", content, "section", section));
    open.add(made.id());
    return made;
  }

  private TestComment hidden(String content, String section, String letter) {
    Map<String, Object> body =
        json(
            "content",
            content + " " + word,
            "proposal",
            word,
            "section",
            section,
            "alsoSections",
            List.of("ĐMC"),
            "locator",
            json("page", 4, "paragraph", 1, "quote", word),
            "author",
            json("fullName", word, "position", word),
            "externalId",
            WORD + restricted.size(),
            "restricted",
            true);
    if (letter != null) {
      body.put("letter", json("number", letter, "date", "2021-08-24"));
    }
    TestComment made = plan.comment(Key.SGTVT, body);
    restricted.add(made.id());
    return made;
  }

  private Map<String, Object> answer(String sameAs) {
    return json(
        "result",
        "ACCEPTED",
        "response",
        word,
        "revision",
        json("page", 48, "note", word),
        "sameAs",
        sameAs);
  }

  private static String ask(TestComment about, String text) {
    return ask(about, text, "sxd");
  }

  private static String ask(TestComment about, String text, String body) {
    return Api.as(Key.CONSULTANT)
        .body(json("to", body, "kind", "OPINION", "text", text, "dueOn", "2021-09-01"))
        .post(about.path() + "/requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void escalate(TestComment comment) {
    Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(json("reason", word))
        .put(comment.path() + "/escalation")
        .then()
        .statusCode(200);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("text", word, "document", word, "date", "2021-09-10"))
        .put(comment.path() + "/direction")
        .then()
        .statusCode(200);
  }

  private void react(TestComment comment) {
    Api.as(Key.SGTVT)
        .header("If-Match", "*")
        .body(json("reaction", "MAINTAINED", "note", word))
        .put(comment.path() + "/reaction")
        .then()
        .statusCode(200);
  }

  private String seal() {
    return Api.as(Key.COORDINATOR)
        .body(json("allowUnanswered", true, "allowUnplaced", true))
        .post(plan.draftPath(1) + "/editions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String issue(String edition) {
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post("/editions/" + edition + "/issuance")
        .then()
        .statusCode(200);
    byte[] scan = ("%PDF-1.4\nbản ký\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    return TestForm.as(Key.COORDINATOR)
        .body(TestForm.of(TestForm.part("file", "ky.pdf", scan)))
        .post("/editions/" + edition + "/signed-copies")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
