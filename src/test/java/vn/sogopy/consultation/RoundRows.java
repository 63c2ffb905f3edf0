package vn.sogopy.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;

/**
 * Writes rows of one draft directly into the tables. The counts must be right for anything the
 * tables can hold, not only for what the service writes today.
 */
public final class RoundRows {
  private final DataSource source;
  private final UUID plan;
  private final UUID draft;
  private int number;

  public RoundRows(DataSource source, String slug) {
    this.source = source;
    this.plan =
        Sql.of("select id from plan where slug = ?", slug)
            .first(source, row -> Row.uuid(row, "id"))
            .orElseThrow();
    this.draft =
        Sql.of("select id from draft where plan_id = ? and number = 1", plan)
            .first(source, row -> Row.uuid(row, "id"))
            .orElseThrow();
  }

  private UUID organization(String code) {
    return Sql.of("select id from organization where code = ?", code)
        .first(source, row -> Row.uuid(row, "id"))
        .orElseThrow();
  }

  public void asked(String organization, LocalDate dueOn) {
    Sql.of(
            "insert into consultee (draft_id, organization_id, due_on) values (?, ?, ?)",
            draft,
            organization(organization),
            dueOn)
        .execute(source);
  }

  public void responsible(String section, String... organizations) {
    Sql.of(
            "update section set responsible = ? where draft_id = ? and code = ?",
            organizations,
            draft,
            section)
        .execute(source);
  }

  public UUID letter(
      String organization, LocalDate receivedOn, Position position, Channel channel) {
    RandomRound.Letter letter =
        new RandomRound.Letter(
            UUID.randomUUID(),
            receivedOn.minusDays(1),
            receivedOn,
            receivedOn,
            position,
            channel,
            false,
            null);
    insert(organization(organization), letter);
    return letter.id();
  }

  public void withdrawn(UUID letter) {
    Sql.of("update letter set withdrawn_at = now() where id = ?", letter).execute(source);
  }

  public void replaces(UUID letter, UUID old) {
    Sql.of("update letter set replaces_id = ? where id = ?", old, letter).execute(source);
  }

  /** A comment of this organization in this state; the letter may be null. */
  public UUID comment(String organization, UUID letter, String section, Status status) {
    UUID id = UUID.randomUUID();
    insert(id, organization(organization), letter, section, status, null, null, null, false);
    return id;
  }

  /** Writes a whole random round, with these codes for its organizations in order. */
  public void all(RandomRound round, List<String> organizations, Map<String, String> codeByPath) {
    Sql.of("update draft set due_on = ? where id = ?", round.draftDueOn(), draft).execute(source);
    for (int i = 0; i < round.bodies().size(); i++) {
      RandomRound.Body body = round.bodies().get(i);
      UUID organization = organization(organizations.get(i));
      if (body.asked()) {
        asked(organizations.get(i), body.dueOn());
      }
      inOrder(body.letters()).forEach(letter -> insert(organization, letter));
      for (RandomRound.Comment comment : body.comments()) {
        insert(
            comment.id(),
            organization,
            comment.letter() == null ? null : comment.letter().id(),
            comment.section() == null ? null : codeByPath.get(comment.section()),
            comment.status(),
            comment.result() == null ? null : comment.result().name(),
            comment.assignee(),
            comment.answerDueOn(),
            comment.restricted());
        int ordinal = 0;
        for (String path : comment.also()) {
          Sql.of(
                  "insert into comment_section (comment_id, ordinal, section_id)"
                      + " select ?, ?, id from section where draft_id = ? and code = ?",
                  comment.id(),
                  ordinal++,
                  draft,
                  codeByPath.get(path))
              .execute(source);
        }
      }
    }
  }

  /** Replaced letters come before their replacements. */
  private static Collection<RandomRound.Letter> inOrder(List<RandomRound.Letter> letters) {
    Map<UUID, RandomRound.Letter> ordered = new LinkedHashMap<>();
    while (ordered.size() < letters.size()) {
      for (RandomRound.Letter letter : letters) {
        if (letter.replaces() == null || ordered.containsKey(letter.replaces())) {
          ordered.putIfAbsent(letter.id(), letter);
        }
      }
    }
    return ordered.values();
  }

  private void insert(UUID organization, RandomRound.Letter letter) {
    String name = ++number + "/CV";
    Sql.of(
            "insert into letter (id, draft_id, plan_id, organization_id, number, number_key, letter_date,"
                + " received_on, position, channel, withdrawn_at, replaces_id, created_at, updated_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? then now() end, ?, ?, now())",
            letter.id(),
            draft,
            plan,
            organization,
            name,
            name,
            letter.date(),
            letter.receivedOn(),
            letter.position(),
            letter.channel(),
            letter.withdrawn(),
            letter.replaces(),
            // After midnight in Vietnam, which is the day before in UTC.
            VietnamTime.startOf(letter.filedOn()).plusSeconds(60))
        .execute(source);
  }

  private void insert(
      UUID id,
      UUID organization,
      UUID letter,
      String section,
      Status status,
      String result,
      String assignee,
      LocalDate answerDueOn,
      boolean restricted) {
    Instant now = Instant.now();
    Sql.of(
            "insert into comment (id, receipt_number, plan_id, draft_id, organization_id, letter_id, section_id,"
                + " kind, content, restricted, status, status_before_split, result, response, return_reason,"
                + " assignee, answer_due_on, client, sent_digest, received_at, updated_at)"
                + " values (?, nextval('receipt_number'), ?, ?, ?, ?,"
                + " (select id from section where draft_id = ? and code = ?), 'OTHER', 'Ý kiến thử', ?, ?,"
                + " case when ?::text = 'SPLIT' then 'RECEIVED' end, ?, case when ?::text is not null then 'Trả lời thử' end,"
                + " case when ?::text = 'RETURNED' then 'Thử' end, ?, ?, 'test', ?, ?, ?)",
            id,
            plan,
            draft,
            organization,
            letter,
            draft,
            section,
            restricted,
            status,
            status,
            result,
            result,
            status,
            assignee,
            answerDueOn,
            new byte[32],
            now,
            now)
        .execute(source);
  }
}
