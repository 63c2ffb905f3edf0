package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.consultee.ConsulteeList;
import vn.sogopy.consultation.consultee.ConsulteeQuery;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.consultee.ContactLogService;
import vn.sogopy.consultation.consultee.ContactLogService.ContactLog;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Reads the chasing list from one snapshot. */
@ApplicationScoped
public class ChasingReader {
  @Inject ConsulteeReader consultees;
  @Inject ContactLogService contacts;
  @Inject GroupRepository groups;
  @Inject SuccessionReader successions;
  @Inject DataSource source;
  @Inject PlanHead heads;

  /**
   * @param addressed only organizations to which a letter can be sent: those that exist
   */
  @Transactional
  public ChasingList read(Actor actor, DraftRef draft, ConsulteeQuery query, boolean addressed) {
    Sql.snapshot(source);
    return list(actor, draft, query, view -> !addressed || view.ended() == null);
  }

  /**
   * The letter of request of one asking body. It goes to organizations that exist.
   *
   * @throws ProblemException 400 if the plan has no such asker
   */
  @Transactional
  public AskingLetter asking(Actor actor, DraftRef draft, ConsulteeQuery all, int asker) {
    Sql.snapshot(source);
    List<PlanHead.Asking> askings = heads.askings(draft.planId());
    if (asker >= askings.size()) {
      throw ProblemException.parameter("asker", FieldCode.OUT_OF_RANGE, 0, askings.size() - 1);
    }
    PlanHead.Asking asking = askings.get(asker);
    return new AskingLetter(
        asking.head(),
        list(
            actor,
            draft,
            all,
            view -> view.ended() == null && asking.groups().test(view.organization().group())));
  }

  private ChasingList list(
      Actor actor, DraftRef draft, ConsulteeQuery query, Predicate<ConsulteeView> wanted) {
    ConsulteeList list = consultees.all(actor, draft, query);
    LocalDate today = actor.today();
    Set<String> ended =
        successions.read().endedOn(today).map(Successions.Body::code).collect(Collectors.toSet());
    Map<String, List<ContactLog.Entry>> chased = contacts.all(draft);
    Map<String, String> titles = titles();
    Map<String, List<ChasingList.Line>> byGroup = new LinkedHashMap<>();
    int number = 0;
    for (ConsulteeView view : list.items()) {
      if (!wanted.test(view)) {
        continue;
      }
      number++;
      byGroup
          .computeIfAbsent(view.organization().group(), code -> new ArrayList<>())
          .add(line(number, view, chased.getOrDefault(view.organization().code(), List.of())));
    }
    List<ChasingList.Group> groups = new ArrayList<>();
    byGroup.forEach(
        (code, lines) ->
            groups.add(
                new ChasingList.Group(
                    code, Numbers.roman(groups.size() + 1), titles.get(code), lines)));
    return new ChasingList(
        heads.askings(draft.planId()),
        draft.number(),
        today,
        query.isSilentOnly(),
        groups,
        requests(list, query.group).stream()
            .filter(request -> !ended.contains(request.organization().code()))
            .toList());
  }

  /** Without restricted comments, since every organization on the list can read it. */
  private static List<OverdueRequest> requests(ConsulteeList list, String group) {
    return list.overdueRequests().stream()
        .filter(request -> !request.restricted())
        .filter(request -> group == null || group.equals(request.organization().group()))
        .toList();
  }

  private static ChasingList.Line line(
      int number, ConsulteeView view, List<ContactLog.Entry> chased) {
    List<String> log =
        chased.stream()
            .map(entry -> VietnamTime.shortDate(entry.contactedOn()) + ": " + entry.text())
            .toList();
    return new ChasingList.Line(
        number,
        view.nameNow(),
        view.requestLetters(),
        view.dueOn(),
        view.overdue() ? -view.daysLeft() : null,
        Contact.orNone(view.contact()),
        log,
        note(view));
  }

  private static String note(ConsulteeView view) {
    return switch (view.state()) {
      case AGREED -> replied("Nhất trí", view);
      case COMMENTED -> replied("Có ý kiến", view);
      case NOT_REPLIED -> silent(view);
    };
  }

  private static String replied(String state, ConsulteeView view) {
    return state
        + (view.late() ? ", gửi sau thời hạn" : "")
        + (view.answeredBy() == null ? "" : "; " + view.answeredBy().words());
  }

  private static String silent(ConsulteeView view) {
    List<String> notes = new ArrayList<>();
    if (view.comments() > 0) {
      notes.add(
          "Đã có "
              + Numbers.prose(view.comments())
              + " ý kiến tại hội nghị hoặc không bằng văn bản");
    }
    if (view.ended() != null && view.ended().hasOneSuccessor()) {
      notes.add("Kết thúc hoạt động từ ngày " + VietnamTime.shortDate(view.ended().dissolvedOn()));
    } else if (view.ended() != null && !view.ended().successors().isEmpty()) {
      notes.add("Cần chuyển đề nghị góp ý cho: " + view.ended().names());
    }
    return String.join("; ", notes);
  }

  private Map<String, String> titles() {
    return groups.listAll().stream()
        .collect(Collectors.toMap(group -> group.code, group -> group.title));
  }
}
