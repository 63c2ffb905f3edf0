package vn.sogopy.consultation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;

/** Comments and tables that state for whom their letter speaks. */
@QuarkusTest
class OnBehalfIntakeTest {

  private static Map<String, Object> comment(Merger merger, Object onBehalfOf) {
    return json(
        "organization", merger.now(),
        "letter",
            json(
                "number",
                "8/CV",
                "date",
                "2021-08-24",
                "position",
                "COMMENTS",
                "onBehalfOf",
                onBehalfOf),
        "content", "Một");
  }

  /** The letter of a comment says it, too; a later comment changes nothing. */
  @Test
  void commentStatesForWhomItsLetterSpeaks() {
    Merger merger = Merger.oldAsked();
    String path = merger.plan().comments();
    Api.as(Key.COORDINATOR)
        .body(comment(merger, List.of(merger.old(), "khong-co")))
        .post(path)
        .then()
        .spec(badField("/letter/onBehalfOf/1", "unknown-organization"));
    Api.as(TestOrganization.key(merger.now()))
        .body(comment(merger, List.of("stc")))
        .post(path)
        .then()
        .spec(problem(403, "forbidden"));
    merger.plan().comment(Key.COORDINATOR, comment(merger, List.of(merger.old())));
    // Its letter is of before the end.
    merger
        .get(merger.old())
        .body("state", equalTo("COMMENTED"))
        .body("answeredBy.letter.number", equalTo("8/CV"));
    Api.as(Key.COORDINATOR)
        .body(with(comment(merger, List.of("stc")), "content", "Hai"))
        .post(path)
        .then()
        .statusCode(201)
        .body("warnings.pointer", contains("/letter/onBehalfOf"));
    merger.get(merger.old()).body("state", equalTo("COMMENTED"));
  }

  @Test
  void tableStatesForWhomALetterSpeaks() {
    Merger merger = Merger.oldAsked();
    String table =
        "Cơ quan góp ý;Số văn bản;Ngày văn bản;Nội dung góp ý;Trả lời thay cho\n"
            + "%s;9/CV;24/8/2021;Một;\"%s; Sở Tài chính\"\n"
                .formatted(merger.now(), Merger.name(merger.old()));
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post(merger.plan().draftPath(1) + "/comment-imports")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    Api.as(Key.COORDINATOR)
        .get(TestLetter.letters(merger.plan()))
        .then()
        .body("items[0].onBehalfOf", contains(merger.old(), "stc"));
    merger.get(merger.old()).body("answeredBy.organization.code", equalTo(merger.now()));
  }
}
