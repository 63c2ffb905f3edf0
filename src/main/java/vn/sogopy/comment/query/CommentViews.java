package vn.sogopy.comment.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.CommentState.Escalation;
import vn.sogopy.comment.CommentState.Reaction;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.PlanNames.DraftNames;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.letter.DueDate;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql.RowMapper;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Maps rows of {@link CommentQueries} to the caller's views. */
@ApplicationScoped
public class CommentViews {
  private static final int MAX_PLANS = 50;

  @Inject SessionFactory sessions;

  /** The latest names that were read, by plan. */
  private final Cache<UUID, PlanNames> cache = Caffeine.newBuilder().maximumSize(MAX_PLANS).build();

  /**
   * Maps the rows of one statement. Names come from memory, unless they have changed: then they are
   * read by the connection of the row.
   */
  public RowMapper<CommentView> of(Caller caller) {
    return new RowMapper<>() {
      private UUID plan;
      private PlanNames names;

      @Override
      public CommentView map(ResultSet row) throws SQLException {
        UUID planOfRow = Row.uuid(row, "plan_id");
        if (!planOfRow.equals(plan)) {
          plan = planOfRow;
          names = names(row, plan);
        }
        return view(row, names, caller);
      }
    };
  }

  private PlanNames names(ResultSet row, UUID plan) throws SQLException {
    PlanNames names = cache.getIfPresent(plan);
    if (names == null || names.version() != row.getLong("reference_version")) {
      Connection connection = row.getStatement().getConnection();
      try (StatelessSession session =
          sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
        names = PlanNames.read(session, plan);
      }
      cache.put(plan, names);
    }
    return names;
  }

  private static CommentView view(ResultSet row, PlanNames names, Caller caller)
      throws SQLException {
    DraftNames draft = names.drafts().get(Row.uuid(row, "draft_id"));
    UUID organization = Row.uuid(row, "organization_id");
    Instant received = Row.instant(row, "received_at");
    LocalDate due = Row.date(row, "answer_due_on");
    Status status = Row.constant(row, "status", Status.class);
    // The internal work is visible to a commenter once it is approved.
    boolean revealed = !caller.isSubmitter() || status == Status.APPROVED;
    return new CommentView(
        Row.uuid(row, "id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        Row.uuid(row, "part_of_id"),
        names.plan(),
        draft.number(),
        names.sections().get(Row.uuid(row, "section_id")),
        all(row, "also_sections", String[].class),
        names.organizations().get(organization),
        letter(row),
        Locator.of(
            Row.integer(row, "locator_page"),
            row.getString("locator_pages"),
            Row.integer(row, "locator_paragraph"),
            row.getString("locator_quote")),
        Author.of(row.getString("author_full_name"), row.getString("author_position")),
        Row.constant(row, "kind", Kind.class),
        row.getString("content"),
        row.getString("proposal"),
        row.getBoolean("restricted"),
        DueDate.isLate(
            draft.dueOn(organization), draft.closedAt(), Row.date(row, "received_on"), received),
        row.getBoolean("needs_review"),
        due == null ? draft.answerDueOn() : due,
        status,
        revealed ? row.getString("assignee") : null,
        revealed ? answer(row) : null,
        revealed ? row.getString("return_reason") : null,
        reaction(row),
        revealed ? escalation(row) : null,
        revealed ? direction(row) : null,
        all(row, "sealed_in", UUID[].class),
        Row.uuid(row, "follows_id"),
        all(row, "followed_by", UUID[].class),
        caller.isSubmitter() ? List.of() : waiting(row),
        row.getString("external_id"),
        List.of(),
        received,
        Row.instant(row, "updated_at"),
        row.getInt("version"));
  }

  /** An empty list is NULL in the row: most are empty, and reading an array is slow. */
  private static <T> List<T> all(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    Array value = row.getArray(column);
    return value == null ? List.of() : List.of(type.cast(value.getArray()));
  }

  private static CommentView.LetterRef letter(ResultSet row) throws SQLException {
    UUID id = Row.uuid(row, "letter_id");
    return id == null
        ? null
        : new CommentView.LetterRef(
            id, row.getString("letter_number"), Row.date(row, "letter_date"));
  }

  private static Answer answer(ResultSet row) throws SQLException {
    Result result = Row.constant(row, "result", Result.class);
    if (result == null) {
      return null;
    }
    return new Answer(
        result,
        row.getString("response"),
        Revision.of(
            row.getString("revision_section"),
            Row.integer(row, "revision_page"),
            row.getString("revision_pages"),
            row.getString("revision_note")),
        Row.uuid(row, "same_as_id"),
        row.getString("answered_by"),
        Row.instant(row, "answered_at"));
  }

  private static Reaction reaction(ResultSet row) throws SQLException {
    ReactionKind kind = Row.constant(row, "reaction", ReactionKind.class);
    return kind == null
        ? null
        : new Reaction(
            kind,
            row.getString("reaction_note"),
            row.getString("reaction_by"),
            Row.instant(row, "reaction_at"));
  }

  private static Escalation escalation(ResultSet row) throws SQLException {
    String reason = row.getString("escalation_reason");
    return reason == null
        ? null
        : new Escalation(reason, row.getString("escalation_by"), Row.instant(row, "escalation_at"));
  }

  private static List<CommentView.Waiting> waiting(ResultSet row) throws SQLException {
    List<String[]> asked = all(row, "waiting_for", String[][].class);
    if (asked.isEmpty()) {
      return List.of();
    }
    LocalDate today = VietnamTime.today();
    return asked.stream()
        .map(
            one -> {
              LocalDate due = one[4] == null ? null : LocalDate.parse(one[4]);
              return new CommentView.Waiting(
                  new CommentView.OrganizationRef(one[0], one[1], one[2]),
                  RequestKind.valueOf(one[3]),
                  due,
                  due != null && due.isBefore(today));
            })
        .toList();
  }

  private static Direction direction(ResultSet row) throws SQLException {
    String text = row.getString("direction_text");
    return text == null
        ? null
        : new Direction(text, row.getString("direction_document"), Row.date(row, "direction_date"));
  }
}
