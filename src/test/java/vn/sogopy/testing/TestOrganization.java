package vn.sogopy.testing;

import java.util.Map;

/** Organizations of a test. */
public final class TestOrganization {
  private TestOrganization() {}

  /**
   * @param fields of the request, such as code, name, group and order
   */
  public static void make(Map<String, Object> fields) {
    Api.as(Key.COORDINATOR).body(fields).post("/organizations").then().statusCode(201);
  }
}
