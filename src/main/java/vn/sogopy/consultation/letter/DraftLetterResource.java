package vn.sogopy.consultation.letter;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.security.CurrentCaller;

/** Lists letters; they are sent to {@link LetterIntakeResource}. */
@Path(DraftLetterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class DraftLetterResource {
  public static final String PATH = "/api/v1/plans/{plan}/drafts/{draft}/letters";

  @Inject LetterReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listLetters",
      summary = "Văn bản góp ý của một lần dự thảo · The letters of a draft")
  public RestResponse<Page<LetterView>> list(@BeanParam LetterQuery query) {
    Page<LetterView> page =
        reader.list(
            caller.get(),
            draft.get(),
            query.filter(),
            query.sort,
            query.limit,
            query.cursor,
            query.count);
    Locale locale = exchange.locale();
    return exchange.page(
        new Page<>(
            page.items().stream().map(letter -> letter.in(locale)).toList(),
            page.next(),
            page.total()));
  }
}
