package vn.sogopy.interchange.bulk;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.interchange.bulk.BulkItem.AnswerItem;
import vn.sogopy.interchange.bulk.BulkItem.ApprovalItem;
import vn.sogopy.interchange.bulk.BulkItem.AssignmentItem;
import vn.sogopy.interchange.bulk.BulkItem.ReturnItem;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulk")
public class BulkResource {
  /** Bytes: 1,000 answers of two pages each. */
  private static final int LIMIT = 16 * 1024 * 1024;

  private static final String DESCRIPTION =
      "Mảng 1 đến 1.000 mục, mỗi ý kiến một lần, kèm phiên bản đã đọc. Gửi lại không sao: ý kiến đã đúng như vậy thì unchanged, dù"
          + " phiên bản đã khác; đã thay đổi khác đi thì CONFLICT. Sai dạng JSON: 400 cho cả mảng; sai quy tắc: nêu trong report"
          + " (row = thứ tự của mục, từ 1; column = tên trường). Ghi xong thì phiên bản tăng 1."
          + " · An array of 1 to 1,000 items, each comment once, with the version that was read. Sending again does no harm: what"
          + " stands so already is unchanged, whatever its version; what was changed otherwise is a CONFLICT. Malformed JSON is 400"
          + " for the whole array; a broken rule is told in the report (row = the item, from 1; column = its field). A write raises"
          + " the version by 1.";

  private static final String ID = "\"id\": \"0197b3a2-7c11-7d42-9a61-2f1f6f0c5a10\"";

  @Inject BulkService service;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @Idempotent
  @Path("answers")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Operation(
      operationId = "answerComments",
      summary = "Ghi kết quả tiếp thu, giải trình của nhiều ý kiến · Answer many comments",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Answers.class),
              examples =
                  @ExampleObject(
                      name = "answers",
                      value =
                          "[{"
                              + ID
                              + ", \"version\": 0, \"result\": \"ACCEPTED\", \"response\": \"Tiếp thu, đã bổ sung tuyến ĐT.258B.\","
                              + " \"revision\": {\"section\": \"V.1\", \"page\": 48}}]")))
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  public Response answer(
      @BeanParam ImportQuery query,
      @NotNull @Size(min = 1, max = BoundedLists.MAX_BULK) List<@NotNull @Valid AnswerItem> items) {
    return run(query, items);
  }

  @POST
  @Idempotent
  @Path("approvals")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Operation(
      operationId = "approveComments",
      summary = "Duyệt nội dung trả lời của nhiều ý kiến · Approve many answers",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Approvals.class),
              examples =
                  @ExampleObject(name = "approvals", value = "[{" + ID + ", \"version\": 1}]")))
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  public Response approve(
      @BeanParam ImportQuery query,
      @NotNull @Size(min = 1, max = BoundedLists.MAX_BULK)
          List<@NotNull @Valid ApprovalItem> items) {
    return run(query, items);
  }

  @POST
  @Idempotent
  @Path("returns")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Operation(
      operationId = "returnComments",
      summary = "Đề nghị hoàn thiện lại nội dung trả lời của nhiều ý kiến · Return many answers",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Returns.class),
              examples =
                  @ExampleObject(
                      name = "returns",
                      value =
                          "[{"
                              + ID
                              + ", \"version\": 1, \"reason\": \"Đề nghị ghi rõ trang đã chỉnh sửa.\"}]")))
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  public Response returnAnswers(
      @BeanParam ImportQuery query,
      @NotNull @Size(min = 1, max = BoundedLists.MAX_BULK) List<@NotNull @Valid ReturnItem> items) {
    return run(query, items);
  }

  @POST
  @Idempotent
  @Path("assignments")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Operation(
      operationId = "assignComments",
      summary = "Phân công nhiều ý kiến · Assign many comments",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assignments.class),
              examples =
                  @ExampleObject(
                      name = "assignments",
                      value =
                          "[{"
                              + ID
                              + ", \"version\": 0, \"assignee\": \"Chuyên gia giao thông\", \"answerDueOn\": \"2021-10-05\"}]")))
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  public Response assign(
      @BeanParam ImportQuery query,
      @NotNull @Size(min = 1, max = BoundedLists.MAX_BULK)
          List<@NotNull @Valid AssignmentItem> items) {
    return run(query, items);
  }

  private Response run(ImportQuery query, List<? extends BulkItem> items) {
    ImportMode mode = query.mode(exchange.locale());
    return Reply.ok(service.run(caller.actor(), draft.get(), items, mode), null);
  }

  // The array types, for the OpenAPI document.

  @Schema(name = "AnswerItems")
  abstract static class Answers implements List<AnswerItem> {}

  @Schema(name = "ApprovalItems")
  abstract static class Approvals implements List<ApprovalItem> {}

  @Schema(name = "ReturnItems")
  abstract static class Returns implements List<ReturnItem> {}

  @Schema(name = "AssignmentItems")
  abstract static class Assignments implements List<AssignmentItem> {}
}
