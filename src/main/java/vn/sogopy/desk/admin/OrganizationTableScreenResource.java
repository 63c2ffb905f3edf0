package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.organization.OrganizationImportService;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.security.CurrentCaller;

/** Bodies as a table. */
@Path("/quan-tri/co-quan-bang")
@Produces(MediaType.TEXT_HTML)
public class OrganizationTableScreenResource {
  /** Bytes, for 1,000 organizations. */
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  @Inject OrganizationImportService imports;
  @Inject Tables tables;
  @Inject CurrentCaller caller;

  /**
   * @param outcome null = no table was sent
   */
  record Load(TableOutcome outcome) implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance ask() {
    return new Load(null);
  }

  @POST
  @DeskForm
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response load() {
    TableOutcome outcome =
        tables.take(FILE_LIMIT, (table, mode) -> imports.load(caller.get(), table, mode));
    return Response.status(outcome.status()).entity(new Load(outcome)).build();
  }
}
