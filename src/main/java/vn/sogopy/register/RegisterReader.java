package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.CoverageReader;
import vn.sogopy.consultation.Round;
import vn.sogopy.http.ProblemException;
import vn.sogopy.letter.DueDate;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Reads the register of a draft from one snapshot of the database. */
@ApplicationScoped
public class RegisterReader {
  /** The name a body bore on a day; that of today where no period holds the day. */
  private static final String NAME_ON =
      "coalesce((select n.name from organization_name n where n.organization_id = o.id"
          + " and coalesce(n.valid_from, '-infinity') <= %1$s and coalesce(n.valid_to, 'infinity') >= %1$s"
          + " order by n.valid_from desc nulls last limit 1), o.name) as body_name, %1$s as body_on";

  private static final String BODY =
      "g.position as group_position, g.code as group_code, g.title as group_title,"
          + " o.position as body_position, o.code as body_code, ";

  @Inject CoverageReader coverage;
  @Inject DataSource source;

  /**
   * Withdrawn and split comments do not stand in the register; restricted ones only for those who
   * may see them.
   */
  @Transactional
  public Register read(Act act, DraftRef draft) {
    Sql.of("set transaction isolation level repeatable read, read only").execute(source);
    boolean restricted = act.caller().seesRestricted();
    List<Snapshot.LetterRow> letters = letters(draft.id());
    List<Snapshot.CommentRow> comments = comments(draft.id(), restricted);
    Round round = coverage.round(act.caller(), draft, VietnamTime.dayOf(act.at()));
    Snapshot snapshot =
        Sql.of(
                "select p.slug, p.title, p.sample, d.number from draft d join plan p on p.id = d.plan_id where d.id = ?",
                draft.id())
            .first(
                source,
                row ->
                    new Snapshot(
                        row.getString("slug"),
                        row.getString("title"),
                        row.getBoolean("sample"),
                        row.getInt("number"),
                        documents(draft),
                        round.counts(),
                        round.replies(),
                        round.restrictedLeftOut(),
                        letters,
                        comments))
            .orElseThrow(ProblemException::notFound);
    return new RegisterBuilder(snapshot).build(act.at(), act.caller().name());
  }

  private List<Snapshot.LetterRow> letters(UUID draftId) {
    return Sql.of("select " + BODY + NAME_ON.formatted("l.letter_date") + ",")
        .add(
            """
            l.id, l.number, l.letter_date, l.withdrawn_at is null and not exists
              (select 1 from letter n where n.replaces_id = l.id and n.withdrawn_at is null) as stands
            from letter l
            join organization o on o.id = l.organization_id
            join organization_group g on g.code = o.group_code
            where l.draft_id = ?
            order by l.letter_date, coalesce(l.received_on, l.letter_date), l.id""",
            draftId)
        .list(source, RegisterReader::letter);
  }

  private static Snapshot.LetterRow letter(ResultSet row) throws SQLException {
    return new Snapshot.LetterRow(
        body(row),
        Row.uuid(row, "id"),
        row.getString("number"),
        Row.date(row, "letter_date"),
        row.getBoolean("stands"));
  }

  private List<Snapshot.CommentRow> comments(UUID draftId, boolean restricted) {
    String day = "coalesce(l.letter_date, (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date)";
    return Sql.of("select " + BODY + NAME_ON.formatted(day) + ",")
        .add(
            """
            c.id, c.receipt_number, c.part, c.letter_id, s.code as section_code, root.title as document,
              root.id = s.id as is_document, c.locator_page, c.content, c.proposal, c.status, c.result,
              c.response, c.revision_section, c.revision_page, c.revision_note, %s as late
            from comment c
            join draft d on d.id = c.draft_id
            join organization o on o.id = c.organization_id
            join organization_group g on g.code = o.group_code
            left join letter l on l.id = c.letter_id
            left join section s on s.id = c.section_id
            left join section root on root.draft_id = s.draft_id and root.path = left(s.path, 4)
            %s
            where c.draft_id = ? and c.%s"""
                .formatted(DueDate.COMMENT_LATE, DueDate.JOIN, Status.SQL_LIVE),
            draftId)
        .add(restricted ? "" : "and not c.restricted")
        .add(
            "order by l.letter_date nulls last, l.id, coalesce(s.path, ''), c.received_at, c.receipt_number, c.part, c.id")
        .list(source, RegisterReader::comment);
  }

  private static Snapshot.CommentRow comment(ResultSet row) throws SQLException {
    return new Snapshot.CommentRow(
        body(row),
        Row.uuid(row, "id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        Row.uuid(row, "letter_id"),
        row.getString("section_code"),
        row.getString("document"),
        row.getBoolean("is_document"),
        Row.integer(row, "locator_page"),
        row.getString("content"),
        row.getString("proposal"),
        Row.constant(row, "status", Status.class),
        Row.constant(row, "result", Result.class),
        row.getString("response"),
        row.getString("revision_section"),
        Row.integer(row, "revision_page"),
        row.getString("revision_note"),
        row.getBoolean("late"));
  }

  private static Snapshot.BodyRef body(ResultSet row) throws SQLException {
    return new Snapshot.BodyRef(
        row.getInt("group_position"),
        row.getString("group_code"),
        row.getString("group_title"),
        row.getInt("body_position"),
        row.getString("body_code"),
        row.getString("body_name"),
        Row.date(row, "body_on"));
  }

  /**
   * By code key: the document a section stands in; of the next draft, where the answers' places
   * lie, else of this one.
   */
  private Map<String, Snapshot.Document> documents(DraftRef draft) {
    Map<String, Snapshot.Document> titles = new HashMap<>();
    Sql.of(
            """
            select s.code_key, root.title, root.id = s.id as whole
            from draft d join section s on s.draft_id = d.id
            join section root on root.draft_id = d.id and root.path = left(s.path, 4)
            where d.plan_id = ? and d.number in (?, ?)
            order by d.number""",
            draft.planId(),
            draft.number(),
            draft.number() + 1)
        .list(
            source,
            row ->
                titles.put(
                    row.getString("code_key"),
                    new Snapshot.Document(row.getString("title"), row.getBoolean("whole"))));
    return titles;
  }
}
