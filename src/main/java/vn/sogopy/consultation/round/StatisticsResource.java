package vn.sogopy.consultation.round;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consultation")
public class StatisticsResource {
  @Inject CoverageReader coverage;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject ObjectMapper json;

  @GET
  @Path("statistics")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getStatistics",
      summary =
          "Số liệu theo nhóm, cơ quan, mục, ngày, người xử lý · Counts by group, body, section, day, assignee",
      description =
          "Đọc từ một thời điểm duy nhất; các dòng của mỗi bảng cộng lại đúng bằng total."
              + " · Read from one snapshot; the lines of each table add up to total.")
  public RestResponse<Statistics> statistics() {
    return tagged(coverage.statistics(caller.actor(), draft.get()));
  }

  @GET
  @Path("coverage")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getCoverage",
      summary =
          "Cơ quan phụ trách đã góp ý mục của mình chưa · Which responsible bodies have spoken on their sections",
      description =
          "Từng mục với các cơ quan phụ trách: đã có ý kiến, nhất trí, chỉ có ý kiến nơi khác, hay còn im lặng;"
              + " và các mục chưa có ai góp ý."
              + " · Each section with its responsible bodies: commented, agreed, spoke elsewhere only, or silent;"
              + " and the sections that nobody spoke on.")
  public RestResponse<Coverage> coverage() {
    return tagged(coverage.coverage(caller.actor(), draft.get()));
  }

  /** The ETag is the hash of the content, since counts have no version. */
  private <T> RestResponse<T> tagged(T view) {
    return exchange.one(view, Sha256.hex(JsonInput.bytes(json, view)));
  }
}
