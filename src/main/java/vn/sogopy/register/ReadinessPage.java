package vn.sogopy.register;

import java.io.IOException;
import java.io.OutputStream;

/** The readiness of a draft as a page to read and print; it lies in {@code render}. */
public interface ReadinessPage {
  void write(Readiness readiness, OutputStream out) throws IOException;
}
