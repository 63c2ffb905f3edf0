package vn.sogopy.register;

import java.io.IOException;
import java.io.OutputStream;

/** One format of the register. The implementations, one a format, lie in {@code render}. */
public interface RegisterRenderer {
  /** As it stands in the parameter {@code format}; also the ending of the file name. */
  String format();

  String mediaType();

  /**
   * @throws IOException as the stream throws it; the stream is not closed
   */
  void write(Register register, OutputStream out) throws IOException;
}
