package vn.sogopy.consultation.reminder;

import java.io.IOException;
import java.io.OutputStream;

/** Renders one format of the chasing list. */
public interface ChasingRenderer {
  ChasingFormat format();

  String mediaType();

  /** The name of the file without extension, with diacritics. */
  String name();

  /**
   * @throws IOException if the stream throws it; the stream is not closed
   */
  void write(ChasingList list, OutputStream out) throws IOException;
}
