package vn.sogopy.consultation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the list of consultees can be asked for as. */
public enum ChasingFormat {
  JSON,
  CSV,
  XLSX,
  DOCX;

  static Optional<ChasingFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.ending().equals(name)).findFirst();
  }

  /** As it stands in the parameter, and at the end of a file name. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }
}
