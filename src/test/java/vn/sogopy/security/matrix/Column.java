package vn.sogopy.security.matrix;

import java.util.Arrays;
import java.util.stream.Stream;
import vn.sogopy.security.Role;

/** A column of the matrix: the caller, and the owner of the resource. */
enum Column {
  ANONYMOUS(null),
  SUBMITTER(Role.SUBMITTER),
  SUBMITTER_OTHER(Role.SUBMITTER),
  SUBMITTER_PLAN(Role.SUBMITTER),
  CONSULTANT(Role.CONSULTANT),
  CONSULTANT_PLAN(Role.CONSULTANT),
  COORDINATOR(Role.COORDINATOR),
  COORDINATOR_PLAN(Role.COORDINATOR),
  COORDINATOR_BOUND(Role.COORDINATOR),
  VIEWER(Role.VIEWER),
  VIEWER_PLAN(Role.VIEWER),
  VIEWER_RESTRICTED(Role.VIEWER),
  ADMIN(Role.ADMIN),
  ADMIN_PLAN(Role.ADMIN);

  /** Null for a request without a key. */
  final Role role;

  Column(Role role) {
    this.role = role;
  }

  /** The key is for another plan only. */
  boolean elsewhere() {
    return name().endsWith("_PLAN");
  }

  String title() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Stream<String> titles() {
    return Arrays.stream(values()).map(Column::title);
  }
}
