package vn.sogopy.consultation.reminder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import vn.sogopy.platform.http.MediaTypes;

/** The formats of the list of consultees. */
public enum ChasingFormat {
  JSON(null, null, null),
  CSV(MediaTypes.CSV_UTF8, ChasingTable.TITLE, ChasingTable::writeCsv),
  XLSX(MediaTypes.XLSX, ChasingTable.TITLE, ChasingTable::writeXlsx),
  DOCX(MediaTypes.DOCX, "Công văn về việc góp ý", ChasingLetter::write);

  final String mediaType;

  /** The first part of the file name, with diacritics. */
  final String title;

  private final Writer writer;

  private interface Writer {
    void write(ChasingList list, OutputStream out) throws IOException;
  }

  ChasingFormat(String mediaType, String title, Writer writer) {
    this.mediaType = mediaType;
    this.title = title;
    this.writer = writer;
  }

  /**
   * Not for JSON.
   *
   * @throws IOException if the stream throws it; the stream is not closed
   */
  void write(ChasingList list, OutputStream out) throws IOException {
    writer.write(list, out);
  }

  /** The value of {@code format} and the extension of the file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
