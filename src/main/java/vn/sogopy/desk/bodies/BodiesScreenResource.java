package vn.sogopy.desk.bodies;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sogopy.consultation.consultee.ConsulteeList;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.ContactLogService;
import vn.sogopy.consultation.consultee.ContactLogService.ContactLog;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.desk.bodies.BodiesQuery.Filter;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.security.CurrentCaller;

/** The consultees of a draft, the silent ones first, and the papers to them. */
@Path("/so/{plan}/{draft}/co-quan")
@Produces(MediaType.TEXT_HTML)
public class BodiesScreenResource {
  private static final int ROWS = 100;

  @Inject ConsulteeReader reader;
  @Inject ContactLogService contacts;
  @Inject GroupService groups;
  @Inject PlanReader plans;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  /**
   * @param last the last contact; null = none
   */
  record Row(ConsulteeView body, ContactLog.Entry last) {
    /** "còn 3 ngày", "quá 1.903 ngày"; null after a reply and without a due day. */
    public String daysLeft() {
      Integer days = body.daysLeft();
      return days == null
          ? null
          : (days < 0 ? "quá " : "còn ") + Numbers.of(Math.abs(days)) + " ngày";
    }
  }

  record Choice(Filter filter, long count) {}

  /** A body that asks for comments under its own letterhead, by its place among the askers. */
  record AskingBody(int place, String name) {}

  /**
   * @param pages number of pages of the list
   */
  record Bodies(
      BodiesQuery query,
      List<Choice> choices,
      List<Row> rows,
      int pages,
      ConsulteeList all,
      List<GroupView> groups,
      List<AskingBody> askers,
      boolean writes)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  public TemplateInstance list(@BeanParam BodiesQuery query) {
    ConsulteeList all = all(query);
    List<ConsulteeView> named = all.items().stream().filter(query::named).toList();
    List<Choice> choices =
        Arrays.stream(Filter.values())
            .map(one -> new Choice(one, named.stream().filter(one::matches).count()))
            .toList();
    List<ConsulteeView> shown =
        named.stream()
            .filter(query.filter()::matches)
            .sorted(
                comparing((ConsulteeView body) -> body.state() != ReplyState.State.NOT_REPLIED)
                    .thenComparing(ConsulteeView::daysLeft, nullsLast(naturalOrder())))
            .toList();
    Map<String, List<ContactLog.Entry>> log = contacts.all(draft.get());
    List<Row> rows =
        shown.stream()
            .skip((query.number() - 1L) * ROWS)
            .limit(ROWS)
            .map(body -> new Row(body, last(log.get(body.organization().code()))))
            .toList();
    return new Bodies(
        query,
        choices,
        rows,
        (shown.size() + ROWS - 1) / ROWS,
        all,
        groups.list().items(),
        askers(),
        writes());
  }

  private ConsulteeList all(BodiesQuery query) {
    PageQuery whole = new PageQuery();
    whole.limit = Integer.MAX_VALUE;
    return reader.list(caller.actor(), draft.get(), query.ofGroup(), whole);
  }

  private static ContactLog.Entry last(List<ContactLog.Entry> log) {
    return log == null ? null : log.get(log.size() - 1);
  }

  private List<AskingBody> askers() {
    PlanView plan = plans.get(draft.get().plan());
    List<AskingBody> askers = new ArrayList<>();
    askers.add(new AskingBody(0, plan.letterhead().issuer()));
    plan.askers()
        .forEach(one -> askers.add(new AskingBody(askers.size(), one.letterhead().issuer())));
    return askers;
  }

  private boolean writes() {
    return caller.get().isCoordinator();
  }
}
