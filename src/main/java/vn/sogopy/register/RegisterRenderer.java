package vn.sogopy.register;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one format of the register; implemented in {@code render}. The identifier of the bean is
 * the name of its format.
 */
@FunctionalInterface
public interface RegisterRenderer {
  /**
   * @param seal null for an unsealed register: it is marked DỰ THẢO
   * @throws IOException as the stream throws it; the stream is not closed
   */
  void write(Register register, Seal seal, OutputStream out) throws IOException;
}
