package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;

/** The history of a consultee, oldest first. It is kept when a consultee is removed. */
public record ConsulteeHistory(List<Entry> items) {

  @Schema(name = "ConsulteeHistoryEntry")
  public record Entry(
      Instant at,
      @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
      String client,
      ConsulteeAction action,
      List<Change> changes,
      @Schema(nullable = true) String reason) {}

  @Schema(name = "ConsulteeHistoryChange")
  public record Change(
      String field,
      @Schema(nullable = true, implementation = Object.class) JsonNode before,
      @Schema(nullable = true, implementation = Object.class) JsonNode after) {}
}
