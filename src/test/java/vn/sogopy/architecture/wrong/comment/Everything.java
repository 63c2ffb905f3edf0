package vn.sogopy.architecture.wrong.comment;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import vn.sogopy.architecture.wrong.platform.text.Upward;

/** Violates every rule on the use of a class. */
public class Everything {
  @Inject public Upward below;

  @Transactional
  public Response now() {
    System.out.println(new Date());
    return null;
  }
}
