package vn.sogopy.consultation.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** The projection and the visibility rules of letters in SQL. */
final class LetterSql {
  private static final String SELECT =
      """
      select l.id, p.slug, d.number as draft_number, d.opened_on, o.code as organization_code,
        l.number, l.letter_date, l.arrival_number, l.received_on, l.signer_full_name, l.signer_position,
        l.position, l.channel, l.subject, l.occasion, l.in_reply_to, l.replaces_id, n.id as replaced_by, l.withdrawn_at,
        l.classified, l.external_id, %s as late, l.created_at, l.updated_at, l.version,
        (select count(*) from comment c where c.letter_id = l.id and c.%s"""
          .formatted(DueDate.LETTER_LATE, Status.SQL_LIVE);

  static final String FROM =
      """
      from letter l
      join draft d on d.id = l.draft_id
      join plan p on p.id = l.plan_id
      join organization o on o.id = l.organization_id
      join organization_group g on g.code = o.group_code
      left join letter n on n.replaces_id = l.id
      """
          + DueDate.JOIN;

  private LetterSql() {}

  /**
   * @param extra further columns, each after a comma
   */
  static Sql select(Caller caller, Sql extra) {
    return Sql.of(SELECT)
        .add(caller.seesRestricted() ? "" : "and not c.restricted")
        .add(") as comment_count")
        .add(extra)
        .add(FROM);
  }

  /** The WHERE condition for the plans and the organization of the caller. */
  static Sql visible(Caller caller) {
    Sql where = Sql.of("where true");
    if (caller.plans() != null) {
      where.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    if (caller.isSubmitter()) {
      where.add("and o.code = ?", caller.organization());
    }
    return where;
  }

  /**
   * @param today in Vietnam
   */
  static LetterView view(ResultSet row, LocalDate today) throws SQLException {
    boolean classified = row.getBoolean("classified");
    String number = row.getString("number");
    LocalDate date = Row.date(row, "letter_date");
    LocalDate receivedOn = Row.date(row, "received_on");
    return new LetterView(
        Row.uuid(row, "id"),
        row.getString("slug"),
        row.getInt("draft_number"),
        row.getString("organization_code"),
        number,
        LetterNumber.normalize(number),
        date,
        row.getString("arrival_number"),
        receivedOn,
        LetterInput.Signer.of(row.getString("signer_full_name"), row.getString("signer_position")),
        Row.constant(row, "position", Position.class),
        Row.constant(row, "channel", Channel.class),
        classified ? LetterView.CLASSIFIED_SUBJECT : row.getString("subject"),
        row.getString("occasion"),
        row.getString("in_reply_to"),
        Row.uuid(row, "replaces_id"),
        Row.uuid(row, "replaced_by"),
        Row.instant(row, "withdrawn_at"),
        classified,
        row.getString("external_id"),
        row.getBoolean("late"),
        row.getInt("comment_count"),
        LetterDates.judge(date, receivedOn, Row.date(row, "opened_on"), today),
        null,
        Row.instant(row, "created_at"),
        Row.instant(row, "updated_at"),
        row.getInt("version"));
  }
}
