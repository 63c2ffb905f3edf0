package vn.sogopy.consultation.reminder;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.consultee.ConsulteeQuery;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** A separate class: elsewhere this path would match the path of one organization. */
@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees/file")
@Tag(name = "consultation")
public class ChasingResource {
  @Inject ChasingReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "exportConsultees",
      summary = "Danh sách, công văn đôn đốc · The chasing list, the chasing letter",
      description =
          "csv, xlsx: danh sách cơ quan chưa có văn bản góp ý; docx: công văn đôn đốc, mỗi cơ quan lấy ý kiến một công văn (409 nếu không có gì để đôn đốc);"
              + " cả ba chỉ gồm cơ quan chưa trả lời nếu không nêu state; công văn không gửi cơ quan đã kết thúc hoạt động."
              + " Đề nghị quá hạn: theo group, không gồm đề nghị về ý kiến hạn chế; xlsx ở trang tính riêng, docx ở cuối Danh sách;"
              + " csv chỉ có bảng cơ quan, nạp lại được."
              + " · csv, xlsx: the chasing list; docx: the chasing letter, one of each asking body (409 when there is nothing to chase);"
              + " of NOT_REPLIED alone unless state is given; the letter leaves out ended bodies. Overdue requests go by group and leave out those on restricted"
              + " comments: xlsx on a sheet, docx behind the list; csv is the table of bodies alone and can be sent back.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = MediaTypes.CSV),
        @Content(mediaType = MediaTypes.XLSX),
        @Content(mediaType = MediaTypes.DOCX)
      })
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  public Response get(
      @BeanParam ConsulteeQuery query,
      @RestQuery("format")
          @Parameter(
              required = true,
              description = "Định dạng · format",
              schema =
                  @Schema(
                      title = "ConsulteeFileFormat",
                      enumeration = {"csv", "xlsx", "docx"}))
          ChasingFormat format) {
    return answer(draft.get(), query, format);
  }

  /**
   * @param format not JSON
   */
  public Response answer(DraftRef draft, ConsulteeQuery query, ChasingFormat format) {
    ConsulteeQuery wanted = query.forChasing();
    if (format == ChasingFormat.DOCX && !wanted.isSilentOnly()) {
      // The letter is only for organizations that have not replied.
      throw ProblemException.parameter(
          "state", FieldCode.INVALID_ENUM, ReplyState.State.NOT_REPLIED);
    }
    ChasingList list = reader.read(caller.actor(), draft, wanted, format == ChasingFormat.DOCX);
    if (format == ChasingFormat.DOCX && list.isEmpty()) {
      throw new ProblemException(ProblemCode.NOBODY_TO_CHASE);
    }
    return files.make(
        draft.fileName(format.title) + "." + format,
        format.mediaType,
        out -> format.write(list, out));
  }
}
