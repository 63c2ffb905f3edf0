package vn.sogopy.security;

/** The role of a key: docs/operation.md, "Keys". */
public enum Role {
  SUBMITTER,
  CONSULTANT,
  COORDINATOR,
  VIEWER,
  ADMIN;

  /** The names as compile-time constants for {@code @RolesAllowed}. */
  public static final class Names {
    public static final String SUBMITTER = "SUBMITTER";
    public static final String CONSULTANT = "CONSULTANT";
    public static final String COORDINATOR = "COORDINATOR";
    public static final String VIEWER = "VIEWER";
    public static final String ADMIN = "ADMIN";

    private Names() {}
  }
}
