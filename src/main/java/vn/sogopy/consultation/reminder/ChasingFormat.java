package vn.sogopy.consultation.reminder;

import java.util.Locale;

/** The formats of the list of consultees. */
public enum ChasingFormat {
  JSON,
  CSV,
  XLSX,
  DOCX;

  /** The value of {@code format} and the extension of the file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
