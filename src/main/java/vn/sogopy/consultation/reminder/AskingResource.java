package vn.sogopy.consultation.reminder;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.consultee.ConsulteeQuery;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** A separate class: elsewhere this path would match the path of one organization. */
@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees/request-letter")
@Tag(name = "consultation")
public class AskingResource {
  @Inject ChasingReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "exportRequestLetter",
      summary = "Công văn xin ý kiến · The letter that asks for comments",
      description =
          "DOCX theo tiêu đề văn bản của một cơ quan lấy ý kiến, kèm Danh sách cơ quan được lấy ý kiến và hạn trả lời; số và ngày để trống."
              + " Không gửi cơ quan đã kết thúc hoạt động. 409 nobody-to-ask nếu danh sách không có cơ quan nào của các nhóm đó."
              + " · DOCX under the letterhead of one asking body, with the list of those asked and their due days as an annex; number and day"
              + " are blank. Ended bodies are left out. 409 nobody-to-ask when the list has no body of its groups.")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.DOCX))
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  public Response get(
      @RestQuery("asker")
          @DefaultValue("0")
          @Min(0)
          @Max(20)
          @Parameter(
              description =
                  "Cơ quan lấy ý kiến: 0 = cơ quan ban hành của quy hoạch; 1, 2, … = thứ tự trong askers của quy hoạch"
                      + " · 0 = the issuer of the plan; 1, 2, … = the place among the askers of the plan")
          int asker) {
    ConsulteeQuery all = new ConsulteeQuery();
    all.state = List.of();
    AskingLetter letter = reader.asking(caller.actor(), draft.get(), all, asker);
    if (letter.isEmpty()) {
      throw new ProblemException(ProblemCode.NOBODY_TO_ASK);
    }
    String abbreviation = letter.asker().letterhead().abbreviation();
    return files.make(
        draft.get().fileName(AskingLetter.TITLE)
            + (abbreviation == null ? "" : " - " + abbreviation)
            + ".docx",
        MediaTypes.DOCX,
        letter::write);
  }
}
