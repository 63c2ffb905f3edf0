package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Contacts by people ("đã gọi 12/5", "Văn bản đôn đốc số …") and reminders by the service. */
@ApplicationScoped
public class ContactLogService {
  private static final String REMINDER = "Dịch vụ Sổ Góp Ý";

  private static final Comparator<ContactLog.Entry> OLDEST_FIRST =
      Comparator.comparing(ContactLog.Entry::contactedOn)
          .thenComparing(ContactLog.Entry::at)
          .thenComparing(entry -> String.valueOf(entry.id()));

  @Inject EntityManager entities;

  record Noted(String code, ContactEntry entry) {}

  record Reminded(String code, String kind, String address, boolean uncertain, Instant at) {}

  /**
   * @throws ProblemException 404 if the organization is not a consultee
   */
  @Transactional
  public ContactLog.Entry add(
      Actor actor, DraftRef draft, String organization, ContactInput input) {
    ContactEntry entry = new ContactEntry();
    entry.id = UUID.randomUUID();
    entry.draftId = draft.id();
    entry.organizationId =
        Hql.of(
                "select o.id from Consultee k join Organization o on o.id = k.key.organizationId"
                    + " where k.key.draftId = ? and o.code = ?",
                draft.id(),
                organization)
            .first(entities, UUID.class)
            .orElseThrow(ProblemException::notFound);
    entry.contactedOn =
        input.contactedOn() == null ? VietnamTime.dayOf(actor.at()) : input.contactedOn();
    entry.text = input.text();
    entry.at = actor.at();
    entry.by = actor.caller().name();
    entities.persist(entry);
    return entry(entry);
  }

  /** The contacts of one organization, newest last; empty if there are none. */
  @Transactional
  public ContactLog of(DraftRef draft, String organization) {
    return new ContactLog(all(draft).getOrDefault(organization, List.of()));
  }

  /** All contacts of a draft by code of the organization, newest last. */
  public Map<String, List<ContactLog.Entry>> all(DraftRef draft) {
    Map<String, List<ContactLog.Entry>> found = new HashMap<>();
    Hql.of(
            "select o.code, l from ContactEntry l join Organization o on o.id = l.organizationId"
                + " where l.draftId = ?",
            draft.id())
        .list(entities, Noted.class)
        .forEach(noted -> add(found, noted.code(), entry(noted.entry())));
    // Refers to the entity by its name, because this package must not depend on reminders.
    Hql.of(
            "select o.code, cast(r.key.kind as String), r.address, r.uncertain, r.sentAt"
                + " from SentReminder r join Organization o on o.id = r.key.organizationId"
                + " where r.key.draftId = ?",
            draft.id())
        .list(entities, Reminded.class)
        .forEach(reminded -> add(found, reminded.code(), entry(reminded)));
    found.values().forEach(entries -> entries.sort(OLDEST_FIRST));
    return found;
  }

  private static void add(
      Map<String, List<ContactLog.Entry>> found, String code, ContactLog.Entry entry) {
    found.computeIfAbsent(code, c -> new ArrayList<>()).add(entry);
  }

  private static ContactLog.Entry entry(ContactEntry entry) {
    return ContactLog.Entry.of(
        entry.id, ContactLog.Kind.NOTE, entry.contactedOn, entry.text, entry.at, entry.by);
  }

  private static ContactLog.Entry entry(Reminded reminded) {
    String text =
        (reminded.kind().equals("BEFORE") ? "Thư nhắc trước hạn" : "Thư nhắc ngày đến hạn")
            + " đã gửi tới "
            + reminded.address()
            + (reminded.uncertain() ? " (máy chủ thư chưa xác nhận)" : "");
    LocalDate day = VietnamTime.dayOf(reminded.at());
    return ContactLog.Entry.of(null, ContactLog.Kind.REMINDER, day, text, reminded.at(), REMINDER);
  }

  /** A call or letter that chased a reply, in a request. */
  public record ContactInput(
      @Schema(nullable = true, description = "Ngày; null = hôm nay · null = today")
          LocalDate contactedOn,
      @NotNull
          @Size(min = 1, max = 2_000)
          @Schema(examples = "Đã gọi điện, hẹn gửi trước ngày 20/9/2021. (Minh họa.)")
          String text) {}
}
