package vn.sogopy.security;

/** Who a key speaks for: docs/operation.md, "Keys". */
public enum Role {
  SUBMITTER,
  CONSULTANT,
  COORDINATOR,
  VIEWER,
  ADMIN;

  /** The names as {@code @RolesAllowed} wants them: compile-time constants. */
  public static final class Names {
    public static final String SUBMITTER = "SUBMITTER";
    public static final String CONSULTANT = "CONSULTANT";
    public static final String COORDINATOR = "COORDINATOR";
    public static final String VIEWER = "VIEWER";
    public static final String ADMIN = "ADMIN";

    private Names() {}
  }
}
