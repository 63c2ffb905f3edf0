package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.consultation.letter.LetterCorrectionService;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Records that a letter also speaks for a consultee that did not send it ("trả lời thay"). */
@ApplicationScoped
public class ReplyInPlaceService {
  @Inject ConsulteeStore store;
  @Inject ConsulteeReader reader;
  @Inject LetterReader letters;
  @Inject LetterCorrectionService corrections;
  @Inject JsonInput input;

  /**
   * Adds the consultee to those that the letter speaks for, and keeps these.
   *
   * @param reason for the history of the letter
   * @throws ProblemException 404 if there is no such consultee or letter in this draft; others as
   *     for a correction of the letter
   */
  @Transactional
  public void record(
      Actor actor, DraftRef draft, String organization, UUID letterId, String reason) {
    store.get(draft, organization);
    LetterView letter = letters.get(actor.caller(), letterId);
    if (!letter.plan().equals(draft.plan()) || letter.draft() != draft.number()) {
      throw ProblemException.notFound();
    }
    Set<String> codes = new LinkedHashSet<>(spokenFor(actor, draft, letter));
    codes.add(organization);
    Map<String, Object> change = new HashMap<>();
    change.put("onBehalfOf", codes);
    change.put("reason", reason);
    IfMatch seen = IfMatch.parse("\"" + letter.version() + "\"");
    corrections.patch(actor, letterId, input.patch(change), seen);
  }

  /** A letter that names nobody speaks for ended bodies; to name one would end that. */
  private List<String> spokenFor(Actor actor, DraftRef draft, LetterView letter) {
    if (letter.onBehalfOf() != null) {
      return letter.onBehalfOf();
    }
    ConsulteeQuery all = new ConsulteeQuery();
    all.state = List.of();
    return reader.all(actor, draft, all).items().stream()
        .filter(view -> view.answeredBy() != null)
        .filter(view -> view.answeredBy().letter().id().equals(letter.id()))
        .map(view -> view.organization().code())
        .toList();
  }
}
