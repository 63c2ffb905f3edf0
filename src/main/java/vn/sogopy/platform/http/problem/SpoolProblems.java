package vn.sogopy.platform.http.problem;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What goes wrong while the framework reads a form or a file to the disk. It throws the same types
 * for a form that is none and for a disk that is full; only the place in its code differs.
 */
final class SpoolProblems {
  private static final String FORM_READER =
      "org.jboss.resteasy.reactive.server.core.multipart.MultiPart";

  private static final String FILE_READER = "FileBodyHandler";

  private SpoolProblems() {}

  static boolean isOne(Throwable thrown) {
    return !(thrown instanceof ProblemException)
        && Arrays.stream(thrown.getStackTrace())
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> isFormReader(name) || name.endsWith(FILE_READER));
  }

  /** 503 for the disk, and the log says why; else 400. */
  static ProblemException of(Throwable thrown, Path folder) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof IOException disk
            && !(root instanceof UnsupportedEncodingException)
            && !isFormReader(root.getStackTrace()[0].getClassName())
        ? FailureProblems.unwritable(folder, disk)
        : new ProblemException(ProblemCode.MALFORMED_MULTIPART);
  }

  private static boolean isFormReader(String name) {
    return name.regionMatches(true, 0, FORM_READER, 0, FORM_READER.length());
  }
}
