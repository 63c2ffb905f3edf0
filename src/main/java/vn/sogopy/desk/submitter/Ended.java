package vn.sogopy.desk.submitter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.sogopy.consultation.round.EndedBody;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.security.Caller;

/** Tells a person of an ended body that its successors write now. */
@ApplicationScoped
class Ended {
  @Inject SuccessionReader bodies;

  /**
   * @param name of the body
   * @param end with its successors
   */
  record Notice(String name, EndedBody end) {}

  /** Null if the body of the person exists on this day. */
  Notice notice(Caller caller, LocalDate day) {
    Successions all = bodies.current();
    return all.ended(caller.organization(), day)
        .map(body -> new Notice(body.name(), EndedBody.of(all, body.id(), day)))
        .orElse(null);
  }
}
