package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import java.util.Map;
import java.util.function.Function;
import vn.sogopy.testing.TestLetter;

/** Letters, their files, and parked letters. */
final class LetterRequests {
  private LetterRequests() {}

  static void addTo(Map<String, Function<Scene, Ask>> all) {
    all.put(
        "listLetters",
        scene -> {
          scene.letter();
          return CommentRequests.filtered(scene, Ask.get(scene.draft() + "/letters"));
        });
    all.put("getLetter", scene -> Ask.get(scene.letter().path()).shows(scene.organization()));
    all.put("getLetterHistory", scene -> Ask.get(scene.letter().path() + "/history"));
    all.put(
        "createLetter",
        scene ->
            Ask.post(
                scene.draft() + "/letters",
                with(TestLetter.letter(scene.number()), "organization", scene.organization())));
    all.put(
        "previewLetter",
        scene ->
            Ask.post(scene.draft() + "/letter-previews")
                .body("application/xml", scene.message())
                .writingNothing());
    all.put(
        "patchLetter",
        scene -> Ask.patch(scene.letter().path(), json("subject", "Góp ý " + scene.next())));
    all.put(
        "withdrawLetter",
        scene -> Ask.change(scene.letter().path() + "/withdrawal", json("reason", "Nhầm")));
    all.put(
        "listAttachments",
        scene -> {
          TestLetter letter = scene.letter();
          scene.attachment(letter);
          Ask ask = Ask.get(letter.path() + "/attachments");
          return scene.column() == Column.VIEWER_RESTRICTED ? ask : ask.shows("a.pdf");
        });
    all.put(
        "attachFile",
        scene -> Ask.file(scene.letter().path() + "/attachments", "a.pdf", Scene.PDF));
    all.put("getAttachment", scene -> Ask.get("/attachments/" + scene.attachment(scene.letter())));
    all.put(
        "proposeParts",
        scene ->
            Ask.post(scene.letter().path() + "/proposed-parts", json("text", "1. Về giao thông"))
                .writingNothing());
    all.put(
        "listParkedLetters",
        scene -> {
          scene.parked();
          return Ask.get(scene.draft() + "/parked-letters").shows(scene.word());
        });
    all.put(
        "getParkedLetter",
        scene -> Ask.get("/parked-letters/" + scene.parked()).shows(scene.word()));
    all.put(
        "createLetterOfParked",
        scene ->
            Ask.post(
                "/parked-letters/" + scene.parked() + "/letter",
                json("organization", scene.organization(), "remember", false)));
    all.put(
        "deleteParkedLetter",
        scene -> Ask.delete("/parked-letters/" + scene.parked()).query("reason", "Thư rác"));
  }
}
