package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Chasing by hand, and the reminders that were sent: "đã gọi 12/5", "Văn bản đôn đốc số …". */
@ApplicationScoped
public class ContactLogService {
  private static final String REMINDER = "Dịch vụ Sổ Góp Ý";

  @Inject DataSource source;

  /**
   * @throws ProblemException 404 if the body is not asked
   */
  @Transactional
  public ContactLog.Entry add(
      Actor actor, DraftRef draft, String organization, ContactInput input) {
    UUID id = UUID.randomUUID();
    LocalDate day =
        input.contactedOn() == null ? VietnamTime.dayOf(actor.at()) : input.contactedOn();
    int added =
        Sql.of(
                """
                insert into contact_log (id, draft_id, organization_id, contacted_on, text, at, by_name)
                select ?, k.draft_id, k.organization_id, ?, ?, ?, ?
                from consultee k join organization o on o.id = k.organization_id
                where k.draft_id = ? and o.code = ?""",
                id,
                day,
                input.text(),
                actor.at(),
                actor.caller().name(),
                draft.id(),
                organization)
            .execute(source);
    if (added == 0) {
      throw ProblemException.notFound();
    }
    return ContactLog.Entry.of(
        id, ContactLog.Kind.NOTE, day, input.text(), actor.at(), actor.caller().name());
  }

  /** Of one body, newest last; empty where there is nothing. */
  @Transactional
  public ContactLog of(DraftRef draft, String organization) {
    return new ContactLog(all(draft).getOrDefault(organization, List.of()));
  }

  /** By the code of the body, newest last. */
  public Map<String, List<ContactLog.Entry>> all(DraftRef draft) {
    Map<String, List<ContactLog.Entry>> found = new HashMap<>();
    Sql.of(
            """
            select o.code, l.id, l.contacted_on, l.text, l.at, l.by_name, null as kind, null as address,
              false as uncertain
            from contact_log l join organization o on o.id = l.organization_id where l.draft_id = ?
            union all
            select o.code, null, (r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, null, r.sent_at, null,
              r.kind, r.address, r.uncertain
            from reminder r join organization o on o.id = r.organization_id where r.draft_id = ?
            order by 3, 5, 2""",
            draft.id(),
            draft.id())
        .list(
            source,
            row ->
                found
                    .computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                    .add(entry(row)));
    return found;
  }

  private static ContactLog.Entry entry(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String text =
        kind == null
            ? row.getString("text")
            : (kind.equals("BEFORE") ? "Thư nhắc trước hạn" : "Thư nhắc ngày đến hạn")
                + " đã gửi tới "
                + row.getString("address")
                + (row.getBoolean("uncertain") ? " (máy chủ thư chưa xác nhận)" : "");
    return ContactLog.Entry.of(
        Row.uuid(row, "id"),
        kind == null ? ContactLog.Kind.NOTE : ContactLog.Kind.REMINDER,
        Row.date(row, "contacted_on"),
        text,
        Row.instant(row, "at"),
        kind == null ? row.getString("by_name") : REMINDER);
  }
}
