package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A key for every column. */
final class Keys {
  /** The only plan of keys in the columns "-plan". */
  private final TestPlan elsewhere = TestPlan.open();

  private final Map<Role, String> keysElsewhere = new ConcurrentHashMap<>();

  private final Map<TestPlan, String> coordinators = new ConcurrentHashMap<>();

  /** Null = no key. */
  String of(Column column, TestPlan plan) {
    if (column.elsewhere()) {
      return keysElsewhere.computeIfAbsent(column.role, role -> bound(role, elsewhere));
    }
    return switch (column) {
      case ANONYMOUS -> null;
      case COORDINATOR_BOUND ->
          coordinators.computeIfAbsent(plan, one -> bound(Role.COORDINATOR, one));
      case SUBMITTER, SUBMITTER_OTHER -> Key.SGTVT.secret();
      default -> Key.valueOf(column.role.name()).secret();
    };
  }

  /** A new key for this plan only. */
  static String bound(Role role, TestPlan plan) {
    return make(role, plan, false).path("key");
  }

  /** The id of a new code of a VIEWER of this plan only. */
  static String code(TestPlan plan) {
    return make(Role.VIEWER, plan, true).path("id");
  }

  private static Response make(Role role, TestPlan plan, boolean person) {
    return Api.as(Key.ADMIN)
        .body(
            json(
                "name",
                "Ma trận " + role,
                "role",
                role.name(),
                "organization",
                role == Role.SUBMITTER ? "sgtvt" : null,
                "plans",
                List.of(plan.slug()),
                "person",
                person))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }
}
