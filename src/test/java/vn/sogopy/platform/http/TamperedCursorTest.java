package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** No cursor, however changed, breaks a list. */
@QuarkusTest
class TamperedCursorTest {
  private static final List<String> WRONG =
      List.of(
          "",
          "x",
          "-1",
          "1-1-1-1-1",
          "99999999999",
          "infinity",
          "-infinity",
          "+999999999-01-01",
          "-999999999-01-01",
          "2021-02-30",
          "+1000000000-12-31T23:59:59Z",
          "+999999999-12-31T23:59:59Z",
          "\u1ed9'; --");

  private static List<String> lists() {
    TestPlan plan = TestPlan.open();
    plan.draft();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "a x", "b x"));
    send(plan, Key.SGTVT, letter("2/A"));
    TestComment comment = letter.comments(plan).get(0);
    List<String> lists = new ArrayList<>();
    for (String file : List.of("a.pdf", "b.pdf")) {
      byte[] content = ("%PDF-1.4\n" + file + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
      TestForm.as(Key.SGTVT)
          .body(TestForm.of(TestForm.part("file", file, content)))
          .post(letter.path() + "/attachments")
          .then()
          .statusCode(201);
    }
    for (String body : List.of("stc", "sxd")) {
      Api.as(Key.CONSULTANT)
          .body(json("to", body, "kind", "DATA", "text", "Số liệu", "dueOn", "2021-10-01"))
          .post(comment.path() + "/requests")
          .then()
          .statusCode(201);
      Api.as(Key.COORDINATOR)
          .body(List.of(json("organization", body)))
          .post(plan.draftPath(1) + "/consultees")
          .then()
          .statusCode(200);
    }
    TestPlan.preparing();
    for (String sort : List.of("receivedAt", "-receivedAt", "section", "organization")) {
      lists.add(plan.comments() + "?sort=" + sort);
      lists.add(plan.comments() + "?q=x&sort=" + sort);
    }
    for (String sort : List.of("receivedOn", "-receivedOn", "date", "-date", "organization")) {
      lists.add(letters(plan) + "?sort=" + sort);
    }
    lists.add(plan.path() + "/comments");
    lists.add(letter.path() + "/attachments");
    lists.add(comment.path() + "/requests");
    lists.add("/requests?plan=" + plan.slug());
    lists.add("/requests?sort=dueOn&plan=" + plan.slug());
    lists.add(plan.draftPath(1) + "/consultees");
    lists.add(plan.path() + "/drafts");
    lists.add("/plans");
    lists.add("/organizations");
    lists.add("/api-keys");
    return lists;
  }

  private static Key reader(String list) {
    return list.equals("/api-keys") ? Key.ADMIN : Key.COORDINATOR;
  }

  private static Response page(String list, String cursor) {
    return Api.wrong(reader(list)).queryParam("limit", 1).queryParam("cursor", cursor).get(list);
  }

  private static List<String> parts(String list) {
    Response first = Api.as(reader(list)).queryParam("limit", 1).get(list);
    String next = first.then().statusCode(200).extract().path("next");
    assertThat(next).as(list + " has a second page").isNotNull();
    return List.of(
        new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split("&"));
  }

  private static String with(List<String> parts, int index, String value) {
    List<String> changed = new ArrayList<>(parts);
    changed.set(index, URLEncoder.encode(value, StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("&", changed).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isAcceptedOrRefusedWithoutFailure() {
    for (String list : lists()) {
      List<String> parts = parts(list);
      for (int i = 1; i < parts.size(); i++) {
        for (String value : WRONG) {
          assertThat(page(list, with(parts, i, value)).statusCode())
              .as("%s, key %s: %s", list, i, value)
              .isIn(200, 400);
        }
        page(list, with(parts, i, "a\u0000b"))
            .then()
            .spec(badParameter("cursor", "invalid-cursor"));
      }
    }
  }
}
