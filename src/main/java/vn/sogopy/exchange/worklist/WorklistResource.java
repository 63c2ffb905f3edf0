package vn.sogopy.exchange.worklist;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.comment.CommentFilter;
import vn.sogopy.comment.CommentOrder;
import vn.sogopy.http.ExportSlots;
import vn.sogopy.http.FileExchange;
import vn.sogopy.http.MediaTypes;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.Act;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/worklist")
@Tag(name = "Ý kiến · Comments")
public class WorklistResource {
  /** Comments: what goes out must come back in one piece. */
  static final int MOST = 5_000;

  @Inject WorklistReader reader;
  @Inject ExportSlots slots;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "exportWorklist",
      summary = "Danh sách ý kiến để trả lời bằng Excel · The comments as a work-list to fill in",
      description =
          "Cùng bộ lọc với danh sách ý kiến, không chia trang, nhiều nhất 5.000 ý kiến. Cột xám để đọc, cột vàng để điền;"
              + " COORDINATOR có thêm Duyệt / Trả lại. Các cột ẩn (mã, phiên bản, dấu khi xuất) để nhận lại đúng dòng: xóa dòng,"
              + " sắp xếp, lọc, đổi chỗ cột đều được. Trang tính không khóa."
              + " · The filters of the list of comments, not paged, 5,000 comments at most. Grey columns to read, yellow ones"
              + " to fill in; a COORDINATOR's list also takes decisions. Hidden columns let each row find its comment again.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
  public Response export(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @BeanParam WorklistQuery query) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    CommentFilter filter = query.filter();
    CommentOrder order = query.order();
    Act act = caller.act();
    int comments = reader.size(act.caller(), ref, filter);
    if (comments > MOST) {
      throw new ProblemException(ProblemCode.WORKLIST_TOO_LONG, comments, MOST);
    }
    return slots.run(
        comments,
        () ->
            files.make(
                name(ref),
                MediaTypes.XLSX,
                out -> reader.write(act, ref, filter, order, new WorklistXlsx(out))));
  }

  private static String name(DraftRef draft) {
    return "Danh sách ý kiến cần trả lời - %s - dự thảo lần %d.xlsx"
        .formatted(draft.plan(), draft.number());
  }
}
