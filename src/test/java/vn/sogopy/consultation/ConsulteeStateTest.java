package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The reply state of consultees, derived from letters and comments. */
@QuarkusTest
class ConsulteeStateTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/2/consultees";

  private static Map<String, Object> letter(String number) {
    return json("number", number, "date", "2021-08-24");
  }

  @Test
  void letterNamedByACommentIsAReply() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("sgtvt").ask("stc");
    String before = consultees.get("sgtvt").extract().header("ETag");
    consultees
        .plan()
        .comment(Key.SGTVT, json("content", "Một", "letter", letter("510/SGTVT-KCHT")));
    consultees
        .get("sgtvt")
        .body("state", equalTo("COMMENTED"))
        .body("position", equalTo("COMMENTS"))
        .body("overdue", equalTo(false))
        .body("letters.number", contains("510/SGTVT-KCHT"))
        .body("comments", equalTo(1))
        .body("byResult.PENDING", equalTo(1));
    // The representation has changed, its version has not: own data can still be changed.
    Api.as(Key.COORDINATOR)
        .header("If-None-Match", before)
        .get(consultees.path("sgtvt"))
        .then()
        .statusCode(200);
    consultees.patch("sgtvt", before, json("dueOn", "2021-10-01")).statusCode(200);
    String now = consultees.get("sgtvt").extract().header("ETag");
    Api.as(Key.COORDINATOR)
        .header("If-None-Match", now)
        .get(consultees.path("sgtvt"))
        .then()
        .statusCode(304);
    consultees
        .list()
        .body("items.state", contains("NOT_REPLIED", "COMMENTED"))
        .body("counts.asked", equalTo(2))
        .body("counts.replied", equalTo(1))
        .body("unasked", empty());
  }

  @Test
  void commentWithoutLetterIsNoReply() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("sgtvt");
    consultees.plan().comment("Tại hội nghị");
    consultees.get("sgtvt").body("state", equalTo("NOT_REPLIED")).body("comments", equalTo(1));
  }

  @Test
  void unaskedOrganizationsAreListedSeparately() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("stc");
    consultees.plan().comment(Key.BABE, json("content", "Một", "letter", letter("1/UBND")));
    consultees.plan().comment(Key.BABE, json("content", "Hai", "letter", letter("1/UBND")));
    consultees
        .list()
        .body("items.organization.code", contains("stc"))
        .body("unasked", hasSize(1))
        .body("unasked[0].organization.code", equalTo("ubnd-huyen-ba-be"))
        .body("unasked[0].letters.number", contains("1/UBND"))
        .body("unasked[0].comments", equalTo(2))
        .body("counts.unasked.bodies", equalTo(1))
        .body("counts.unasked.comments", equalTo(2));
  }

  @Test
  void viewerCountsExcludeRestricted() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("sgtvt");
    consultees.plan().comment(Key.SGTVT, json("content", "Kín", "restricted", true));
    consultees.plan().comment("Ngỏ");
    Api.as(Key.VIEWER).get(consultees.path("sgtvt")).then().body("comments", equalTo(1));
    consultees.get("sgtvt").body("comments", equalTo(2));
    for (Key key : List.of(Key.VIEWER, Key.COORDINATOR)) {
      Api.as(key).get(consultees.path()).then().body("counts.unasked.comments", equalTo(2));
    }
  }

  @Test
  void meetingAndWithdrawnComments() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("sgtvt");
    consultees.plan().comment("Rút").withdraw("Nhầm");
    consultees.plan().comment("Duyệt").answer("ACCEPTED").approve();
    consultees
        .get("sgtvt")
        .body("comments", equalTo(1))
        .body("byResult.ACCEPTED", equalTo(1))
        .body("byResult.PENDING", equalTo(0));
  }

  @Test
  void sampleHasEveryState() {
    sample("AGREED")
        .body("items.organization.code", hasItem("kho-bac"))
        .body("items.position", everyItem(equalTo("AGREES")));
    sample("COMMENTED")
        .body("items.organization.code", hasItem("ubnd-huyen-bach-thong"))
        .body("items.find { it.organization.code == 'ubnd-huyen-cho-don' }.late", equalTo(true))
        .body("items.find { it.organization.code == 'sxd' }.late", equalTo(false));
    // Only commented at the workshop.
    sample("NOT_REPLIED").body("items.organization.code", hasItem("mttq"));
    Api.as(Key.VIEWER)
        .queryParam("limit", 200)
        .get(SAMPLE)
        .then()
        .body("items", hasSize(greaterThanOrEqualTo(50)))
        .body("items.organization.code", not(hasItem("skhdt")))
        .body("items.contact.name", everyItem(equalTo("Đầu mối (minh họa)")));
  }

  @Test
  void pagesAreInRegisterOrder() {
    Response whole = Api.as(Key.VIEWER).queryParam("limit", 200).get(SAMPLE);
    List<String> codes = new ArrayList<>();
    String cursor = null;
    do {
      var request = Api.as(Key.VIEWER).queryParam("limit", 20).queryParam("count", true);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      Response page = request.get(SAMPLE);
      codes.addAll(page.path("items.organization.code"));
      assertThat(page.<Integer>path("total")).isEqualTo(whole.<List<?>>path("items").size());
      assertThat(page.<Object>path("counts")).isEqualTo(whole.path("counts"));
      cursor = page.path("next");
      assertThat(page.header("Link") == null).isEqualTo(cursor == null);
    } while (cursor != null);
    assertThat(codes).isEqualTo(whole.path("items.organization.code"));
  }

  @Test
  void changesBetweenPagesSkipNoRow() {
    Consultees consultees = Consultees.of(TestPlan.open()).ask("sgtvt").ask("stc").ask("syt");
    Response first = Api.as(Key.COORDINATOR).queryParam("limit", 2).get(consultees.path());
    List<String> shown = first.path("items.organization.code");
    String last = shown.get(1);
    Api.as(Key.COORDINATOR).header("If-Match", "*").delete(consultees.path(last));
    Api.as(Key.COORDINATOR)
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get(consultees.path())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.organization.code", everyItem(not(in(shown))))
        .body("next", nullValue());
  }

  private static io.restassured.response.ValidatableResponse sample(String state) {
    return Api.as(Key.VIEWER)
        .queryParam("state", state)
        .queryParam("limit", 200)
        .get(SAMPLE)
        .then()
        .statusCode(200)
        .body("items.state", everyItem(equalTo(state)));
  }

  @Test
  void filtersDoNotChangeTheCounts() {
    List<String> groups =
        Api.as(Key.VIEWER)
            .queryParam("group", "DISTRICT")
            .queryParam("overdue", true)
            .queryParam("state", "NOT_REPLIED,AGREED")
            .get(SAMPLE)
            .then()
            .statusCode(200)
            .body("counts.asked", equalTo(69))
            .body("items.overdue", everyItem(equalTo(true)))
            .extract()
            .path("items.organization.group");
    assertThat(groups).isNotEmpty().containsOnly("DISTRICT");
    Api.as(Key.VIEWER)
        .queryParam("group", "NOPE")
        .get(SAMPLE)
        .then()
        .spec(badParameter("group", "unknown-group"));
    Api.wrong(Key.VIEWER)
        .queryParam("state", "SILENT")
        .get(SAMPLE)
        .then()
        .spec(badParameter("state", "invalid-enum"));
  }
}
