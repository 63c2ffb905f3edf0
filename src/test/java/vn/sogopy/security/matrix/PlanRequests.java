package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A plan, its drafts, outlines, milestones and phrases. */
final class PlanRequests {
  private PlanRequests() {}

  static void addTo(Map<String, Function<Scene, Ask>> all) {
    all.put("listPlans", scene -> Ask.get("/plans").query("limit", "200"));
    all.put(
        "createPlan",
        scene -> Ask.post("/plans", json("slug", "t-" + UUID.randomUUID(), "title", "Quy hoạch")));
    all.put("getPlan", scene -> Ask.get(scene.plan().path()).shows(scene.stage().title()));
    all.put(
        "patchPlan",
        scene ->
            Ask.patch(scene.plan().path(), json("letterhead", json("place", "N" + scene.next()))));
    all.put("listDrafts", scene -> Ask.get(scene.plan().path() + "/drafts").shows("OPEN"));
    all.put(
        "createDraft", scene -> Ask.post(scene.plan().path() + "/drafts", json("title", "Mới")));
    all.put("getDraft", scene -> Ask.get(scene.draft()).shows("OPEN"));
    all.put("patchDraft", scene -> Ask.patch(scene.draft(), json("title", "D" + scene.next())));
    all.put("listSections", scene -> Ask.get(scene.draft() + "/sections").shows("V.1"));
    all.put("exportSections", scene -> Ask.get(scene.draft() + "/sections/file").shows("V.1"));
    all.put(
        "replaceSections",
        scene ->
            Ask.put(
                scene.plan().draftPath(scene.plan().draft()) + "/sections",
                json("items", List.of(TestPlan.section("I", "Hiện trạng", null)))));
    all.put("getSectionTemplate", scene -> Ask.get(scene.draft() + "/sections/template"));
    all.put("listAssignees", scene -> Ask.get(scene.plan().path() + "/assignees"));
    all.put(
        "replaceAssignees",
        scene ->
            Ask.put(
                scene.plan().path() + "/assignees",
                json("items", List.of(json("name", "Người " + scene.next())))));
    all.put(
        "importPhrases",
        scene ->
            Ask.file(
                scene.plan().path() + "/phrase-imports",
                "a.csv",
                ("Câu mẫu\nCâu " + scene.next() + "\n").getBytes(StandardCharsets.UTF_8)));
    all.put(
        "getSectionLineage",
        scene -> Ask.get(scene.draft() + "/sections/V.1/lineage").shows("V.1"));
    all.put("listMilestones", scene -> Ask.get(scene.plan().path() + "/milestones"));
    all.put(
        "replaceMilestones",
        scene ->
            Ask.put(
                scene.plan().path() + "/milestones",
                json("items", List.of(json("title", "Mốc " + scene.next())))));
    all.put(
        "listPhrases",
        scene -> {
          scene.phrase();
          return Ask.get(scene.plan().path() + "/phrases").shows(scene.word());
        });
    all.put("getPhrase", scene -> Ask.get(scene.phrase()).shows(scene.word()));
    all.put(
        "createPhrase",
        scene -> Ask.post(scene.plan().path() + "/phrases", json("text", "Câu " + scene.next())));
    all.put("deletePhrase", scene -> Ask.delete(scene.phrase()).ofAnyVersion());
    all.put("exportArchive", scene -> Ask.get(scene.plan().path() + "/archive"));
    all.put(
        "deletePlan",
        scene -> {
          String slug = "t-" + UUID.randomUUID();
          Api.as(Key.COORDINATOR)
              .body(json("slug", slug, "title", "Nhầm"))
              .post("/plans")
              .then()
              .statusCode(201);
          return Ask.delete("/plans/" + slug).ofAnyVersion();
        });
    all.put(
        "deleteDraft",
        scene -> Ask.delete(scene.plan().draftPath(scene.plan().draft())).ofAnyVersion());
    all.put(
        "listChanges",
        scene -> Ask.get(scene.plan().path() + "/changes").shows(scene.stage().mine()));
  }
}
