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
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
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

  @Inject ConsulteeStore store;
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
    entry.organizationId = store.get(draft, organization).key.organizationId();
    entry.contactedOn = input.contactedOn() == null ? actor.today() : input.contactedOn();
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
  @Transactional
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
    LocalDate day = entry.contactedOn;
    LocalDate noted = VietnamTime.dayOf(entry.at);
    List<Warning> odd =
        day.isAfter(noted)
            ? List.of(Warning.of("/contactedOn", WarningCode.CONTACT_IN_FUTURE, day, noted))
            : List.of();
    return new ContactLog.Entry(
        entry.id, ContactLog.Kind.NOTE, day, entry.text, entry.at, entry.by, odd);
  }

  private static ContactLog.Entry entry(Reminded reminded) {
    String text =
        (reminded.kind().equals("BEFORE") ? "Thư nhắc trước hạn" : "Thư nhắc ngày đến hạn")
            + " đã gửi tới "
            + reminded.address()
            + (reminded.uncertain() ? " (máy chủ thư chưa xác nhận)" : "");
    LocalDate day = VietnamTime.dayOf(reminded.at());
    return new ContactLog.Entry(
        null, ContactLog.Kind.REMINDER, day, text, reminded.at(), REMINDER, List.of());
  }

  /** A call or letter that chased a reply, in a request. */
  public record ContactInput(
      @Schema(nullable = true, description = "Ngày; null = hôm nay · null = today")
          LocalDate contactedOn,
      @NotNull
          @Size(min = 1, max = 2_000)
          @Schema(examples = "Đã gọi điện, hẹn gửi trước ngày 20/9/2021. (Minh họa.)")
          String text) {}

  /** The contacts that chased the reply of an organization, newest last. */
  public record ContactLog(List<Entry> items) {

    /** A contact by a person, or a reminder that the service sent. */
    @Schema(name = "ContactKind")
    public enum Kind {
      NOTE,
      REMINDER
    }

    /** One call, letter or mail. */
    @Schema(name = "ContactEntry")
    public record Entry(
        @Schema(nullable = true, description = "null ở thư nhắc tự động · null for a reminder")
            UUID id,
        Kind kind,
        LocalDate contactedOn,
        String text,
        Instant at,
        String by,
        @Schema(
                description =
                    "Ngày đáng ngờ, vẫn được ghi · what is odd about the day and was taken all the same")
            List<Warning> warnings) {}
  }
}
