package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestOrganization;

/** Consultees, statistics and editions. */
final class RoundRequests {
  private RoundRequests() {}

  static void addTo(Map<String, Function<Scene, Ask>> all) {
    all.put(
        "listConsultees",
        scene -> {
          scene.consultee();
          return Ask.get(scene.draft() + "/consultees").shows(scene.organization());
        });
    all.put(
        "exportConsultees",
        scene -> {
          scene.consultee();
          return Ask.get(scene.draft() + "/consultees/file").query("format", "csv");
        });
    all.put(
        "exportRequestLetter",
        scene -> {
          scene.consultee();
          return Ask.get(scene.draft() + "/consultees/request-letter");
        });
    all.put("getConsulteeTemplate", scene -> Ask.get(scene.draft() + "/consultees/template"));
    all.put("getConsultee", scene -> Ask.get(scene.consultee()).shows(scene.organization()));
    all.put("listContacts", scene -> Ask.get(scene.consultee() + "/contacts-log"));
    all.put("getConsulteeHistory", scene -> Ask.get(scene.consultee() + "/history"));
    all.put(
        "createConsultees",
        scene ->
            Ask.post(scene.draft() + "/consultees", List.of(json("organization", scene.body()))));
    all.put(
        "patchConsultee",
        scene -> Ask.patch(scene.consultee(), json("contact", json("name", "N" + scene.next()))));
    all.put("removeConsultee", RoundRequests::removeConsultee);
    all.put("handOverConsultee", RoundRequests::handOverConsultee);
    all.put(
        "addContact",
        scene ->
            Ask.post(
                scene.consultee() + "/contacts-log",
                json("contactedOn", "2021-09-16", "text", "Đã gọi điện")));
    all.put("getStatistics", scene -> Ask.get(scene.draft() + "/statistics"));
    all.put("getCoverage", scene -> Ask.get(scene.draft() + "/coverage"));
    all.put("getReadiness", scene -> Ask.get(scene.draft() + "/readiness"));
    all.put("exportReadiness", scene -> Ask.get(scene.draft() + "/readiness/file"));
    all.put(
        "exportRegister",
        scene ->
            CommentRequests.filtered(
                scene, Ask.get(scene.draft() + "/register/file").query("format", "csv")));
    all.put(
        "getRegister",
        scene -> CommentRequests.filtered(scene, Ask.get(scene.draft() + "/register")));
    all.put(
        "listEditions",
        scene -> {
          scene.edition();
          return Ask.get(scene.draft() + "/editions").shows(scene.stage().mine());
        });
    all.put("getEdition", scene -> Ask.get(scene.edition()).shows("verificationCode"));
    all.put(
        "getEditionRegister",
        scene -> {
          Ask ask = Ask.get(scene.edition() + "/register").query("format", "json");
          return scene.column() == Column.VIEWER_RESTRICTED ? ask : ask.shows(scene.word());
        });
    all.put(
        "exportEditionRegister",
        scene -> {
          Ask ask = Ask.get(scene.edition() + "/register/file").query("format", "csv");
          // Each form of an edition is rendered and stored at its first request.
          ask.writesNothing = false;
          return scene.column() == Column.VIEWER_RESTRICTED ? ask : ask.shows(scene.word());
        });
    all.put(
        "exportEditionDiff",
        scene -> {
          String before = scene.edition();
          scene.comment();
          return Ask.get(scene.edition() + "/diff/file")
              .query("against", before.substring("/editions/".length()));
        });
    all.put(
        "compareEditions",
        scene -> {
          String before = scene.edition();
          scene.comment();
          return Ask.get(scene.edition() + "/diff")
              .query("against", before.substring("/editions/".length()));
        });
    all.put(
        "sealEdition",
        scene ->
            Ask.post(
                scene.draft() + "/editions", json("allowUnanswered", true, "allowUnplaced", true)));
    all.put(
        "issueEdition",
        scene ->
            Ask.post(
                scene.edition() + "/issuance",
                json("reportNumber", "" + scene.next(), "reportDate", "2021-10-05")));
    all.put(
        "correctIssuance",
        scene ->
            Ask.patch(
                scene.issued() + "/issuance",
                json("reportNumber", "" + scene.next(), "reason", "Gõ nhầm")));
    all.put(
        "attachSignedCopy",
        scene -> Ask.file(scene.issued() + "/signed-copies", "a.pdf", scene.signedBytes()));
    all.put("listMinutes", scene -> Ask.get(scene.draft() + "/minutes"));
    all.put("attachMinutes", scene -> Ask.file(scene.draft() + "/minutes", "a.pdf", Scene.PDF));
    all.put("getMinutes", scene -> Ask.get(minutes(scene)));
    all.put("removeMinutes", scene -> Ask.delete(minutes(scene)));
    all.put("getSignedCopy", scene -> Ask.get(scene.signedCopy()));
  }

  /** The path of new minutes. */
  static String minutes(Scene scene) {
    String path = scene.draft() + "/minutes";
    String id =
        TestForm.as(Key.COORDINATOR)
            .body(TestForm.of(TestForm.part("file", "a.pdf", Scene.PDF)))
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return path + "/" + id;
  }

  private static Ask removeConsultee(Scene scene) {
    String organization = scene.body();
    String path = scene.draft() + "/consultees";
    Api.as(Key.COORDINATOR)
        .body(List.of(json("organization", organization)))
        .post(path)
        .then()
        .statusCode(200);
    return Ask.delete(path + "/" + organization).query("reason", "Nhầm").ofAnyVersion();
  }

  private static Ask handOverConsultee(Scene scene) {
    String organization = scene.body();
    String path = scene.draft() + "/consultees";
    Api.as(Key.COORDINATOR)
        .body(List.of(json("organization", organization)))
        .post(path)
        .then()
        .statusCode(200);
    TestOrganization.endOn("2021-10-01", organization, scene.body());
    return Ask.change(path + "/" + organization + "/handover", json("reason", "Sắp xếp bộ máy"));
  }
}
