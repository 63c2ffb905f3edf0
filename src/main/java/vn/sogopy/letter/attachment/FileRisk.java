package vn.sogopy.letter.attachment;

/** What a stored file may do to whoever opens it, as far as its content shows. */
public enum FileRisk {
  /** A known type, with neither macros nor other files in it. */
  NONE,
  /** Has macros, which an office program can run. */
  MACROS,
  /** Holds other files, which are not checked. */
  ARCHIVE,
  /** Of an unknown type, damaged, encrypted, or a page that a browser can run. */
  UNKNOWN;

  /** The media type of a download: no browser shows what nobody knows. */
  public String shown(String mediaType) {
    return this == UNKNOWN ? "application/octet-stream" : mediaType;
  }
}
