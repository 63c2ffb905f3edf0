package vn.sogopy.desk.letter;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.interchange.edxml.EdxmlService;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.interchange.edxml.ParkedLetterReader;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.interchange.edxml.ParkedLetterResource.ParkedLetterInput;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** The letters that wait until the coordinator files or drops them. */
@EndpointDisabled(name = EdxmlService.ENABLED, stringValue = "false")
@Path("/so/{plan}/{draft}/nhap/cho-xu-ly")
@Produces(MediaType.TEXT_HTML)
public class ParkedScreenResource {
  @Inject ParkedLetterReader reader;
  @Inject EdxmlService service;
  @Inject BodyNames bodies;
  @Inject JsonInput input;
  @Inject ObjectMapper json;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * A letter with its form.
   *
   * @param candidates what a person would write for the bodies that it may come from
   */
  record Item(ParkedLetterView letter, List<String> candidates, LetterForm form) {
    /** The end of the ids of its fields in the page. */
    public String suffix() {
      return "-" + letter.id();
    }
  }

  record Parked(List<Item> items, String next, List<OrganizationReader.Choice> bodies)
      implements TemplateInstance {}

  record DropInput(@NotNull @Size(min = 1, max = 500) String reason) {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance list(@BeanParam PageQuery query) {
    return show(query, null, new LetterForm(Map.of()));
  }

  private Parked show(PageQuery query, UUID id, LetterForm form) {
    Page<ParkedLetterView> page = reader.list(draft.get(), ParkedStatus.WAITING, query);
    List<Item> items = new ArrayList<>();
    for (ParkedLetterView letter : page.items()) {
      List<String> candidates = letter.candidates().stream().map(bodies::written).toList();
      items.add(new Item(letter, candidates, letter.id().equals(id) ? form : proposed(candidates)));
    }
    return new Parked(items, page.next(), bodies.choices());
  }

  /** Names the body if only one is likely. */
  private static LetterForm proposed(List<String> candidates) {
    return new LetterForm(
        candidates.size() == 1 ? Map.of(LetterForm.BODY, candidates.get(0)) : Map.of());
  }

  @POST
  @Path("{id}/vao-so")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response file(@PathParam("id") UUID id) {
    LetterForm form = new LetterForm(SentForm.current().texts());
    String code = bodies.code(form);
    if (code != null) {
      try {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("organization", code);
        named.put("remember", form.has("ghi_nho"));
        named.put("date", form.text("ngay"));
        named.put("reason", form.text(LetterForm.REASON));
        JsonNode tree = json.valueToTree(named);
        ParkedLetterInput filed = input.convert(tree, ParkedLetterInput.class);
        uploads.inTurn(() -> service.file(caller.actor(), id, filed));
        return back();
      } catch (ProblemException e) {
        form.fail(e);
      }
    }
    PageQuery first = new PageQuery();
    first.limit = Page.MAX_LIMIT;
    return Response.status(422).entity(show(first, id, form)).build();
  }

  private Response back() {
    return desk.back(desk.root() + "/nhap/cho-xu-ly", Notice.SAVED);
  }

  @POST
  @Path("{id}/bo")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response drop(@PathParam("id") UUID id) {
    JsonNode reason =
        json.valueToTree(
            Map.of("reason", SentForm.current().texts().getOrDefault(LetterForm.REASON, "")));
    service.drop(caller.actor(), id, input.convert(reason, DropInput.class).reason());
    return back();
  }
}
