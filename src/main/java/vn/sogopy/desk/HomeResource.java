package vn.sogopy.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.security.CurrentCaller;

/** The plans and drafts of the person. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
  /** More would fill no page; who has more of them knows their address. */
  private static final int MOST = 100;

  @Inject CurrentCaller caller;
  @Inject PlanReader reader;
  @Inject PlanDirectory directory;

  record Choice(PlanView plan, List<DraftView> drafts) {}

  record Home(List<Choice> plans, Tab first) implements TemplateInstance {}

  @GET
  @Authenticated
  public TemplateInstance home() {
    List<Choice> plans =
        reader.list(caller.get(), MOST, null, false).items().stream().map(this::choice).toList();
    return new Home(plans, Tab.of(caller.get().role()).get(0));
  }

  private Choice choice(PlanView plan) {
    return new Choice(
        plan, reader.drafts(directory.plan(caller.get(), plan.slug()), MOST, null, false).items());
  }
}
