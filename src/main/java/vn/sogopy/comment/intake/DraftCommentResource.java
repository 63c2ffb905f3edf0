package vn.sogopy.comment.intake;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import vn.sogopy.comment.query.AssigneeReader;
import vn.sogopy.comment.query.AssigneeReader.Assignees;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.LineageReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanAssignees;
import vn.sogopy.plan.PlanService;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class DraftCommentResource {
  @Inject CommentService service;
  @Inject CommentReader reader;
  @Inject LineageReader lineages;
  @Inject AssigneeReader assignees;
  @Inject PlanService plans;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @Idempotent
  @Path("drafts/{draft}/comments")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createComment",
      summary = "Gửi một ý kiến góp ý · Send one comment",
      description =
          "Văn bản (letter) được tìm theo cơ quan, số, năm; chưa có thì lập với các thông tin gửi kèm. Đã có mà ghi khác thì giữ nguyên"
              + " và nêu trong warnings. · The letter is found by organization, number and year, or made of what is sent. Where it exists"
              + " and says otherwise, it stays as it is, and warnings say so.")
  @RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "full",
                    value =
                        """
                        {"organization": "sgtvt", "letter": {"number": "510/SGTVT-KCHT", "date": "2021-08-24"},
                         "section": "V.1", "alsoSections": ["BĐ.2"], "locator": {"page": 45, "paragraph": 3},
                         "kind": "MISSING", "content": "Đề nghị bổ sung tuyến đường tỉnh 258B vào quy hoạch. (Minh họa.)",
                         "proposal": "Thêm ĐT.258B vào bảng danh mục đường tỉnh."}"""),
                @ExampleObject(
                    name = "short",
                    value =
                        "{\"organization\": \"sgtvt\", \"content\": \"Đề nghị rà soát lỗi chính tả. (Minh họa.)\"}")
              }))
  @APIResponseSchema(value = CommentView.class, responseCode = "201")
  @APIResponse(
      responseCode = "200",
      description = "externalId này đã gửi rồi · this externalId was sent before",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  public Response create(@NotNull @Valid CommentInput input) {
    CommentService.Intake intake = service.receive(caller.actor(), draft.get(), input);
    CommentView comment = intake.comment();
    return intake.created()
        ? Reply.created(comment, comment.version(), CommentView.PATH + "/" + comment.id())
        : Reply.ok(comment, comment.version());
  }

  @GET
  @Path("drafts/{draft}/comments")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listComments",
      summary = "Ý kiến của một lần dự thảo · The comments of a draft")
  public RestResponse<Page<CommentView>> list(
      @BeanParam SortedCommentQuery query, @BeanParam PageQuery page) {
    return page(new CommentScope(draft.get().planId(), draft.get().id()), query, page);
  }

  @GET
  @Path("comments")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listPlanComments",
      summary = "Ý kiến của mọi lần dự thảo · The comments of all drafts")
  public RestResponse<Page<CommentView>> listAll(
      @BeanParam SortedCommentQuery query, @BeanParam PageQuery page) {
    return page(new CommentScope(draft.planId(), null), query, page);
  }

  @GET
  @Path("assignees")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listAssignees",
      summary = "Những người được phân công · Who works on the comments of a plan",
      description =
          "Theo tên: người được phân công ở mọi lần dự thảo và người xử lý mặc định của các mục; cách viết khác nhau về dấu, chữ hoa là một người."
              + " Ai có trong assignees của quy hoạch thì kèm thư điện tử và các mục phụ trách. Ý kiến hạn chế không tính cho VIEWER."
              + " · By name: the assignees in all drafts, and the default assignees of sections; spellings that differ in accents and case are one."
              + " The plan's own assignees have their e-mail and sections. Restricted comments do not count for a VIEWER.")
  public RestResponse<Assignees> assignees() {
    Assignees found = assignees.read(caller.get(), draft.planId());
    return exchange.one(found, exchange.version(found.version(), found));
  }

  @PUT
  @Path("assignees")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceAssignees",
      summary = "Thay danh sách người xử lý của quy hoạch · Replace the assignees of a plan",
      description =
          "Việc đã giao không đổi. Từ đó tên được phân công ghi theo danh sách này, không phân biệt dấu và chữ hoa; tên khác vẫn được nhận."
              + " · What is assigned stays. From now on an assigned name has the spelling of this list, without regard to accents and case;"
              + " other names are still accepted.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "one",
                      value =
                          "{\"items\": [{\"name\": \"Chuyên gia giao thông\", \"email\": \"a@example.org\", \"sections\": []}]}")))
  public RestResponse<Assignees> replaceAssignees(@NotNull @Valid PlanAssignees input) {
    plans.replaceAssignees(draft.planId(), input, exchange.ifMatch());
    Assignees found = assignees.read(caller.get(), draft.planId());
    return exchange.changed(found, exchange.version(found.version(), found));
  }

  private RestResponse<Page<CommentView>> page(
      CommentScope scope, SortedCommentQuery query, PageQuery page) {
    return exchange.page(
        reader.list(caller.get(), scope, query, query.sort, page.limit, page.cursor, page.count));
  }

  @GET
  @Path("drafts/{draft}/sections/{code}/lineage")
  @Tag(name = "drafts")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getSectionLineage",
      summary = "Một mục qua các lần dự thảo, kèm số ý kiến · One section through all drafts",
      description =
          "Đếm ý kiến của mục và mọi mục con; không đếm ý kiến đã rút và bản gốc đã tách. Ý kiến hạn chế không tính cho VIEWER."
              + " · Comments on the section and all below it; withdrawn ones and split originals are not counted, restricted ones not for a VIEWER.")
  public LineageReader.Lineage lineage(@PathParam("code") String code) {
    return lineages.read(caller.get(), draft.get(), code);
  }

  /** The query parameters of the lists of comments, without those of paging. */
  public static class SortedCommentQuery extends CommentQuery {
    @RestQuery("sort")
    @DefaultValue("receivedAt")
    @Parameter(description = "Thứ tự · order")
    public CommentOrder sort;
  }
}
