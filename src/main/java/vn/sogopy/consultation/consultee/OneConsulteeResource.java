package vn.sogopy.consultation.consultee;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.consultation.consultee.ConsulteeReader.ConsulteeHistory;
import vn.sogopy.consultation.consultee.ContactLogService.ContactInput;
import vn.sogopy.consultation.consultee.ContactLogService.ContactLog;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees/{organization}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consultation")
public class OneConsulteeResource {
  @Inject ConsulteeService service;
  @Inject ContactLogService contacts;
  @Inject ConsulteeReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getConsultee",
      summary = "Một cơ quan được lấy ý kiến · One body that was asked",
      description =
          "ETag = version và dấu của nội dung; If-Match chỉ xét version, vì văn bản và ý kiến đến không làm đổi việc lấy ý kiến"
              + " · the ETag is the version and a mark of the content; If-Match judges the version alone")
  public RestResponse<ConsulteeView> get(@PathParam("organization") String organization) {
    ConsulteeView view = reader.one(caller.get(), draft.get(), organization);
    return exchange.one(view, exchange.version(view.version(), view));
  }

  @PATCH
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Asked
  @Operation(
      operationId = "patchConsultee",
      summary = "Gia hạn, sửa văn bản xin ý kiến, đầu mối · Extend, correct letters and contact")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = ConsulteePatch.class),
              examples =
                  @ExampleObject(
                      name = "extend",
                      value =
                          "{\"dueOn\": \"2021-09-25\", \"reason\": \"Gia hạn theo đề nghị của cơ quan. (Minh họa.)\"}")))
  @APIResponseSchema(value = ConsulteeView.class, responseCode = "200")
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public RestResponse<ConsulteeView> patch(
      @PathParam("organization") String organization, @NotNull MergePatch patch) {
    ConsulteeView view =
        service.patch(caller.actor(), draft.get(), organization, patch, exchange.ifMatch());
    return exchange.changed(view, exchange.version(view.version(), view));
  }

  @DELETE
  @RolesAllowed(COORDINATOR)
  @Asked
  @Operation(
      operationId = "removeConsultee",
      summary = "Đưa ra khỏi danh sách (gửi nhầm) · Take out a body asked by mistake",
      description =
          "Lịch sử, văn bản và ý kiến của cơ quan vẫn còn. · Its history, letters and comments stay.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã đưa ra · taken out")
  public void remove(
      @PathParam("organization") String organization,
      @RestQuery("reason")
          @Parameter(
              description = "Lý do, ghi vào lịch sử · why, for the history",
              example = "Gửi nhầm",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 500))
          String reason) {
    service.remove(caller.actor(), draft.get(), organization, reason, exchange.ifMatch());
  }

  @POST
  @Idempotent
  @Path("handover")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Asked
  @Operation(
      operationId = "handOverConsultee",
      summary =
          "Chuyển đề nghị góp ý cho các cơ quan kế thừa · Hand the request of an ended body over to its successors",
      description =
          "Cơ quan đã kết thúc hoạt động ra khỏi danh sách; mỗi cơ quan kế thừa đang hoạt động vào danh sách một lần, với văn bản xin ý kiến"
              + " và hạn riêng của cơ quan đó; lịch sử ghi cả hai. 409 nếu đã có văn bản trả lời, kể cả trả lời thay. · The ended body leaves the list; each"
              + " successor that exists is on it once, with its request letters and own due date; both histories say so. 409 once it has"
              + " replied, or another one in its place.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "split",
                      value =
                          "{\"reason\": \"Sắp xếp đơn vị hành chính từ ngày 01/7/2025. (Minh họa.)\"}")))
  @APIResponseSchema(value = ImportReport.class, responseCode = "200")
  public Response handOver(
      @PathParam("organization") String organization, @NotNull @Valid ReasonInput input) {
    return Reply.ok(
        service.handOver(
            caller.actor(),
            draft.get(),
            organization,
            input.reason(),
            exchange.ifMatch(),
            exchange.locale()),
        null);
  }

  @GET
  @Path("history")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getConsulteeHistory",
      summary =
          "Lịch sử lấy ý kiến một cơ quan, kể cả khi đã đưa ra · What happened, also after it was taken out")
  public ConsulteeHistory history(@PathParam("organization") String organization) {
    return reader.history(draft.get(), organization);
  }

  @GET
  @Path("contacts-log")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listContacts",
      summary =
          "Nhật ký đôn đốc, mới nhất ở cuối, kể cả khi đã đưa ra · How the body was chased, newest last, also after it was taken out")
  public ContactLog contacts(@PathParam("organization") String organization) {
    reader.history(draft.get(), organization); // 404 if it never was a consultee
    return contacts.of(draft.get(), organization);
  }

  @POST
  @Idempotent
  @Path("contacts-log")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Asked
  @Operation(
      operationId = "addContact",
      summary = "Ghi một lần đôn đốc · Note that the body was chased")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "call",
                      value =
                          "{\"contactedOn\": \"2021-09-16\", \"text\": \"Đã gọi điện, hẹn gửi trước ngày 20/9/2021. (Minh họa.)\"}")))
  @APIResponseSchema(value = ContactLog.Entry.class, responseCode = "201")
  public Response addContact(
      @PathParam("organization") String organization, @NotNull @Valid ContactInput input) {
    return Reply.created(
        contacts.add(caller.actor(), draft.get(), organization, input),
        null,
        ConsulteeResource.path(draft.get(), organization) + "/contacts-log");
  }

  /** The organization of the path must be a consultee; else 404 before the body is read. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Asked {}

  static class Filter {
    @Inject CurrentDraft draft;
    @Inject ConsulteeReader reader;

    @Asked
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public void require(UriInfo uri) {
      reader.require(draft.get(), uri.getPathParameters().getFirst("organization"));
    }
  }
}
