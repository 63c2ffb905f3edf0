package vn.sogopy.register;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowCursor;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.RegisterArchive.Dossier;
import vn.sogopy.security.Actor;

/** Reads the register of a draft from one snapshot of the database. */
@ApplicationScoped
public class RegisterReader {
  /** Consumes a register with streamed rows, and iterates them once. */
  @FunctionalInterface
  public interface Telling {
    void tell(Register register) throws IOException;
  }

  /** Timeout in seconds, enough for a million comments on a slow disk. */
  private static final int MOST_SECONDS = 600;

  /** Number of digits of a document's path: {@link Section#path}. */
  private static final int ROOT = 4;

  @Inject RegisterQueries rows;
  @Inject CoverageReader coverage;
  @Inject ConsulteeReader consultees;
  @Inject OrganizationReader organizations;
  @Inject OrganizationRepository bodies;
  @Inject GroupRepository groups;
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject EntityManager entities;
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
    String path = path(draft, scope);
    organizations.requireKnown(scope.organization(), scope.group());
    return rows.count(draft.id(), scope, path, restricted && !scope.publicForm());
  }

  /**
   * Passes on a register with streamed rows: they are iterated once, in order, and not kept in
   * memory. Withdrawn and split comments are not part of a register. Restricted ones are included
   * only for callers who may see them.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   * @throws IOException as the sink throws it
   */
  @Transactional(rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MOST_SECONDS)
  public void pass(Actor actor, DraftRef draft, RegisterScope scope, Telling telling)
      throws IOException {
    Sql.snapshot(source);
    tell(actor, draft, scope, row -> {}, telling);
  }

  /**
   * The register with all rows in memory.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   */
  @Transactional
  public Register read(Actor actor, DraftRef draft, RegisterScope scope) {
    Sql.snapshot(source);
    return made(actor, draft, scope, Register::gathered);
  }

  /**
   * The register and the files of its letters, from one snapshot.
   *
   * @throws ProblemException 400 for an unknown group, organization or section
   */
  @Transactional
  public Dossier dossier(Actor actor, DraftRef draft, RegisterScope scope) {
    Sql.snapshot(source);
    Register register = made(actor, draft, scope.as(DocumentKind.FULL), Register::gathered);
    boolean restricted = actor.caller().seesRestricted() && !scope.publicForm();
    return new Dossier(register, attachments.of(register.letterIds(), restricted));
  }

  /**
   * Passes on the whole register and then the public one, from one snapshot, like {@link #pass}. It
   * uses a transaction of its own, because the caller's may have written already.
   *
   * @param seen receives each row of the whole register
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  @TransactionConfiguration(timeout = MOST_SECONDS)
  public void forms(Actor actor, DraftRef draft, Consumer<Register.Row> seen, Telling telling)
      throws IOException {
    Sql.snapshot(source);
    tell(actor, draft, RegisterScope.whole(false), seen, telling);
    tell(actor, draft, RegisterScope.whole(true), row -> {}, telling);
  }

  /**
   * Applies a function to a register with streamed rows, in the snapshot of the current
   * transaction.
   */
  <T> T made(Actor actor, DraftRef draft, RegisterScope scope, Function<Register, T> maker) {
    AtomicReference<T> made = new AtomicReference<>();
    try {
      tell(actor, draft, scope, row -> {}, register -> made.set(maker.apply(register)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.get();
  }

  /** Uses the snapshot of the current transaction. */
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
    try (RowCursor<Snapshot.CommentRow> comments =
        rows.comments(
            draft.id(), builder.commenting(), snapshot.spoken().sectionsById(), path, restricted)) {
      StreamedRows streamed = new StreamedRows(comments::next, seen);
      telling.tell(builder.build(actor, streamed));
      streamed.requireEnd();
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
    Hql codes = Hql.of("select o.code from Organization o where true");
    if (scope.group() != null) {
      codes.add("and o.group = ?", scope.group());
    }
    if (scope.organization() != null) {
      codes.add("and o.code = ?", scope.organization());
    }
    return Set.copyOf(codes.list(entities, String.class))::contains;
  }

  /** The path of the requested section; null = no section requested. */
  private String path(DraftRef draft, RegisterScope scope) {
    if (scope.section() == null) {
      return null;
    }
    return sections
        .byKey(draft.id(), Section.key(scope.section()))
        .map(section -> section.path)
        .orElseThrow(
            () ->
                ProblemException.parameter(
                    "section", FieldCode.UNKNOWN_SECTION, scope.section(), draft.number()));
  }

  private Snapshot.Plan plan(DraftRef draft) {
    DraftStatus status =
        drafts.findByIdOptional(draft.id()).orElseThrow(ProblemException::notFound).status;
    return new Snapshot.Plan(draft.plan(), draft.number(), status, heads.of(draft.planId()));
  }

  private RegisterScope.Names names(DraftRef draft, RegisterScope scope) {
    return new RegisterScope.Names(
        scope.group() == null ? null : groups.findById(scope.group()).title,
        scope.organization() == null
            ? null
            : bodies.byCode(scope.organization()).map(body -> body.name).orElse(null),
        scope.section() == null
            ? null
            : sections
                .byKey(draft.id(), Section.key(scope.section()))
                .map(section -> section.code + ". " + section.title)
                .orElse(null));
  }

  /**
   * The document of each section by code key: in the next draft, which the places of answers refer
   * to, else in this one.
   */
  private Map<String, Snapshot.Document> documents(DraftRef draft) {
    Map<String, Snapshot.Document> titles = new HashMap<>();
    Stream.concat(Stream.of(draft.id()), drafts.next(draft.planId(), draft.number()).stream())
        .forEach(id -> addDocuments(sections.inOrder(id), titles));
    return titles;
  }

  /** The first four digits of a path identify the document. */
  private static void addDocuments(List<Section> outline, Map<String, Snapshot.Document> titles) {
    Map<String, Section> roots =
        outline.stream()
            .filter(section -> section.path.length() == ROOT)
            .collect(Collectors.toMap(section -> section.path, section -> section));
    for (Section section : outline) {
      Section root = roots.get(section.path.substring(0, ROOT));
      titles.put(section.codeKey, new Snapshot.Document(root.title, root == section));
    }
  }
}
