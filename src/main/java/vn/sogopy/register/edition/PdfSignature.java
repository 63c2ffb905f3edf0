package vn.sogopy.register.edition;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a digital signature in a PDF. Its dictionary names the signed bytes of the file, so it is
 * neither compressed nor encrypted (ISO 32000-1, 12.8.1). The signature itself is not verified.
 */
final class PdfSignature {
  private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 64 * 1024;

  private PdfSignature() {}

  static boolean isIn(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      int matched = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        // The slash occurs at the beginning of the key alone.
        matched = next == KEY[matched] ? matched + 1 : next == KEY[0] ? 1 : 0;
        if (matched == KEY.length) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
