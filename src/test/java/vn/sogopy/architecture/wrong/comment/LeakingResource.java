package vn.sogopy.architecture.wrong.comment;

import java.util.List;
import vn.sogopy.plan.Draft;

/** Returns entities. */
public class LeakingResource {
  public List<Draft> list() {
    return List.of();
  }
}
