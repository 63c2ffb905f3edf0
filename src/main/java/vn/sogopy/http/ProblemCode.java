package vn.sogopy.http;

import java.util.Locale;

/**
 * The closed list of problems an answer can name, with the HTTP status of each. The texts stand in
 * {@code messages_vi.properties} and {@code messages_en.properties}, under the code.
 */
public enum ProblemCode {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  MALFORMED_MULTIPART(400),
  VALIDATION_FAILED(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  ALREADY_EXISTS(409),
  ANSWER_MISSING(409),
  COMMENT_RESTRICTED(409),
  DIRECTION_GIVEN(409),
  DRAFT_NOT_OPEN(409),
  DRAFT_NOT_PREPARING(409),
  DRAFT_PREPARING(409),
  DRAFT_TRANSITION_NOT_ALLOWED(409),
  DRAFT_HAS_OPEN_COMMENTS(409),
  EDITION_DAMAGED(409),
  EDITION_ISSUED(409),
  EDITION_NOT_ISSUED(409),
  EDITION_NOT_READY(409),
  EDITION_SEALED_MEANWHILE(409),
  EXTERNAL_ID_CONFLICT(409),
  IDEMPOTENCY_KEY_IN_USE(409),
  LETTER_CLASSIFIED(409),
  LETTER_EXISTS(409),
  LETTER_HAS_COMMENTS(409),
  LETTER_IN_WORK(409),
  LETTER_WITHDRAWN(409),
  NOBODY_TO_CHASE(409),
  NOT_ESCALATED(409),
  REQUEST_OPEN(409),
  SPLIT_IN_USE(409),
  SPLIT_NOT_UNDOABLE(409),
  STILL_IN_USE(409),
  TRANSITION_NOT_ALLOWED(409),
  WRONG_STATE(409),
  PRECONDITION_FAILED(412),
  CONTENT_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  UNSUPPORTED_FILE_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  IDEMPOTENCY_KEY_REUSED(422),
  IMPORT_REJECTED(422),
  FORMAT_TOO_SMALL(422),
  WORKLIST_TOO_LONG(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_EXPORTS(429),
  INTERNAL_ERROR(500),
  SERVICE_UNAVAILABLE(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** As it stands in {@code code} and in {@code type}: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
