package vn.sogopy.register;

import static vn.sogopy.testing.Api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** A random draft, as rows of the tables and as plain values. */
final class RandomDraft {
  static final LocalDate RENAMED = LocalDate.of(2021, 9, 1);

  /** The last groups: other tests expect the organizations of the sample on the first page. */
  private static final List<String> GROUPS = List.of("COMMUNITY", "ORGANIZATION");

  private static final List<String> SECTIONS = List.of("BCTH", "I", "V", "V.1", "V.2", "BĐ.2");
  private static final List<String> TEXTS =
      List.of("một", "hai\tba\\N", "'; --\n“số”", "=1+1, \"x\"", "😀 ữ");

  private final Random random;
  private final DataSource source;
  private final UUID plan;
  private final UUID draft;
  final TestPlan test;
  final List<Body> bodies = new ArrayList<>();
  private int number;

  record Body(
      UUID id, String group, int position, String code, List<Letter> letters, List<Point> points) {
    String name(LocalDate day) {
      return (day.isBefore(RENAMED) ? "Tên xưa " : "Tên nay ") + code;
    }
  }

  record Letter(UUID id, String number, LocalDate date, Position position, boolean withdrawn) {}

  record Point(
      UUID id,
      long receipt,
      Integer part,
      Letter letter,
      String section,
      String path,
      String content,
      Status status,
      boolean restricted,
      Instant receivedAt,
      String escalation,
      String direction,
      String reaction) {
    boolean isLive() {
      return Status.LIVE.contains(status);
    }

    LocalDate day() {
      return letter == null ? VietnamTime.dayOf(receivedAt) : letter.date();
    }
  }

  RandomDraft(long seed, DataSource source) {
    this.random = new Random(seed);
    this.source = source;
    this.test = TestPlan.open();
    this.plan = id("select id from plan where slug = ?", test.slug());
    this.draft = id("select id from draft where plan_id = ? and number = 1", plan);
    for (int i = 0; i < 6; i++) {
      bodies.add(body());
    }
  }

  private UUID id(String query, Object value) {
    return Sql.of(query, value).first(source, row -> Row.uuid(row, "id")).orElseThrow();
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T oneOrNull(List<T> values) {
    return random.nextInt(4) == 0 ? null : one(values);
  }

  private boolean rarely() {
    return random.nextInt(5) == 0;
  }

  private Body body() {
    String code = "o-" + UUID.randomUUID();
    String group = one(GROUPS);
    int position = random.nextInt(3);
    TestOrganization.make(
        json(
            "code",
            code,
            "name",
            "Tên nay " + code,
            "group",
            group,
            "order",
            position,
            "names",
            List.of(json("name", "Tên xưa " + code, "from", null, "to", "2021-08-31"))));
    UUID id = id("select id from organization where code = ?", code);
    Body body = new Body(id, group, position, code, new ArrayList<>(), new ArrayList<>());
    for (int i = random.nextInt(4); i > 0; i--) {
      body.letters().add(letter(id));
    }
    for (int i = random.nextInt(9); i > 0; i--) {
      point(body, null, null);
    }
    return body;
  }

  /** Several on one day; half of them before the organization was renamed. */
  private Letter letter(UUID body) {
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            ++number + "/CV",
            RENAMED.plusDays(random.nextInt(6) - 3),
            oneOrNull(List.of(Position.values())),
            rarely());
    Sql.of(
            "insert into letter (id, draft_id, plan_id, organization_id, number, number_key, letter_date, position,"
                + " channel, withdrawn_at, created_at, updated_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, 'LETTER', case when ? then now() end, now(), now())",
            letter.id(),
            draft,
            plan,
            body,
            letter.number(),
            letter.number(),
            letter.date(),
            letter.position(),
            letter.withdrawn())
        .execute(source);
    return letter;
  }

  /** The parts of a split follow it. */
  private void point(Body body, Point of, Integer part) {
    Status status = of == null ? one(List.of(Status.values())) : Status.RECEIVED;
    boolean answered =
        List.of(Status.DRAFTING, Status.ANSWERED, Status.RETURNED, Status.APPROVED)
            .contains(status);
    String section = oneOrNull(SECTIONS);
    String escalation = rarely() ? "Xin ý kiến" : null;
    Point point =
        new Point(
            UUID.randomUUID(),
            of == null
                ? Sql.of("select nextval('receipt_number')")
                    .first(source, row -> row.getLong(1))
                    .orElseThrow()
                : of.receipt(),
            part,
            of == null
                ? (body.letters().isEmpty() ? null : oneOrNull(body.letters()))
                : of.letter(),
            section,
            section == null ? "" : path(section),
            one(TEXTS) + " " + ++number,
            status,
            rarely(),
            // Some at the same time; near midnight in Vietnam and in UTC.
            VietnamTime.startOf(RENAMED).plusSeconds(3600L * (random.nextInt(30) - 15)),
            escalation,
            escalation != null && random.nextBoolean() ? "Giữ nguyên" : null,
            oneOrNull(List.of("AGREED", "MAINTAINED", "MAINTAINED")));
    Sql.of(
            "insert into comment (id, receipt_number, part, part_of_id, plan_id, draft_id, organization_id, letter_id, section_id,"
                + " kind, content, restricted, status, status_before_split, result, response, return_reason, assignee,"
                + " escalation_reason, escalation_by, escalation_at, direction_text, reaction, reaction_by, reaction_at, client, sent_digest, received_at, updated_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, (select id from section where draft_id = ? and code = ?), 'OTHER', ?, ?, ?,"
                + " case when ?::text = 'SPLIT' then 'RECEIVED' end, ?, ?, ?, ?,"
                + " ?, case when ?::text is not null then 'x' end, case when ?::text is not null then now() end, ?,"
                + " ?, case when ?::text is not null then 'x' end, case when ?::text is not null then now() end,"
                + " 'test', ?, ?, ?)",
            point.id(),
            point.receipt(),
            part,
            of == null ? null : of.id(),
            plan,
            draft,
            body.id(),
            point.letter() == null ? null : point.letter().id(),
            draft,
            section,
            point.content(),
            point.restricted(),
            status,
            status,
            answered ? one(List.of(Result.values())) : null,
            answered ? "Trả lời" : null,
            status == Status.RETURNED ? "Thử" : null,
            status == Status.ASSIGNED ? "Chuyên gia" : null,
            point.escalation(),
            point.escalation(),
            point.escalation(),
            point.direction(),
            point.reaction(),
            point.reaction(),
            point.reaction(),
            new byte[32],
            point.receivedAt(),
            point.receivedAt())
        .execute(source);
    body.points().add(point);
    if (status == Status.SPLIT) {
      for (int i = 1; i <= 3; i++) {
        point(body, point, i);
      }
    }
  }

  private String path(String section) {
    return Sql.of("select path from section where draft_id = ? and code = ?", draft, section)
        .first(source, row -> row.getString("path"))
        .orElseThrow();
  }
}
