package vn.sogopy.interchange.edxml;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

@EndpointDisabled(name = EdxmlService.ENABLED, stringValue = "false")
@Path("/api/v1/plans/{plan}/drafts/{draft}/parked-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parked-letters")
public class DraftParkedLetterResource {
  @Inject ParkedLetterReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "listParkedLetters",
      summary = "Văn bản chờ xác định cơ quan · Letters whose body is not known")
  public RestResponse<Page<ParkedLetterView>> list(
      @RestQuery("status") @Parameter(description = "Mặc định tất cả · all if left out")
          ParkedStatus status,
      @BeanParam PageQuery query) {
    Page<ParkedLetterView> page =
        reader.list(draft.get(), status, query.limit, query.cursor, query.count);
    Locale locale = exchange.locale();
    return exchange.page(
        new Page<>(
            page.items().stream().map(letter -> letter.in(locale)).toList(),
            page.next(),
            page.total()));
  }
}
