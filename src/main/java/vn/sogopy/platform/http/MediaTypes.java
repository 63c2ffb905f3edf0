package vn.sogopy.platform.http;

/** The media types besides JSON that are used in more than one place. */
public final class MediaTypes {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  public static final String NDJSON = "application/x-ndjson";

  public static final String PDF = "application/pdf";
  public static final String XML = "application/xml";
  public static final String ZIP = "application/zip";

  /** The media type of CSV responses. */
  public static final String CSV_UTF8 = CSV + "; charset=UTF-8";

  public static final String HTML_UTF8 = "text/html; charset=UTF-8";

  private MediaTypes() {}
}
