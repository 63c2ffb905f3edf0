package vn.sogopy.comment.intake;

import java.util.List;
import java.util.UUID;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;

/**
 * What became of one comment of an import.
 *
 * @param id of the comment that was made, or was there; null = none that the caller may know of
 * @param errors empty unless it was rejected
 */
public record Imported(Status status, UUID id, List<FieldError> errors) {

  static Imported unchanged(UUID id) {
    return new Imported(Status.UNCHANGED, id, List.of());
  }

  static Imported invalid(List<FieldError> errors) {
    return new Imported(Status.INVALID, null, errors);
  }

  static Imported conflict(UUID id) {
    return new Imported(
        Status.CONFLICT,
        id,
        List.of(FieldError.pointer("/externalId", FieldCode.EXTERNAL_ID_CONFLICT)));
  }
}
