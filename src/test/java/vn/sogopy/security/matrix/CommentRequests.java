package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;

/** Comments and the operations on them. */
final class CommentRequests {
  private CommentRequests() {}

  static void addTo(Map<String, Function<Scene, Ask>> all) {
    all.put("getComment", scene -> Ask.get(scene.comment().path()).shows(scene.word()));
    all.put(
        "getCommentHistory",
        scene -> {
          TestComment comment = scene.comment();
          comment.patch(Key.COORDINATOR, json("content", scene.word() + " sửa")).statusCode(200);
          return Ask.get(comment.path() + "/history").shows(scene.word());
        });
    all.put(
        "listCommentParts", scene -> Ask.get(split(scene).path() + "/parts").shows(scene.word()));
    // The first comment of the organization in the plan has the same words.
    all.put("listSimilarComments", scene -> Ask.get(scene.comment().path() + "/similar"));
    all.put("listComments", scene -> list(scene, scene.plan().comments()));
    all.put("listPlanComments", scene -> list(scene, scene.plan().path() + "/comments"));
    all.put(
        "createComment",
        scene ->
            Ask.post(
                scene.plan().comments(),
                json("organization", scene.organization(), "content", scene.word())));
    all.put(
        "importComments",
        scene ->
            Ask.post(scene.draft() + "/comment-imports")
                .body(
                    MediaTypes.NDJSON,
                    "{\"organization\": \"%s\", \"content\": \"%s\"}%n"
                        .formatted(scene.organization(), "Ý kiến trong tệp " + scene.next())
                        .getBytes(StandardCharsets.UTF_8)));
    all.put(
        "getCommentImportTemplate", scene -> Ask.get(scene.draft() + "/comment-imports/template"));
    all.put("patchComment", scene -> Ask.patch(scene.comment().path(), json("kind", "DATA")));
    one(
        all,
        "withdrawComment",
        Scene::comment,
        (s, path) -> Ask.change(path + "/withdrawal", why()));
    one(
        all,
        "reactToAnswer",
        scene -> scene.answered().approve(),
        (scene, path) -> Ask.put(path + "/reaction", json("reaction", "AGREED")));
    one(
        all,
        "assignComment",
        Scene::comment,
        (scene, path) -> Ask.put(path + "/assignment", json("assignee", "Chuyên gia")));
    one(
        all,
        "answerComment",
        Scene::comment,
        (scene, path) ->
            Ask.put(path + "/answer", json("result", "NOTED", "response", "Ghi nhận")));
    one(
        all,
        "reviseComment",
        Scene::answered,
        (scene, path) -> Ask.put(path + "/revision", json("section", "V.1", "page", 49)));
    one(
        all,
        "splitComment",
        Scene::comment,
        (scene, path) -> Ask.change(path + "/parts", json("parts", parts(scene))));
    one(
        all,
        "undoSplit",
        CommentRequests::split,
        (scene, path) -> Ask.delete(path + "/parts").ofAnyVersion());
    one(all, "escalateComment", Scene::comment, (s, path) -> Ask.put(path + "/escalation", why()));
    one(
        all,
        "directComment",
        CommentRequests::escalated,
        (scene, path) -> Ask.put(path + "/direction", json("text", "Thống nhất")));
    one(
        all,
        "approveComment",
        Scene::answered,
        (scene, path) -> Ask.post(path + "/approval").ofAnyVersion());
    one(all, "returnComment", Scene::answered, (s, path) -> Ask.change(path + "/return", why()));
    bulk(
        all,
        "answerComments",
        "answers",
        Scene::comment,
        "result",
        "NOTED",
        "response",
        "Ghi nhận");
    bulk(all, "assignComments", "assignments", Scene::comment, "assignee", "Chuyên gia");
    bulk(all, "approveComments", "approvals", Scene::answered);
    bulk(all, "returnComments", "returns", Scene::answered, "reason", "Ghi rõ trang");
    all.put("exportWorklist", scene -> filtered(scene, Ask.get(scene.draft() + "/worklist")));
    all.put(
        "importWorklist",
        scene ->
            Ask.post(scene.draft() + "/worklist")
                .body(
                    MediaTypes.XLSX,
                    WorklistSheet.assigned(
                        scene.draft(), "?letter=" + scene.letter().id(), "Chuyên gia")));
    all.put(
        "createCommentRequest",
        scene ->
            Ask.post(
                scene.comment().path() + "/requests",
                json("to", scene.organization(), "kind", "DATA", "text", "Số liệu?")));
    all.put(
        "listCommentRequests",
        scene -> {
          String comment =
              Api.as(Key.CONSULTANT).get("/requests/" + scene.request()).path("comment.id");
          return Ask.get("/comments/" + comment + "/requests").shows(scene.word());
        });
    all.put("getRequest", scene -> Ask.get("/requests/" + scene.request()).shows(scene.word()));
    all.put(
        "listRequests",
        scene -> {
          scene.request();
          return filtered(scene, Ask.get("/requests"));
        });
    all.put(
        "answerRequest",
        scene -> Ask.put("/requests/" + scene.request() + "/reply", json("reply", "4,2 MW")));
  }

  private static void one(
      Map<String, Function<Scene, Ask>> all,
      String operation,
      Function<Scene, TestComment> comment,
      BiFunction<Scene, String, Ask> ask) {
    all.put(operation, scene -> ask.apply(scene, comment.apply(scene).path()));
  }

  private static void bulk(
      Map<String, Function<Scene, Ask>> all,
      String operation,
      String path,
      Function<Scene, TestComment> comment,
      String... fields) {
    all.put(
        operation,
        scene -> {
          Map<String, Object> item = scene.item(comment.apply(scene));
          for (int i = 0; i < fields.length; i += 2) {
            item.put(fields[i], fields[i + 1]);
          }
          return Ask.post(scene.draft() + "/" + path, List.of(item));
        });
  }

  private static Map<String, Object> why() {
    return json("reason", "Cần xem lại");
  }

  private static List<Object> parts(Scene scene) {
    return List.of(json("content", scene.word() + " một"), json("content", scene.word() + " hai"));
  }

  private static TestComment split(Scene scene) {
    TestComment comment = scene.comment();
    Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(json("parts", parts(scene)))
        .post(comment.path() + "/parts")
        .then()
        .statusCode(200);
    return comment;
  }

  private static TestComment escalated(Scene scene) {
    TestComment comment = scene.comment();
    Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(why())
        .put(comment.path() + "/escalation")
        .then()
        .statusCode(200);
    return comment;
  }

  private static Ask list(Scene scene, String path) {
    Ask ask = filtered(scene, Ask.get(path));
    boolean own = scene.column() != Column.SUBMITTER_OTHER;
    return own && scene.column() != Column.VIEWER_RESTRICTED ? ask.shows(scene.word()) : ask;
  }

  /** Filters a list by the organization of the owner. */
  static Ask filtered(Scene scene, Ask ask) {
    return ask.query("organization", scene.organization());
  }
}
