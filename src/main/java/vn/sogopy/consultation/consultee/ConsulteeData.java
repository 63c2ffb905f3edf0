package vn.sogopy.consultation.consultee;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /**
   * Whether the organization was asked after its end: by a letter of that day or a later one, or
   * without the date of any letter.
   *
   * @param end the first day without the organization; null = none
   * @param today the day of a request without a date
   * @param stored the data before a change, whose letters are not judged again
   */
  boolean isAskedAfter(LocalDate end, LocalDate today, ConsulteeData stored) {
    List<LocalDate> dates =
        requestLetters.stream().map(RequestLetter::date).filter(Objects::nonNull).toList();
    if (end == null) {
      return false;
    }
    if (stored == null && dates.isEmpty()) {
      return !today.isBefore(end);
    }
    return requestLetters.stream()
        .filter(letter -> stored == null || !stored.requestLetters.contains(letter))
        .anyMatch(letter -> letter.date() != null && !letter.date().isBefore(end));
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
