package vn.sogopy.register;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.Participation;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.limit.RowCount;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowCursor;
import vn.sogopy.register.RegisterFiles.Dossier;
import vn.sogopy.register.RegisterQueries.Selection;
import vn.sogopy.security.Actor;

/** Reads the register of a draft from one snapshot of the database. */
@ApplicationScoped
public class RegisterReader {
  /** Consumes a register with streamed rows, and iterates them once. */
  @FunctionalInterface
  public interface RegisterConsumer {
    void accept(Register register) throws IOException;
  }

  /** Timeout in seconds, enough for a million comments on a slow disk. */
  private static final int MAX_SECONDS = 600;

  @Inject RegisterQueries rows;
  @Inject CoverageReader coverage;
  @Inject ConsulteeReader consultees;
  @Inject OrganizationReader organizations;
  @Inject OrganizationRepository bodies;
  @Inject GroupRepository groups;
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject PlanHead heads;
  @Inject AttachmentReader attachments;
  @Inject DataSource source;

  /**
   * The number of comments in a register of this scope.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   */
  @Transactional
  public int size(DraftRef draft, RegisterScope scope, boolean restricted) {
    Section section = section(draft, scope);
    organizations.requireKnown(scope.organization(), scope.group());
    return rows.count(selection(draft, scope, section, restricted));
  }

  /**
   * Reads a register with streamed rows: they are iterated once, in order, and not kept in memory.
   * Withdrawn and split comments are not part of a register. Restricted ones have a row only for
   * callers who may see them; figures and numbers count them for every caller.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   * @throws IOException as the consumer throws it
   */
  @Transactional(rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  public void streamTo(Actor actor, DraftRef draft, RegisterScope scope, RegisterConsumer consumer)
      throws IOException {
    Sql.snapshot(source);
    streamTo(actor, draft, scope, false, row -> {}, consumer);
  }

  /**
   * The register with all rows in memory.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   */
  @Transactional
  public Register read(Actor actor, DraftRef draft, RegisterScope scope) {
    Sql.snapshot(source);
    return consumed(actor, draft, scope, true, register -> {});
  }

  /**
   * The register for a file of this format, with all rows in memory; for the ZIP the whole
   * documents and the files of the letters, from the same snapshot.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   */
  @Transactional
  public Dossier dossier(Actor actor, DraftRef draft, RegisterScope scope, RegisterFormat format) {
    if (format != RegisterFormat.ZIP) {
      return new Dossier(read(actor, draft, scope), List.of());
    }
    Register register = read(actor, draft, scope.as(DocumentKind.FULL));
    boolean restricted = actor.caller().seesRestricted() && !scope.publicForm();
    return new Dossier(register, attachments.of(register.letterIds(), restricted));
  }

  /**
   * Reads the whole register and then the public one, from one snapshot, like {@link #streamTo}. It
   * uses a transaction of its own, because the caller's may have written already.
   *
   * @param seen receives each row of the whole register
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  public void forms(
      Actor actor, DraftRef draft, Consumer<Register.Row> seen, RegisterConsumer consumer)
      throws IOException {
    Sql.snapshot(source);
    streamTo(actor, draft, RegisterScope.whole(false), false, seen, consumer);
    streamTo(actor, draft, RegisterScope.whole(true), false, row -> {}, consumer);
  }

  /** A register after its use by a consumer, in the snapshot of the current transaction. */
  Register consumed(
      Actor actor, DraftRef draft, RegisterScope scope, boolean held, RegisterConsumer consumer) {
    try {
      return streamTo(actor, draft, scope, held, row -> {}, consumer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Uses the snapshot of the current transaction.
   *
   * @param held whether to read all rows into memory, before the consumer is called
   */
  private Register streamTo(
      Actor actor,
      DraftRef draft,
      RegisterScope scope,
      boolean held,
      Consumer<Register.Row> seen,
      RegisterConsumer consumer)
      throws IOException {
    organizations.requireKnown(scope.organization(), scope.group());
    Section section = section(draft, scope);
    Selection selection = selection(draft, scope, section, actor.caller().seesRestricted());
    Snapshot snapshot = snapshot(actor, draft, selection, section);
    RegisterBuilder builder = new RegisterBuilder(snapshot);
    try (RowCursor<Snapshot.Numbered> comments =
        rows.comments(selection, builder.commenting(), snapshot.sections())) {
      StreamedRows streamed =
          new StreamedRows(comments::next, seen.andThen(row -> RowCount.add(1)), held);
      Register register = builder.build(actor, streamed);
      consumer.accept(register);
      streamed.requireEnd();
      return register;
    }
  }

  private static Selection selection(
      DraftRef draft, RegisterScope scope, Section section, boolean restricted) {
    String path = section == null ? null : section.path;
    return new Selection(draft.id(), scope, path, restricted && !scope.publicForm());
  }

  private Snapshot snapshot(Actor actor, DraftRef draft, Selection selection, Section section) {
    RegisterScope scope = selection.scope();
    LocalDate today = actor.today();
    Predicate<String> included = rows.bodies(selection)::contains;
    ConsultationRound whole =
        coverage.round(actor.caller(), scope.publicForm(), draft, today, selection.path());
    ConsultationRound round = whole.only(included);
    ConsultationRound ofDraft =
        section == null
            ? whole
            : coverage.round(actor.caller(), scope.publicForm(), draft, today, null);
    List<Snapshot.ByLetter> counted = rows.byLetter(Selection.whole(draft.id()));
    Draft stored = drafts.findByIdOptional(draft.id()).orElseThrow(ProblemException::notFound);
    return new Snapshot(
        draft,
        stored.status,
        Snapshot.Settings.of(stored),
        heads.of(draft.planId()),
        scope,
        selection.restricted(),
        filters(scope, section),
        included,
        places(draft),
        round.counts(),
        round.apart(),
        round.countsByGroup(),
        ofDraft.countsByGroup(),
        ofDraft.complete().participations().stream()
            .filter(Participation::isApart)
            .map(one -> one.body().code())
            .toList(),
        whole.ownReplies(),
        round.restrictedLeftOut(),
        consultees.bodies(whole.complete(), draft),
        rows.consulteeNames(draft.id()),
        rows.letters(draft.id(), selection.restricted()),
        counted,
        section == null ? counted : rows.byLetter(selection.all()),
        rows.sections(selection),
        rows.leaderPoints(selection.all()));
  }

  /** The requested section; null = no section requested. */
  private Section section(DraftRef draft, RegisterScope scope) {
    if (scope.section() == null) {
      return null;
    }
    return sections
        .byKey(draft.id(), Section.key(scope.section()))
        .orElseThrow(
            () ->
                ProblemException.parameter(
                    "section", FieldCode.UNKNOWN_SECTION, scope.section(), draft.number()));
  }

  /** The filters of an extract as text. */
  private List<String> filters(RegisterScope scope, Section section) {
    List<String> filters = new ArrayList<>();
    if (scope.group() != null) {
      filters.add("nhóm " + groups.findById(scope.group()).title);
    }
    if (scope.organization() != null) {
      filters.add(bodies.byCode(scope.organization()).orElseThrow().name);
    }
    if (section != null) {
      filters.add("phần, mục " + section.code + ". " + section.title);
    }
    return filters;
  }

  /**
   * Each section by code key: that of the next draft, which the places of answers refer to, else of
   * this one.
   */
  private Map<String, Snapshot.SectionRef> places(DraftRef draft) {
    Map<String, Snapshot.SectionRef> places = new HashMap<>();
    Stream.concat(Stream.of(draft.id()), drafts.next(draft.planId(), draft.number()).stream())
        .flatMap(id -> rows.sections(id).stream())
        .forEach(section -> places.put(Section.key(section.code()), section));
    return places;
  }
}
