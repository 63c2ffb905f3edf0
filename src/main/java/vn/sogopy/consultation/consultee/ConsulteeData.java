package vn.sogopy.consultation.consultee;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The data of a consultee, as stored and as read from a row of a file.
 *
 * @param requestLetters empty = none
 * @param dueOn its own due date; null = that of the draft
 * @param contact null = unknown
 */
@Embeddable
public record ConsulteeData(
    @JdbcTypeCode(SqlTypes.JSON) List<RequestLetter> requestLetters,
    LocalDate dueOn,
    LocalDate dossierReceivedOn,
    Contact contact) {

  static final ConsulteeData NONE = new ConsulteeData(null, null, null, null);

  public ConsulteeData {
    requestLetters = requestLetters == null ? List.of() : requestLetters;
    contact = Contact.NONE.equals(contact) ? null : contact;
  }

  ConsulteeData withoutDueDate() {
    return new ConsulteeData(requestLetters, null, dossierReceivedOn, contact);
  }

  /** Merges another row of the same organization; null if the two contradict each other. */
  ConsulteeData and(ConsulteeData other) {
    List<RequestLetter> all = new ArrayList<>(requestLetters);
    other.requestLetters.stream()
        .filter(letter -> requestLetters.stream().noneMatch(one -> one.key().equals(letter.key())))
        .forEach(all::add);
    ConsulteeData merged = over(all, other);
    // Without a contradiction it does not matter which of the two takes precedence.
    return merged.equals(other.over(all, this)) ? merged : null;
  }

  /** The stored data with these values applied. */
  ConsulteeData over(ConsulteeData old) {
    return over(requestLetters.isEmpty() ? old.requestLetters : requestLetters, old);
  }

  private ConsulteeData over(List<RequestLetter> letters, ConsulteeData old) {
    Contact now = Contact.orNone(contact);
    Contact known = Contact.orNone(old.contact);
    return new ConsulteeData(
        letters,
        or(dueOn, old.dueOn),
        or(dossierReceivedOn, old.dossierReceivedOn),
        new Contact(
            or(now.name(), known.name()),
            or(now.phone(), known.phone()),
            or(now.email(), known.email())));
  }

  private static <T> T or(T one, T other) {
    return one == null ? other : one;
  }
}
