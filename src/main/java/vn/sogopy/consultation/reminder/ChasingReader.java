package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.sogopy.platform.http.problem.Messages;
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
  public ChasingList read(
      Actor actor, DraftRef draft, ConsulteeQuery query, boolean addressed) {
    Sql.snapshot(source);
    ConsulteeList list = consultees.all(actor, draft, query);
    Map<String, String> ended = ended(VietnamTime.dayOf(actor.at()));
    Map<String, List<ContactLog.Entry>> chased = contacts.all(draft, Messages.VIETNAMESE);
    Map<String, String> titles = titles();
    Map<String, List<ChasingList.Line>> byGroup = new LinkedHashMap<>();
    int number = 0;
    for (ConsulteeView view : list.items()) {
      String end = ended.get(view.organization().code());
      if (addressed && end != null) {
        continue;
      }
      number++;
      byGroup
          .computeIfAbsent(view.organization().group(), code -> new ArrayList<>())
          .add(line(number, view, end, chased.getOrDefault(view.organization().code(), List.of())));
    }
    List<ChasingList.Group> groups = new ArrayList<>();
    byGroup.forEach(
        (code, lines) ->
            groups.add(
                new ChasingList.Group(Numbers.roman(groups.size() + 1), titles.get(code), lines)));
    return new ChasingList(
        heads.of(draft.planId()),
        draft.number(),
        VietnamTime.dayOf(actor.at()),
        query.isSilentOnly(),
        groups,
        requests(list, query.group).stream()
            .filter(request -> !ended.containsKey(request.organization().code()))
            .toList());
  }

  /** The notes on ended organizations, by code. */
  private Map<String, String> ended(LocalDate today) {
    Successions all = successions.read();
    return all.endedOn(today)
        .collect(
            Collectors.toMap(
                Successions.Body::code,
                body ->
                    "Kết thúc hoạt động từ ngày " + VietnamTime.shortDate(all.endOf(body.id()))));
  }

  /** Without restricted comments, since every organization on the list can read it. */
  private static List<OverdueRequest> requests(ConsulteeList list, String group) {
    return list.overdueRequests().stream()
        .filter(request -> !request.restricted())
        .filter(request -> group == null || group.equals(request.organization().group()))
        .toList();
  }

  private static ChasingList.Line line(
      int number, ConsulteeView view, String end, List<ContactLog.Entry> chased) {
    List<String> log =
        chased.stream()
            .map(entry -> VietnamTime.shortDate(entry.contactedOn()) + ": " + entry.text())
            .toList();
    return new ChasingList.Line(
        number,
        view.organization().name(),
        view.requestLetters(),
        view.dueOn(),
        view.overdue() ? -view.daysLeft() : null,
        Contact.orNone(view.contact()),
        log,
        Stream.of(note(view), end)
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  private static String note(ConsulteeView view) {
    return switch (view.state()) {
      case AGREED -> view.late() ? "Nhất trí, gửi sau thời hạn" : "Nhất trí";
      case COMMENTED -> view.late() ? "Có ý kiến, gửi sau thời hạn" : "Có ý kiến";
      case NOT_REPLIED -> silent(view);
    };
  }

  private static String silent(ConsulteeView view) {
    return view.comments() == 0
        ? ""
        : "Đã có " + view.comments() + " ý kiến tại hội nghị hoặc không kèm văn bản";
  }

  private Map<String, String> titles() {
    return groups.listAll().stream()
        .collect(Collectors.toMap(group -> group.code, group -> group.title));
  }
}
