package vn.sogopy.platform.http.download;

import java.util.Locale;

/** What comes as data or as a page for people. */
public enum PageFormat {
  JSON,
  HTML;

  /** The value of {@code format}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
