package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.desk.BodyNames;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.Choice;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyInput;
import vn.sogopy.security.key.ApiKeyQuery;
import vn.sogopy.security.key.ApiKeyService;
import vn.sogopy.security.key.ApiKeyService.NewApiKey;
import vn.sogopy.security.key.ApiKeyView;

/** The accounts of people with their codes, and those of other systems. */
@Path("/quan-tri/tai-khoan")
@Produces(MediaType.TEXT_HTML)
public class AccountScreenResource {
  static final String PATH = "/quan-tri/tai-khoan";

  /** The fields of the form by the properties of the service. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "name", "ten",
          "email", "thu_dien_tu",
          "role", "vai_tro",
          "organization", "co_quan",
          "plans", "quy_hoach",
          "expiresOn", "het_han",
          "readsRestricted", "xem_y_kien_han_che");

  @Inject ApiKeyService service;
  @Inject OrganizationReader organizations;
  @Inject BodyNames bodies;
  @Inject PlanReader plans;
  @Inject JsonInput input;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * An account as a row.
   *
   * @param organization its name; null = none
   * @param plans their titles
   */
  record Account(ApiKeyView view, String organization, String plans) {}

  /**
   * @param systems whether these are the accounts of systems, not of people
   * @param next the query of the next page; null = this is the last one
   */
  record Accounts(
      List<Account> items,
      ApiKeyQuery query,
      List<Role> roles,
      boolean systems,
      boolean admin,
      String next)
      implements TemplateInstance {}

  record Form(SentForm form, List<Role> roles, List<PlanView> plans, List<Choice> names)
      implements TemplateInstance {}

  /** The only page that shows the code. */
  record Made(Account account, String code, boolean replaced) implements TemplateInstance {}

  record Stop(Account account) implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance people(@BeanParam ApiKeyQuery query) {
    return list(query, false);
  }

  @GET
  @Path("phan-mem")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance systems(@BeanParam ApiKeyQuery query) {
    return list(query, true);
  }

  private Accounts list(ApiKeyQuery query, boolean systems) {
    Page<ApiKeyView> page = service.list(caller.get(), query, !systems);
    String role = query.role.stream().map(Role::name).collect(Collectors.joining(","));
    String next =
        page.next() == null
            ? null
            : Links.query(
                "role", role.isEmpty() ? null : role,
                "organization", query.organization,
                "active", query.active,
                "expiring", query.expiring,
                "cursor", page.next());
    return new Accounts(
        accounts(page.items()), query, roles(), systems, caller.get().role() == Role.ADMIN, next);
  }

  /** The roles to which the person may give accounts. */
  private List<Role> roles() {
    return Arrays.stream(Role.values())
        .filter(role -> caller.get().role() == Role.ADMIN || Caller.CODE_ROLES.contains(role))
        .toList();
  }

  private List<Account> accounts(List<ApiKeyView> views) {
    Map<String, String> names =
        organizations.names(
            views.stream().map(ApiKeyView::organization).filter(Objects::nonNull).toList());
    Map<String, String> titles = new HashMap<>();
    plans().forEach(plan -> titles.put(plan.slug(), plan.title()));
    return views.stream()
        .map(
            view ->
                new Account(
                    view,
                    names.get(view.organization()),
                    view.plans() == null
                        ? "Mọi quy hoạch"
                        : view.plans().stream()
                            .map(slug -> titles.getOrDefault(slug, slug))
                            .collect(Collectors.joining("; "))))
        .toList();
  }

  private Account account(ApiKeyView view) {
    return accounts(List.of(view)).get(0);
  }

  private List<PlanView> plans() {
    return plans.list(caller.get(), Page.MAX_LIMIT, null, false).items();
  }

  @GET
  @Path("moi")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance ask() {
    SentForm form = SentForm.empty();
    if (caller.get().plans() != null) {
      form.texts().put("quy_hoach", List.copyOf(caller.get().plans()));
    }
    return form(form);
  }

  private Form form(SentForm form) {
    return new Form(form, roles(), plans(), organizations.choices());
  }

  @POST
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make() {
    SentForm form = SentForm.current();
    List<String> organization = bodies.codes(form, "co_quan");
    try {
      ApiKeyInput wanted = wanted(form, organization);
      if (!form.isWrong()) {
        NewApiKey made = service.create(caller.actor(), wanted);
        return Response.ok(new Made(account(made.view()), made.key(), false)).build();
      }
    } catch (ProblemException e) {
      form.wrong(e, FIELDS);
    }
    return Response.status(Response.Status.BAD_REQUEST).entity(form(form)).build();
  }

  private ApiKeyInput wanted(SentForm form, List<String> organization) {
    List<String> chosen = form.all("quy_hoach");
    return input.fields(
        ApiKeyInput.class,
        "name",
        form.text("ten"),
        "email",
        form.text("thu_dien_tu"),
        "role",
        form.text("vai_tro"),
        "organization",
        organization.isEmpty() ? null : organization.get(0),
        "plans",
        chosen.isEmpty() ? null : chosen,
        "expiresOn",
        form.text("het_han"),
        "readsRestricted",
        form.has("xem_y_kien_han_che", "co") ? true : null,
        "person",
        true);
  }

  /** In one step: the forgotten code ends, and the page shows the new one. */
  @POST
  @Path("{id}/doi-ma")
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance replace(@PathParam("id") UUID id) {
    NewApiKey made = service.replace(caller.actor(), id);
    return new Made(account(made.view()), made.key(), true);
  }

  @GET
  @Path("{id}/dung")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance look(@PathParam("id") UUID id) {
    return new Stop(account(service.get(caller.get(), id)));
  }

  @POST
  @Path("{id}/dung")
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response stop(@PathParam("id") UUID id, @RestForm("_ve") String back) {
    service.revoke(caller.actor(), id);
    return desk.back(back, Notice.STOPPED);
  }
}
