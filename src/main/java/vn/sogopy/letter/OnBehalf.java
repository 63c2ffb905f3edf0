package vn.sogopy.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/** Checks for which organizations a letter may speak beside its sender ("trả lời thay"). */
@ApplicationScoped
public class OnBehalf {
  /** Maximum number of organizations. */
  public static final int MAX = 100;

  @Inject OrganizationRepository organizations;

  /**
   * A SUBMITTER names only ended organizations of which its own is a successor.
   *
   * @param codes null = not stated
   * @throws ProblemException 403
   */
  public static void requireAllowed(Caller caller, List<String> codes) {
    if (!isAllowed(caller, codes)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }

  /** Like {@link #requireAllowed}. */
  public static boolean isAllowed(Caller caller, List<String> codes) {
    return codes == null
        || !caller.isSubmitter()
        || caller.body().predecessors().containsAll(codes);
  }

  /**
   * An error for each code that is unknown or repeated.
   *
   * @param codes null = not stated
   * @param pointer to the list
   */
  public List<FieldError> check(List<String> codes, String pointer) {
    List<FieldError> errors = new ArrayList<>();
    if (codes == null || codes.isEmpty()) {
      return errors;
    }
    Set<String> known = organizations.ids(codes).keySet();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      if (!known.contains(code)) {
        errors.add(FieldError.pointer(pointer + "/" + i, FieldCode.UNKNOWN_ORGANIZATION, code));
      } else if (!seen.add(code)) {
        errors.add(FieldError.pointer(pointer + "/" + i, FieldCode.ALREADY_USED, code));
      }
    }
    return errors;
  }
}
