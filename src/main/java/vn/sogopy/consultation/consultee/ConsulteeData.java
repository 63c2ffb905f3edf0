package vn.sogopy.consultation.consultee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The stored data of a consultee.
 *
 * @param dueOn its own due date; null = that of the draft
 * @param contact never null
 */
public record ConsulteeData(
    List<RequestLetter> requestLetters,
    LocalDate dueOn,
    LocalDate dossierReceivedOn,
    Contact contact) {

  static final ConsulteeData NONE = new ConsulteeData(List.of(), null, null, Contact.NONE);

  ConsulteeData withoutDueDate() {
    return new ConsulteeData(requestLetters, null, dossierReceivedOn, contact);
  }

  /** A field with its value before and after, as in JSON. */
  record Change(String field, Object before, Object after) {}

  /** The differences, in the order of the fields. */
  List<Change> changesTo(ConsulteeData after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "requestLetters", requestLetters, after.requestLetters);
    add(changes, "dueOn", dueOn, after.dueOn);
    add(changes, "dossierReceivedOn", dossierReceivedOn, after.dossierReceivedOn);
    add(changes, "contact", contact.orNull(), after.contact.orNull());
    return changes;
  }

  private static void add(List<Change> changes, String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }
}
