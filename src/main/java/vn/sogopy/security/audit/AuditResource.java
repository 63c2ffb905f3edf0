package vn.sogopy.security.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;

@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  @Inject AuditService audit;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(
      operationId = "listAudit",
      summary =
          "Nhật ký: ai đã thay đổi, tải về, hay bị từ chối; mới nhất trước · Who changed, exported or was refused; newest first",
      description =
          "Mỗi thay đổi và mỗi tệp tải về là một dòng DONE; 401, 403 và 429 là REFUSED: quá 10 lần một phút của một địa chỉ và một mã lỗi"
              + " thì chỉ được đếm, attempts nói dòng ấy đại diện cho bao nhiêu lần. Không ghi việc đọc từng trang JSON. Khóa ADMIN giới hạn"
              + " theo plans chỉ thấy các dòng của những quy hoạch ấy và của chính mình."
              + " · A line DONE for every change and every file that went out; 401, 403 and 429 are REFUSED: above 10 a minute of one address and one"
              + " code they are counted, and attempts says how many a line stands for. Reading JSON by the page is not recorded. An ADMIN key"
              + " bound to plans sees the lines of those plans and its own.")
  public RestResponse<Page<AuditView>> list(@BeanParam AuditQuery query) {
    return exchange.page(audit.list(caller.get(), query));
  }
}
