package vn.sogopy.platform.http.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Builds responses of POSTs. */
public final class Reply {
  private Reply() {}

  /**
   * @param version becomes the ETag; null = none
   */
  public static Response ok(Object entity, Object version) {
    return of(200, entity, version).build();
  }

  /**
   * @param version becomes the ETag; null = none
   * @param location path of the created resource
   */
  public static Response created(Object entity, Object version, String location) {
    return of(201, entity, version).header("Location", location).build();
  }

  /** 202: the request needs a decision of a person. */
  public static Response accepted(Object entity, Object version, String location) {
    return of(202, entity, version).header("Location", location).build();
  }

  private static Response.ResponseBuilder of(int status, Object entity, Object version) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("ETag", version == null ? null : "\"" + version + "\"")
        .entity(entity);
  }
}
