package vn.sogopy.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.session.SessionMechanism;

/** What every page shows: the person, the place, the tabs. Templates name it {@code desk}. */
@Named("desk")
@RequestScoped
public class Desk {
  private static final String DRAFTS = "/so/";

  @Inject CurrentCaller caller;
  @Inject CurrentDraft draft;
  @Inject RoutingContext context;

  public Caller person() {
    return caller.get();
  }

  /** Whether the person has this role; for what a page offers, not for what is allowed. */
  public boolean is(String role) {
    return person().role().name().equals(role);
  }

  /** Hidden in every form; only a page of this session knows it. */
  public String token() {
    return FormToken.of(SessionMechanism.of(context.request()));
  }

  /** The draft of the page; null = none, or a page of the administration. */
  public DraftRef draft() {
    return here().startsWith(DRAFTS) ? draft.get() : null;
  }

  /** The root of the pages of the draft, "/so/{plan}/{draft}". */
  public String root() {
    return DRAFTS + draft().plan() + "/" + draft().number();
  }

  public List<Tab> tabs() {
    return Tab.of(person().role());
  }

  /** The address of a tab. */
  public String href(Tab tab) {
    return tab.ofDraft() ? root() + tab.path() : tab.path();
  }

  /** Whether the person may open the screen of this path below the draft. */
  public boolean opens(String path) {
    return tabs().stream().anyMatch(tab -> tab.ofDraft() && path.startsWith(tab.path()));
  }

  /** Whether the page is below this tab. */
  public boolean at(Tab tab) {
    return (draft() != null || !tab.ofDraft()) && here().startsWith(href(tab));
  }

  /** The path of the page. */
  public String here() {
    return context.normalizedPath();
  }

  /** The path and query of the page, to come back to. */
  public String hereWithQuery() {
    return hereWithQuery(context);
  }

  static String hereWithQuery(RoutingContext context) {
    String query = context.request().query();
    return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
  }

  /** The list, with its filter and place, whose link led here; else the list of this path. */
  public String from(String path) {
    String list = context.request().getParam("ve");
    return list == null ? path : Local.path(list);
  }

  /** What was done by the form before this page; null = nothing. */
  public Notice notice() {
    return Notice.of(context.request().getParam(Notice.PARAMETER));
  }

  /**
   * Leads back to the list that a form came from, with its filter and place.
   *
   * @param back path and query that the form carried; another site's is replaced by the root
   */
  public Response back(String back, Notice done) {
    // A script would follow the redirect itself, and take the page for a part of this one.
    return context.request().getHeader(DeskPages.HTMX) == null
        ? part(back, done)
        : Response.noContent().header("HX-Redirect", done.on(Local.path(back))).build();
  }

  /** Leads back as {@link #back} does; a script takes from the page the part that it shows. */
  public Response part(String back, Notice done) {
    return Local.seeOther(done.on(Local.path(back))).build();
  }
}
