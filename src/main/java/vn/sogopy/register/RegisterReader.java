package vn.sogopy.register;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import vn.sogopy.comment.workflow.NextDraft;
import vn.sogopy.consultation.consultee.ConsulteeViews;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Copied;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Reads the register of a draft from one snapshot of the database. */
@ApplicationScoped
public class RegisterReader {
  /** Writes a register, once, from front to back. */
  @FunctionalInterface
  public interface Telling {
    void tell(Register register) throws IOException;
  }

  /** For a million comments on a slow disk. */
  private static final int MOST_SECONDS = 600;

  @Inject RegisterRows rows;
  @Inject CoverageReader coverage;
  @Inject ConsulteeViews consultees;
  @Inject OrganizationReader organizations;
  @Inject PlanHead heads;
  @Inject AttachmentReader attachments;
  @Inject DataSource source;

  /**
   * How many comments a register of this scope would print: known before they are read.
   *
   * @throws ProblemException 400 for a group, body or section that is not known
   */
  @Transactional
  public int size(DraftRef draft, RegisterScope scope, boolean restricted) {
    String path = path(draft, scope);
    organizations.requireKnown(scope.organization(), scope.group());
    return rows.count(draft.id(), scope, path, restricted && !scope.publicForm());
  }

  /**
   * A register whose rows pass while it is told: they are walked once, in order, and never held.
   * Withdrawn and split comments do not stand in the register; restricted ones only for those who
   * may see them.
   *
   * @throws ProblemException 400 for a group, body or section that is not known
   * @throws IOException as the telling throws it
   */
  @Transactional(rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MOST_SECONDS)
  public void pass(Actor actor, DraftRef draft, RegisterScope scope, Telling telling)
      throws IOException {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    tell(actor, draft, scope, row -> {}, telling);
  }

  /**
   * The same with all its rows in memory.
   *
   * @throws ProblemException 400 for a group, body or section that is not known
   */
  @Transactional
  public Register read(Actor actor, DraftRef draft, RegisterScope scope) {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    return made(actor, draft, scope, Register::gathered);
  }

  /**
   * The register and the files of its letters, of the same moment.
   *
   * @throws ProblemException 400 for a group, body or section that is not known
   */
  @Transactional
  public Dossier dossier(Actor actor, DraftRef draft, RegisterScope scope) {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    Register register = made(actor, draft, scope.as(DocumentKind.FULL), Register::gathered);
    boolean restricted = actor.caller().seesRestricted() && !scope.publicForm();
    return new Dossier(register, attachments.of(register.letterIds(), restricted));
  }

  /**
   * The whole register and the public one, of the same snapshot, one after the other, as in {@link
   * #pass}. In a transaction of its own: the caller's may have begun to write.
   *
   * @param seen sees the rows of the whole one as they pass
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MOST_SECONDS)
  public void forms(Actor actor, DraftRef draft, Consumer<Register.Row> seen, Telling telling)
      throws IOException {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    tell(actor, draft, RegisterScope.whole(false), seen, telling);
    tell(actor, draft, RegisterScope.whole(true), row -> {}, telling);
  }

  /** What is made of a register while its rows pass; in the snapshot of the transaction at hand. */
  <T> T made(Actor actor, DraftRef draft, RegisterScope scope, Function<Register, T> telling) {
    AtomicReference<T> made = new AtomicReference<>();
    try {
      tell(actor, draft, scope, row -> {}, register -> made.set(telling.apply(register)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.get();
  }

  /** In the snapshot of the transaction at hand. */
  private void tell(
      Actor actor,
      DraftRef draft,
      RegisterScope scope,
      Consumer<Register.Row> seen,
      Telling telling)
      throws IOException {
    organizations.requireKnown(scope.organization(), scope.group());
    String path = path(draft, scope);
    boolean restricted = actor.caller().seesRestricted() && !scope.publicForm();
    Snapshot snapshot = snapshot(actor, draft, scope, path, restricted);
    RegisterBuilder builder = new RegisterBuilder(snapshot);
    try (Copied<Snapshot.CommentRow> comments =
        rows.comments(
            draft.id(), builder.commenting(), snapshot.spoken().sectionsById(), path, restricted)) {
      PassingRows passing = new PassingRows(comments::next, seen);
      telling.tell(builder.build(actor, passing));
      passing.requireEnd();
    }
  }

  private Snapshot snapshot(
      Actor actor, DraftRef draft, RegisterScope scope, String path, boolean restricted) {
    LocalDate today = VietnamTime.dayOf(actor.at());
    ConsultationRound round =
        coverage.round(actor.caller(), scope.publicForm(), draft, today, path).only(bodies(scope));
    return new Snapshot(
        plan(draft),
        scope,
        names(draft, scope),
        documents(draft),
        Snapshot.Sums.of(round),
        consultees.bodies(round, draft),
        rows.consulteeNames(draft.id()),
        rows.letters(draft.id(), scope, restricted),
        rows.spoken(draft.id(), scope, path, restricted));
  }

  private Predicate<String> bodies(RegisterScope scope) {
    if (scope.organization() == null && scope.group() == null) {
      return code -> true;
    }
    Set<String> codes =
        new HashSet<>(
            Sql.of("select o.code from organization o where true")
                .add(RegisterRows.inScope(scope))
                .list(source, row -> row.getString("code")));
    return codes::contains;
  }

  /** Path of the section asked for; null = none asked for. */
  private String path(DraftRef draft, RegisterScope scope) {
    if (scope.section() == null) {
      return null;
    }
    return Sql.of(
            "select path from section where draft_id = ? and code_key = ?",
            draft.id(),
            Section.key(scope.section()))
        .first(source, row -> row.getString("path"))
        .orElseThrow(
            () ->
                Params.wrong(
                    "section", FieldCode.UNKNOWN_SECTION, scope.section(), draft.number()));
  }

  private Snapshot.Plan plan(DraftRef draft) {
    DraftStatus status =
        Sql.of("select status from draft where id = ?", draft.id())
            .first(source, row -> Row.constant(row, "status", DraftStatus.class))
            .orElseThrow(ProblemException::notFound);
    return new Snapshot.Plan(draft.plan(), draft.number(), status, heads.of(draft.planId()));
  }

  private RegisterScope.Names names(DraftRef draft, RegisterScope scope) {
    return Sql.of(
            """
            select (select title from organization_group where code = ?) as grouping,
              (select name from organization where code = ?) as body,
              (select s.code || '. ' || s.title from section s where s.draft_id = ? and s.code_key = ?) as section""",
            scope.group(),
            scope.organization(),
            draft.id(),
            scope.section() == null ? null : Section.key(scope.section()))
        .first(
            source,
            row ->
                new RegisterScope.Names(
                    row.getString("grouping"), row.getString("body"), row.getString("section")))
        .orElseThrow();
  }

  /**
   * By code key: the document a section stands in; of the next draft, where the answers' places
   * lie, else of this one.
   */
  private Map<String, Snapshot.Document> documents(DraftRef draft) {
    Map<String, Snapshot.Document> titles = new HashMap<>();
    Sql.of("select s.code_key, root.title, root.id = s.id as whole from draft d")
        .add("join draft o on o.id in (d.id, " + NextDraft.ID + ")")
        .add("join section s on s.draft_id = o.id")
        .add("join section root on root.draft_id = o.id and root.path = left(s.path, 4)")
        .add("where d.id = ? order by o.number", draft.id())
        .list(
            source,
            row ->
                titles.put(
                    row.getString("code_key"),
                    new Snapshot.Document(row.getString("title"), row.getBoolean("whole"))));
    return titles;
  }
}
