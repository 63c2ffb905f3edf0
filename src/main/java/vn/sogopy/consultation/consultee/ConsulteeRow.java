package vn.sogopy.consultation.consultee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The values that the rows of a file have for one organization; null = empty cell. */
record ConsulteeRow(
    List<RequestLetter> letters,
    LocalDate dueOn,
    LocalDate dossierReceivedOn,
    String contact,
    String phone,
    String email) {

  /** Merges another row of the same organization; null if the two contradict each other. */
  ConsulteeRow and(ConsulteeRow other) {
    boolean agree =
        agree(dueOn, other.dueOn)
            && agree(dossierReceivedOn, other.dossierReceivedOn)
            && agree(contact, other.contact)
            && agree(phone, other.phone)
            && agree(email, other.email);
    return agree
        ? new ConsulteeRow(
            join(letters, other.letters),
            or(dueOn, other.dueOn),
            or(dossierReceivedOn, other.dossierReceivedOn),
            or(contact, other.contact),
            or(phone, other.phone),
            or(email, other.email))
        : null;
  }

  /** The stored data with these values applied. */
  ConsulteeData over(ConsulteeData old) {
    Contact known = old.contact();
    return new ConsulteeData(
        or(letters, old.requestLetters()),
        or(dueOn, old.dueOn()),
        or(dossierReceivedOn, old.dossierReceivedOn()),
        new Contact(or(contact, known.name()), or(phone, known.phone()), or(email, known.email())));
  }

  private static List<RequestLetter> join(List<RequestLetter> one, List<RequestLetter> other) {
    if (one == null || other == null) {
      return or(one, other);
    }
    List<RequestLetter> all = new ArrayList<>(one);
    other.stream()
        .filter(letter -> one.stream().noneMatch(known -> known.key().equals(letter.key())))
        .forEach(all::add);
    return all;
  }

  private static boolean agree(Object one, Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static <T> T or(T one, T other) {
    return one == null ? other : one;
  }
}
