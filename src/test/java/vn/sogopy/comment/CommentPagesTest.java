package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Sort orders, pages, cursors and full-text search of lists. */
@QuarkusTest
class CommentPagesTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private void comments(String... contents) {
    for (String content : contents) {
      plan.comment(content);
    }
  }

  private Response page(String query) {
    Response page = Api.as(Key.COORDINATOR).get(plan.comments() + query);
    page.then().statusCode(200);
    return page;
  }

  /** All contents, read by following the Link header. The action runs between two pages. */
  private List<String> walk(String query, Consumer<Integer> between) {
    List<String> found = new ArrayList<>();
    Response page = page(query);
    for (int number = 1; ; number++) {
      found.addAll(page.path("items.content"));
      String link = page.header("Link");
      if (link == null) {
        page.then().body("next", nullValue());
        return found;
      }
      assertThat(link).matches("</api/v1/plans/.*[?&]cursor=[A-Za-z0-9_-]+>; rel=\"next\"");
      assertThat(link).contains("cursor=" + page.path("next") + ">");
      between.accept(number);
      String next = link.substring(1, link.indexOf('>'));
      page = Api.as(Key.COORDINATOR).basePath("").urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"receivedAt", "-receivedAt", "section", "organization"})
  void pagesNeitherSkipNorRepeatRows(String sort) {
    for (int i = 0; i < 3; i++) {
      plan.comment(Key.SGTVT, json("content", "s" + i, "section", i == 0 ? null : "V." + i));
      plan.comment(Key.BABE, json("content", "b" + i, "section", "I"));
    }
    List<String> found =
        walk(
            "?limit=2&sort=" + sort,
            number -> {
              if (number <= 3) { // a bound, or the walk would never end
                plan.comment("new " + number);
                plan.comment(Key.BABE, json("content", "new b" + number));
              }
            });
    assertThat(found.stream().filter(content -> !content.startsWith("new")))
        .containsExactlyInAnyOrder("s0", "s1", "s2", "b0", "b1", "b2");
    assertThat(found).doesNotHaveDuplicates();
  }

  @Test
  void everySortOrder() {
    plan.comment(Key.BABE, json("content", "1", "section", "V.2"));
    plan.comment(Key.SGTVT, json("content", "2", "section", "MĐ"));
    plan.comment(Key.SGTVT, json("content", "3"));
    plan.comment(Key.SGTVT, json("content", "4", "section", "V"));
    assertThat(walk("", n -> {})).containsExactly("1", "2", "3", "4");
    assertThat(walk("?sort=receivedAt&limit=1", n -> {})).containsExactly("1", "2", "3", "4");
    assertThat(walk("?sort=-receivedAt&limit=1", n -> {})).containsExactly("4", "3", "2", "1");
    assertThat(walk("?sort=section&limit=1", n -> {})).containsExactly("3", "4", "1", "2");
    assertThat(walk("?sort=organization&limit=1", n -> {})).containsExactly("2", "3", "4", "1");
  }

  @Test
  void countAndLimit() {
    comments("a", "b", "c");
    page("?limit=2&count=true").then().body("items", hasSize(2)).body("total", equalTo(3));
    page("?limit=3").then().body("items", hasSize(3)).body("next", nullValue());
    assertThat(page("?limit=2").asString()).doesNotContain("\"total\"");
    assertThat(page("?limit=2&count=false").asString()).doesNotContain("\"total\"");
    page("?limit=200&q=a&count=true").then().body("total", equalTo(1));
  }

  @Test
  void nextLinkKeepsTheFilters() {
    comments("đường a", "đường b", "cầu", "đường c");
    assertThat(walk("?limit=1&q=đường&status=RECEIVED,DRAFTING&sort=-receivedAt", n -> {}))
        .containsExactly("đường c", "đường b", "đường a");
  }

  @Test
  void cursorOfAnotherQueryIsRefused() {
    comments("a", "b");
    String cursor = page("?limit=1").path("next");
    for (String query :
        List.of("?sort=section", "?status=RECEIVED", "?q=a", "?organization=sgtvt")) {
      refused(Key.COORDINATOR, plan.comments() + query, cursor);
    }
    refused(Key.COORDINATOR, TestPlan.open().comments(), cursor);
    refused(Key.COORDINATOR, plan.path() + "/comments", cursor);
    refused(Key.SGTVT, plan.comments(), cursor);
    Api.as(Key.COORDINATOR)
        .queryParam("cursor", cursor)
        .queryParam("limit", 200) // the page size is not part of the query
        .get(plan.comments())
        .then()
        .body("items.content", equalTo(List.of("b")));
  }

  /** The keys in a cursor, with one of them replaced. */
  @ParameterizedTest
  @CsvSource({
    "receivedAt, 0, 0",
    "receivedAt, 1, yesterday",
    "receivedAt, 1, +999999999-12-31T23:59:59Z",
    "receivedAt, 2, x",
    "section, 1, 99999999999",
    "section, 2, 'a\\u0000b'",
    "organization, 3, 'a\\u0000b'",
    "organization, 1, x",
  })
  void tamperedCursorIsRefused(String sort, int part, String value) {
    comments("a", "b");
    String cursor = page("?limit=1&sort=" + sort).path("next");
    String[] parts =
        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("&");
    parts[part] = URLEncoder.encode(value.replace("\\u0000", "\u0000"), StandardCharsets.UTF_8);
    refused(Key.COORDINATOR, plan.comments() + "?sort=" + sort, encoded(parts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "....", "AAAA", "====", "4oCL"})
  void invalidCursorIsRefused(String cursor) {
    refused(Key.COORDINATOR, plan.comments(), cursor);
  }

  private static String encoded(String... parts) {
    byte[] bytes = String.join("&", parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void refused(Key key, String path, String cursor) {
    Api.wrong(key)
        .queryParam("cursor", cursor)
        .get(path)
        .then()
        .spec(badParameter("cursor", "invalid-cursor"));
  }

  private List<String> search(String q) {
    return Api.as(Key.COORDINATOR)
        .queryParam("q", q)
        .get(plan.comments())
        .then()
        .statusCode(200)
        .extract()
        .path("items.content");
  }

  @Test
  void searchIgnoresAccentsAndCase() {
    comments("Quy hoạch tuyến ĐƯỜNG tỉnh 258B", "Cầu Bắc Kạn");
    for (String q :
        List.of(
            "quy hoach", "QUY HOẠCH", "duong", "đường", "Đường tinh", "258b", "hoach, duong!")) {
      assertThat(search(q)).as(q).containsExactly("Quy hoạch tuyến ĐƯỜNG tỉnh 258B");
    }
    assertThat(search("quy hoach cau")).isEmpty(); // every word must occur
    assertThat(search("quy hoac")).isEmpty(); // a whole word, not a prefix
    assertThat(search("bac kan")).containsExactly("Cầu Bắc Kạn");
  }

  @Test
  void exactAccentsRankFirst() {
    comments("đương", "duong", "đường", "dương");
    assertThat(search("đường")).startsWith("đường").hasSize(4);
    assertThat(search("duong")).startsWith("duong").hasSize(4);
    assertThat(walk("?limit=1&q=đường", n -> {}))
        .containsExactly("đường", "đương", "duong", "dương");
    assertThat(walk("?limit=1&q=đường&sort=-receivedAt", n -> {}))
        .containsExactly("đường", "dương", "duong", "đương");
  }

  @Test
  void exactMatchIsByWholeWord() {
    comments("mở duong, cầuđường", "x “ĐƯỜNG” y", "(đường)", "đường_1 duong", "đường2 duong");
    assertThat(search("đường"))
        .containsExactly(
            "x “ĐƯỜNG” y", "(đường)", "đường_1 duong", "mở duong, cầuđường", "đường2 duong");
  }

  @Test
  void proposalAndResponseAreSearched() {
    plan.comment(Key.SGTVT, json("content", "a", "proposal", "thêm cầu"));
    plan.comment("b").answer(json("result", "NOTED", "response", "xem cầu Bắc Kạn"));
    assertThat(search("cau")).containsExactly("a", "b");
    assertThat(search("b kan")).containsExactly("b"); // words of several fields
  }

  @Test
  void punctuationOnlySearchFindsNothing() {
    comments("a & b | c ! d : e");
    for (String q : List.of("&", "!", "a & !b", "'", "\\", ":*", "%", "a:b", "<->")) {
      search(q);
    }
    assertThat(search("IX.2")).isEmpty();
    comments("mục IX.2, 4.859,96 ha");
    assertThat(search("IX.2")).hasSize(1);
    assertThat(search("4.859,96")).hasSize(1);
    assertThat(search("859")).hasSize(1);
  }
}
