package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a consultee, oldest first; it outlives one that was asked by mistake. */
public record ConsulteeHistory(List<Entry> items) {

  /** One act. */
  @Schema(name = "ConsulteeHistoryEntry")
  public record Entry(
      Instant at,
      @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
      String client,
      ConsulteeAction action,
      List<Change> changes,
      @Schema(nullable = true) String reason) {}

  /** One field that changed. */
  @Schema(name = "ConsulteeHistoryChange")
  public record Change(
      String field,
      @Schema(nullable = true, implementation = Object.class) JsonNode before,
      @Schema(nullable = true, implementation = Object.class) JsonNode after) {}
}
