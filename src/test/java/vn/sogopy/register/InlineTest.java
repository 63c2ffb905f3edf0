package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UsedKeys;

/** Registers and signed copies open in the browser where a reader asks for that. */
@QuarkusTest
class InlineTest {
  private TestPlan plan;
  private String edition;

  @BeforeEach
  void sealed() {
    plan = TestPlan.open();
    plan.comment("Mở đường").answer("NOTED").approve();
    edition =
        "/editions/"
            + Api.as(Key.COORDINATOR)
                .body(json())
                .post(plan.draftPath(1) + "/editions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
  }

  private List<String> registers() {
    return List.of(plan.draftPath(1) + "/register", edition + "/register");
  }

  private static ValidatableResponse get(String url) {
    return Api.as(Key.VIEWER).accept("*/*").get(url).then();
  }

  @Test
  void pageIsShownWithoutScripts() {
    for (String register : registers()) {
      for (String file : List.of("/file?format=html", "?format=html")) {
        get(register + file + "&disposition=inline")
            .statusCode(200)
            .header("Content-Disposition", startsWith("inline; filename=\""))
            .header("Content-Type", startsWith("text/html"))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .header("Content-Security-Policy", containsString("sandbox"))
            .header("Content-Security-Policy", containsString("style-src 'unsafe-inline'"));
      }
    }
  }

  @Test
  void pdfIsShown() {
    for (String register : registers()) {
      get(register + "/file?format=pdf&disposition=inline")
          .statusCode(200)
          .header("Content-Disposition", startsWith("inline; filename=\""))
          .header("Content-Type", startsWith("application/pdf"))
          .header("Content-Security-Policy", containsString("object-src 'self'"))
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
          .header("Content-Security-Policy", not(containsString("script-src")))
          .header("Content-Security-Policy", not(containsString("sandbox")));
    }
  }

  @Test
  void signedCopyIsShown() {
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post(edition + "/issuance")
        .then()
        .statusCode(200);
    byte[] pdf = TestForm.text("%PDF-1.4\n% " + edition + "\n%%EOF\n");
    String copy =
        edition
            + "/signed-copies/"
            + TestForm.as(Key.COORDINATOR)
                .body(TestForm.of(TestForm.part("file", "ky.pdf", pdf)))
                .post(edition + "/signed-copies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    get(copy).statusCode(200).header("Content-Disposition", startsWith("attachment; filename=\""));
    get(copy + "?disposition=inline")
        .statusCode(200)
        .header("Content-Disposition", startsWith("inline; filename=\"ky.pdf\""));
    assertThat(get(copy + "?disposition=inline").extract().asByteArray()).isEqualTo(pdf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "docx", "zip"})
  void otherFormatsAreSaved(String format) {
    for (String register : registers()) {
      get(register + "/file?format=" + format + "&disposition=inline")
          .spec(badParameter("disposition", "not-supported"));
      get(register + "/file?format=" + format + "&disposition=attachment").statusCode(200);
    }
  }

  @Test
  void attachmentIsTheDefault() {
    for (String register : registers()) {
      get(register + "/file?format=html")
          .statusCode(200)
          .header("Content-Disposition", startsWith("attachment; filename=\""))
          .header("Content-Security-Policy", not(containsString("style-src")));
    }
    Api.wrong(Key.VIEWER)
        .accept("*/*")
        .get(plan.draftPath(1) + "/register/file?format=html&disposition=shown")
        .then()
        .spec(badParameter("disposition", "invalid-enum"));
  }

  /** What a leader gets by mail. */
  @Test
  void linkOpensInTheBrowser() {
    String path = "/api/v1" + edition + "/register/file?format=pdf&disposition=inline";
    String url =
        Api.as(Key.COORDINATOR)
            .body(json("path", path, "minutes", 10_080))
            .post("/download-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    UsedKeys.note(url.substring(url.indexOf("link=") + "link=".length()));
    Api.anonymous()
        .basePath("")
        .urlEncodingEnabled(false)
        .get(url)
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("inline"))
        .header("Content-Type", startsWith("application/pdf"));
  }
}
