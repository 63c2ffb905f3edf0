package vn.sogopy.platform.http.idempotency;

/**
 * A 2xx before it is written: what a creating or changing request is answered with, and what an
 * Idempotency-Key keeps.
 *
 * @param version becomes the ETag; null = none
 * @param location path of the created resource; null = none
 */
public record Reply(int status, Object entity, Object version, String location) {

  public static Reply ok(Object entity, Object version) {
    return new Reply(200, entity, version, null);
  }

  public static Reply created(Object entity, Object version, String location) {
    return new Reply(201, entity, version, location);
  }
}
