package vn.sogopy.desk.files;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.work.WorkService;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.register.RegisterExport;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterResource.RegisterQuery;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

/** The files of a draft that a person makes, and those that were ready later. */
@Path("/so/{plan}/{draft}/tep")
public class FileScreenResource {
  @Inject RegisterExport registers;
  @Inject LongWork work;
  @Inject WorkService works;
  @Inject HeavyGuards exports;
  @Inject TemporaryFiles temporary;
  @Inject FileExchange files;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  /** The register in the form that the query names as that of the API does. */
  @GET
  @Path("bang-tong-hop")
  @AuditedExport
  @RolesAllowed({COORDINATOR, VIEWER})
  public Response register(@BeanParam RegisterQuery query, @BeanParam RegisterFormat.FileQuery as) {
    RegisterExport.File file = registers.of(caller.actor(), draft.get(), query, as.format);
    query.disposition.requireFor(file.mediaType());
    return work.file(
        query.disposition,
        file.name(),
        () ->
            new LongWork.Made(
                file.name(),
                file.mediaType(),
                exports.runStreamed(TemporaryFile.class, () -> temporary.write(file.content()))));
  }

  /** What waited under "Tệp của tôi". */
  @GET
  @Path("{id}")
  @AuditedExport
  @RolesAllowed({COORDINATOR, VIEWER})
  public Response ready(@PathParam("id") UUID id) {
    FileExchange.Facts file = works.file(caller.get(), draft.get(), id);
    return files.send(file, (from, to, out) -> works.read(id, from, to, out));
  }
}
