package vn.sogopy.platform.http.connection;

import java.io.IOException;
import java.io.InputStream;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.problem.ProblemException;

/** Lets a client that is still sending hear why its body is refused. */
public final class Refused {
  /**
   * Of a refused body so many bytes are read and dropped: a client that is still sending would
   * otherwise see a broken connection in place of the refusal.
   */
  private static final long DRAINED = 64L * 1024 * 1024;

  private Refused() {}

  /**
   * The refusal, once the client can hear it.
   *
   * @param begun whether anything of the body was read
   */
  public static ProblemException drain(Body body, boolean begun, ProblemException refused) {
    try {
      // A client that waits for "100 Continue" has not sent anything, and reading would ask it to.
      boolean waiting = body.declared().waits() && !begun;
      if (!waiting && body.declared().length() <= DRAINED) {
        InputStream rest = body.stream();
        byte[] buffer = new byte[16 * 1024];
        long dropped = 0;
        int read = rest.read(buffer);
        while (read >= 0 && dropped < DRAINED) {
          dropped += read;
          read = rest.read(buffer);
        }
        if (read < 0) {
          return refused;
        }
      }
    } catch (IOException gone) {
      // It does not matter any more.
    }
    return refused.header("Connection", "close");
  }
}
