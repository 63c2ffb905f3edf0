package vn.sogopy.consultation.reminder;

import java.io.IOException;
import java.io.OutputStream;

/** One format of the chasing list. */
public interface ChasingRenderer {
  ChasingFormat format();

  String mediaType();

  /** The first part of the file name, with diacritics. */
  String name();

  /**
   * @throws IOException if the stream throws it; the stream is not closed
   */
  void write(ChasingList list, OutputStream out) throws IOException;
}
