package vn.sogopy.security.link;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.NotReplayed;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.link.DownloadLinkService.DownloadLink;
import vn.sogopy.security.link.DownloadLinkService.DownloadLinkInput;
import vn.sogopy.security.link.StoredLinkService.LinkView;

@EndpointDisabled(name = LinkMechanism.ENABLED, stringValue = "false")
@Path("/api/v1/download-links")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "download-links")
public class DownloadLinkResource {
  @Inject DownloadLinkService service;
  @Inject StoredLinkService stored;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @NotReplayed
  @Operation(
      operationId = "createDownloadLink",
      summary = "Ký liên kết tải một tệp · Sign a link to one file",
      description =
          "Liên kết dùng được bằng GET, HEAD không cần khóa (trình duyệt), chỉ cho đúng đường dẫn và truy vấn này, trong số"
              + " phút nêu; quyền xét vào lúc tải, khóa bị dừng thì liên kết hết hiệu lực. Của người đăng nhập OIDC: theo quyền"
              + " lúc ký, không lâu hơn token. Gửi kèm khóa: 401. Không nhận Idempotency-Key. Quá 60 phút: chỉ COORDINATOR ký, có trong"
              + " danh sách, thu hồi được, không bao giờ kèm ý kiến hạn chế; mỗi lần mở là một dòng nhật ký với credential link:<id>."
              + " · The link works with GET and HEAD without a key (a browser), for this very path and query, for so many"
              + " minutes; rights are judged when it is used, and a stopped key stops its links. Of an OIDC caller: with the"
              + " rights at signing, no longer than the token. With a key beside it: 401. Takes no Idempotency-Key. Above"
              + " 60 minutes: by a COORDINATOR alone, listed, revocable, never with restricted comments; each opening is a line of the audit"
              + " with the credential link:<id>.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "register",
                      value =
                          "{\"path\": \"/api/v1/plans/bac-kan-2021-2030/drafts/2/register/file?format=docx\", \"minutes\": 15}")))
  @APIResponseSchema(value = DownloadLink.class, responseCode = "201")
  public Response create(@NotNull @Valid DownloadLinkInput input) {
    DownloadLink link = service.create(caller.actor(), input, caller.expiresAt());
    return Response.status(Response.Status.CREATED)
        .header("Location", link.url())
        .header("Cache-Control", "no-store")
        .entity(link)
        .build();
  }

  @GET
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "listDownloadLinks",
      summary =
          "Các liên kết quá 60 phút, mới nhất trước · The links for more than 60 minutes, newest first")
  public RestResponse<Page<LinkView>> list(@BeanParam PageQuery query) {
    return exchange.page(stored.list(caller.get(), query.limit, query.cursor, query.count));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "revokeDownloadLink", summary = "Thu hồi một liên kết · Revoke a link")
  @APIResponse(responseCode = "204", description = "Đã thu hồi · revoked")
  public void revoke(@PathParam("id") UUID id) {
    stored.revoke(caller.actor(), id);
  }
}
