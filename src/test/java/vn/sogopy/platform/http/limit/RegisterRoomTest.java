package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A register with more comments than the memory allows. */
@QuarkusTest
class RegisterRoomTest {
  @Inject HeavyGuards proxy;

  private HeavyGuards exports;
  private TestPlan plan;

  @BeforeEach
  void threeCommentsAboveALimitOfTwo() {
    exports = ClientProxy.unwrap(proxy);
    plan = TestPlan.open();
    plan.comment("một");
    plan.comment("hai");
    plan.comment(Key.BABE, json("content", "ba", "section", "V.1"));
    room(OptionalInt.of(2));
  }

  @AfterEach
  void asItWas() {
    room(OptionalInt.empty());
  }

  private void room(OptionalInt comments) {
    exports.maxHeld = comments;
  }

  private Response get(String query) {
    return Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/register?" + query);
  }

  private static void isRefused(Response answer) {
    answer.then().statusCode(422);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("register-too-large");
    assertThat(answer.jsonPath().getString("detail")).contains("3 ý kiến", "csv, json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=json", "format=csv", "format=xlsx"})
  void streamedFormatHasNoLimit(String query) {
    get(query).then().statusCode(200);
    assertThat(get("format=csv").body().asString()).contains("một", "hai", "ba");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format=docx",
        "format=pdf",
        "format=html",
        "format=zip",
        "format=json&view=section",
        "format=csv&view=section",
        "format=xlsx&view=section"
      })
  void tooManyCommentsAreRefused(String query) {
    isRefused(get(query));
  }

  @Test
  void smallExtractIsRendered() {
    get("format=html&section=V").then().statusCode(200);
    get("format=html&organization=sgtvt").then().statusCode(200);
  }

  @Test
  void refusalInEnglish() {
    Api.as(Key.COORDINATOR)
        .header("Accept-Language", "en")
        .get(plan.draftPath(1) + "/register?format=pdf")
        .then()
        .statusCode(422)
        .body(
            "detail",
            org.hamcrest.Matchers.startsWith("The register has 3 comments; in this form"));
  }

  private Response seal() {
    return Api.as(Key.COORDINATOR)
        .body(json("allowUnanswered", true, "allowUnplaced", true))
        .post(plan.draftPath(1) + "/editions");
  }

  @Test
  void tooLargeDraftIsNotSealed() {
    isRefused(seal());
    assertThat(
            Api.as(Key.COORDINATOR)
                .get(plan.draftPath(1) + "/editions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items"))
        .isEqualTo(List.of());
    room(OptionalInt.of(3));
    seal().then().statusCode(201);
  }

  /** Stored files of an edition are returned; files that would have to be rendered are refused. */
  @Test
  void editionReturnsStoredFiles() {
    room(OptionalInt.of(3));
    String edition = seal().then().statusCode(201).extract().header("Location");
    room(OptionalInt.of(2));
    String path = edition.substring(edition.indexOf("/editions/")) + "/register?format=";
    Api.as(Key.COORDINATOR).get(path + "json").then().statusCode(200);
    isRefused(Api.as(Key.COORDINATOR).get(path + "docx"));
  }
}
