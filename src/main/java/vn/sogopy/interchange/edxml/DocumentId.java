package vn.sogopy.interchange.edxml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.sogopy.letter.LetterNumber;

/**
 * The global identity of a document, written {@code 000.00.05.H03,2021/09/06,642/SXD-QHKT}:
 * organization, day, number with symbol.
 */
record DocumentId(String organId, LocalDate date, String code) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  /** Empty for another format, such as a UUID. */
  static Optional<DocumentId> parse(String written) {
    String[] parts = written == null ? new String[0] : written.split(",", 3);
    if (parts.length < 3 || parts[0].isBlank() || !parts[2].matches(LetterNumber.FORM)) {
      return Optional.empty();
    }
    return EdxmlDate.parse(parts[1])
        .map(date -> new DocumentId(parts[0].strip(), date, parts[2].strip()));
  }

  /** The canonical form of day and blanks. Text in another format is put on one line. */
  static String normalize(String written) {
    return parse(written)
        .map(DocumentId::text)
        .orElseGet(() -> written.strip().replaceAll("[\\s\\p{Z}]+", " "));
  }

  String text() {
    return organId.toUpperCase(Locale.ROOT)
        + ","
        + DAY.format(date)
        + ","
        + LetterNumber.normalize(code);
  }
}
