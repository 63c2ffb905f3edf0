package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** Requests whose path has no plan. */
final class GeneralRequests {
  private GeneralRequests() {}

  static void addTo(Map<String, Function<Scene, Ask>> all) {
    all.put("getMe", scene -> Ask.get("/me"));
    all.put("listGroups", scene -> Ask.get("/groups"));
    all.put(
        "replaceGroups",
        scene -> {
          List<Object> items = Api.as(Key.COORDINATOR).get("/groups").path("items");
          // Unchanged groups, since other tests depend on them.
          return Ask.put("/groups", json("items", items)).writingNothing();
        });
    all.put("getGroupTemplate", scene -> Ask.get("/groups/template"));
    all.put("getOrganizationTemplate", scene -> Ask.get("/organizations/template"));
    all.put("listOrganizations", scene -> Ask.get("/organizations").shows("sgtvt"));
    all.put("getOrganization", scene -> Ask.get("/organizations/sgtvt").shows("sgtvt"));
    all.put(
        "createOrganization",
        scene ->
            Ask.post(
                "/organizations",
                json(
                    "code",
                    Scene.newCode(),
                    "name",
                    "Cơ quan thử",
                    "group",
                    "COMMUNITY",
                    "order",
                    900)));
    all.put(
        "patchOrganization",
        scene -> Ask.patch("/organizations/" + scene.body(), json("aliases", List.of("Tên tắt"))));
    all.put(
        "deleteOrganization", scene -> Ask.delete("/organizations/" + scene.body()).ofAnyVersion());
    all.put("listApiKeys", scene -> Ask.get("/api-keys").query("limit", "200"));
    all.put(
        "createApiKey",
        scene ->
            Ask.post(
                "/api-keys",
                json(
                    "name",
                    "Người xem",
                    "role",
                    "VIEWER",
                    "plans",
                    List.of(scene.plan().slug()),
                    "person",
                    true)));
    all.put(
        "replaceApiKey",
        scene -> Ask.post("/api-keys/" + Keys.code(scene.plan()) + "/replacement"));
    all.put("revokeApiKey", scene -> Ask.delete("/api-keys/" + Keys.code(scene.plan())));
    all.put("getPersonalData", scene -> Ask.get("/personal-data").query("name", "Người Thử"));
    all.put(
        "createPersonalDataErasure",
        scene ->
            Ask.post(
                "/personal-data/erasures",
                json("person", "Người Thử " + Scene.newCode(), "reason", "Thử")));
    all.put("listAudit", scene -> Ask.get("/audit").query("limit", "200"));
    all.put(
        "createDownloadLink",
        scene ->
            Ask.post(
                    "/download-links",
                    json("path", "/api/v1" + scene.edition() + "/register?format=docx"))
                .writingNothing());
    all.put(
        "listDownloadLinks",
        scene -> {
          scene.link();
          return Ask.get("/download-links").query("limit", "200").shows(scene.plan().slug());
        });
    all.put("revokeDownloadLink", scene -> Ask.delete("/download-links/" + scene.link()));
    all.put("removeSampleData", scene -> Ask.delete("/sample-data"));
    all.put(
        "verifyCode",
        scene -> {
          String code = Api.as(Key.COORDINATOR).get(scene.edition()).path("verificationCode");
          return Ask.get("/editions/verifications").query("code", code).shows(scene.plan().slug());
        });
    all.put(
        "verifyFile",
        scene -> {
          byte[] file =
              Api.as(Key.COORDINATOR)
                  .accept("*/*")
                  .get(scene.edition() + "/register?format=json")
                  .asByteArray();
          return Ask.file("/editions/verifications", "a.json", file).writingNothing();
        });
  }
}
