package vn.sogopy.desk.files;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sogopy.plan.work.WorkService;
import vn.sogopy.plan.work.WorkView;
import vn.sogopy.security.CurrentCaller;

/** "Tệp của tôi": the long works of the person, with what is ready. */
@Path(LongWork.PATH)
@Produces(MediaType.TEXT_HTML)
public class FilesScreenResource {
  @Inject WorkService works;
  @Inject CurrentCaller caller;

  /**
   * @param working whether one is not ready yet
   */
  record Files(List<WorkView> works, boolean working) implements TemplateInstance {}

  @GET
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance show() {
    List<WorkView> all = works.list(caller.get());
    return new Files(all, all.stream().anyMatch(WorkView::isWorking));
  }
}
