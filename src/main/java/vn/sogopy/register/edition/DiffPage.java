package vn.sogopy.register.edition;

import java.io.IOException;
import java.io.OutputStream;

/** The difference of two editions as a page to read and print; it lies in {@code render}. */
public interface DiffPage {
  void write(EditionDiff diff, OutputStream out) throws IOException;
}
