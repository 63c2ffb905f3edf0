package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentView.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Position;
import vn.sogopy.sql.CopiedRow;
import vn.sogopy.sql.Sql;

/** The letters and comments of a register, in its order. */
@ApplicationScoped
class RegisterRows {
  /** The name a body bore on a day; that of today where no period holds the day. */
  private static final String NAME_ON =
      "coalesce((select n.name from organization_name n where n.organization_id = o.id"
          + " and coalesce(n.valid_from, '-infinity') <= %1$s and coalesce(n.valid_to, 'infinity') >= %1$s"
          + " order by n.valid_from desc nulls last limit 1), o.name) as body_name, %1$s as body_on";

  private static final String BODY =
      "g.position as group_position, g.code as group_code, g.title as group_title,"
          + " o.position as body_position, o.code as body_code, ";

  private static final String STANDING = "where c.draft_id = ? and c." + Status.SQL_LIVE;

  @Inject DataSource source;

  /** As conditions on the organization {@code o}. */
  static Sql inScope(RegisterScope scope) {
    Sql where = new Sql();
    if (scope.group() != null) {
      where.add("and o.group_code = ?", scope.group());
    }
    if (scope.organization() != null) {
      where.add("and o.code = ?", scope.organization());
    }
    return where;
  }

  /**
   * @param path of the section asked for; null = all
   */
  int count(UUID draftId, RegisterScope scope, String path, boolean restricted) {
    return Sql.of(
            "select count(*)::int from comment c join organization o on o.id = c.organization_id"
                + " left join section s on s.id = c.section_id")
        .add(STANDING, draftId)
        .add(inScope(scope))
        .add(below(path, restricted))
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }

  private static Sql below(String path, boolean restricted) {
    Sql where = new Sql();
    if (path != null) {
      where.add("and s.path >= ? and s.path < ? || '~'", path, path);
    }
    return where.add(restricted ? "" : "and not c.restricted");
  }

  /** What each consultee was called when it was asked, by code. */
  Map<String, String> consulteeNames(UUID draftId) {
    Map<String, String> names = new HashMap<>();
    Sql.of(
            "select o.code,"
                + NAME_ON.formatted(
                    "coalesce((k.request_letters -> 0 ->> 'date')::date, d.opened_on, current_date)"))
        .add(
            " from consultee k join draft d on d.id = k.draft_id"
                + " join organization o on o.id = k.organization_id where k.draft_id = ?",
            draftId)
        .list(source, row -> names.put(row.getString("code"), row.getString("body_name")));
    return names;
  }

  /**
   * @param restricted whether the files of letters with a restricted comment are counted
   */
  List<Snapshot.LetterRow> letters(UUID draftId, RegisterScope scope, boolean restricted) {
    return Sql.of("select " + BODY + NAME_ON.formatted("l.letter_date") + ",")
        .add(
            """
            l.id, l.number, l.letter_date, l.arrival_number, l.received_on, l.position, l.channel, l.classified,
              %s as late, l.withdrawn_at is null and not exists
                (select 1 from letter n where n.replaces_id = l.id and n.withdrawn_at is null) as stands,
              (select count(*)::int from attachment a where a.letter_id = l.id and (? or not exists
                (select 1 from comment c where c.letter_id = l.id and c.restricted))) as files
            from letter l
            join draft d on d.id = l.draft_id
            join organization o on o.id = l.organization_id
            join organization_group g on g.code = o.group_code
            %s
            where l.draft_id = ?"""
                .formatted(DueDate.LETTER_LATE, DueDate.JOIN),
            restricted,
            draftId)
        .add(inScope(scope))
        .add(
            "order by g.position, o.position, o.code, l.letter_date, coalesce(l.received_on, l.letter_date), l.id")
        .copied(source, RegisterRows::letter);
  }

  private static Snapshot.LetterRow letter(CopiedRow row) {
    return new Snapshot.LetterRow(
        body(row),
        row.uuid(),
        row.text(),
        row.date(),
        row.text(),
        row.date(),
        row.constant(Position.class),
        row.constant(Channel.class),
        row.flag(),
        row.flag(),
        row.flag(),
        row.integer());
  }

  /**
   * @param path of the section asked for; null = all
   */
  List<Snapshot.CommentRow> comments(
      UUID draftId, RegisterScope scope, String path, boolean restricted) {
    String day = "coalesce(l.letter_date, (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date)";
    return Sql.of("select " + BODY + NAME_ON.formatted(day) + ",")
        .add(
            """
            c.id, c.receipt_number, c.part, c.letter_id, l.position as letter_position,
              s.code as section_code, s.title as section_title, s.path as section_path,
              root.title as document, coalesce(root.id = s.id, false) as is_document, c.locator_page,
              c.content, c.proposal, nullif(concat_ws(', ', c.author_full_name, c.author_position), '') as author,
              c.status, c.result, c.response, c.revision_section, c.revision_page, c.revision_note,
              (select x.id from comment x where x.id = c.same_as_id and (? or not x.restricted)) as same_as_id,
              c.restricted, %s as late, c.needs_review, c.reaction, c.reaction_note, c.escalation_reason,
              c.direction_text, c.direction_document, c.direction_date
            from comment c
            join draft d on d.id = c.draft_id
            join organization o on o.id = c.organization_id
            join organization_group g on g.code = o.group_code
            left join letter l on l.id = c.letter_id
            left join section s on s.id = c.section_id
            left join section root on root.draft_id = s.draft_id and root.path = left(s.path, 4)
            %s"""
                .formatted(DueDate.COMMENT_LATE, DueDate.JOIN),
            restricted)
        .add(STANDING, draftId)
        .add(inScope(scope))
        .add(below(path, restricted))
        .add(
            "order by l.letter_date nulls last, l.id, coalesce(s.path, ''), c.received_at, c.receipt_number, c.part, c.id")
        .copied(source, new Comments());
  }

  /** Comments of one letter lie side by side: they share what says whose they are. */
  private static final class Comments implements CopiedRow.Mapper<Snapshot.CommentRow> {
    private Snapshot.BodyRef body;

    @Override
    public Snapshot.CommentRow map(CopiedRow row) {
      Snapshot.BodyRef next = body(row);
      body = next.equals(body) ? body : next;
      return comment(body, row);
    }
  }

  private static Snapshot.CommentRow comment(Snapshot.BodyRef body, CopiedRow row) {
    return new Snapshot.CommentRow(
        body,
        row.uuid(),
        row.bigint(),
        row.integer(),
        row.uuid(),
        row.constant(Position.class),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.flag(),
        row.integer(),
        row.text(),
        row.text(),
        row.text(),
        row.constant(Status.class),
        row.constant(Result.class),
        row.text(),
        row.text(),
        row.integer(),
        row.text(),
        row.uuid(),
        row.flag(),
        row.flag(),
        row.flag(),
        row.constant(ReactionKind.class),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.date());
  }

  private static Snapshot.BodyRef body(CopiedRow row) {
    return new Snapshot.BodyRef(
        row.integer(), row.text(), row.text(), row.integer(), row.text(), row.text(), row.date());
  }
}
