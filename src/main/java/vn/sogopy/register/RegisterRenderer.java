package vn.sogopy.register;

import java.io.IOException;
import java.io.OutputStream;

/** One format of the register; implemented in {@code render}. */
public interface RegisterRenderer {
  RegisterFormat format();

  /**
   * @param seal null for an unsealed register: it is marked DỰ THẢO
   * @throws IOException as the stream throws it; the stream is not closed
   */
  void write(Register register, Seal seal, OutputStream out) throws IOException;
}
