package vn.sogopy.platform.http.problem;

import java.util.ArrayList;
import java.util.List;

/** What still refers to a resource that is to be deleted. */
public final class Uses {
  private final List<FieldError> found = new ArrayList<>();

  /**
   * @param code names the kind of the references
   * @param number of references; 0 = none
   */
  public Uses add(FieldCode code, long number) {
    if (number > 0) {
      found.add(FieldError.pointer("", code, number));
    }
    return this;
  }

  /**
   * @param name of the resource, as people know it
   * @throws ProblemException 409 still-in-use, with one error for each kind of references
   */
  public void requireNone(String name) {
    if (!found.isEmpty()) {
      throw ProblemException.conflict(ProblemCode.STILL_IN_USE, found, name);
    }
  }
}
