package vn.sogopy.plan.outline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanAssignees;
import vn.sogopy.plan.outline.Outline.ReplacedOutline;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.text.VietnamTime;

/** Reads the outline of a draft, and replaces it in state PREPARING. */
@ApplicationScoped
public class OutlineService {
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject OrganizationRepository organizations;
  @Inject SuccessionReader bodies;
  @Inject OrganizationNames names;
  @Inject JsonInput input;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /** The outline with successors in place of ended bodies, as of today or the end of the round. */
  @Transactional
  public Outline get(UUID draftId) {
    Draft draft = drafts.findByIdOptional(draftId).orElseThrow(ProblemException::notFound);
    LocalDate day = VietnamTime.dayOf(draft.closedAt == null ? Instant.now() : draft.closedAt);
    return Outline.of(sections.inOrder(draftId), earlier(before(draft)), draft.outlineVersion)
        .following(bodies.read(), day);
  }

  /** The code and the title of a section. */
  public record Heading(String code, String title) {}

  /** The sections of a draft, in order. */
  @Transactional
  public List<Heading> headings(UUID draftId) {
    return Hql.of("select s.code, s.title from Section s where s.draftId = ?", draftId)
        .add("order by s.path")
        .list(entities, Heading.class);
  }

  /** The sections that answers refer to: of the next draft; without its outline, of this one. */
  @Transactional
  public List<Heading> headingsOfRevisions(DraftRef draft) {
    return headings(drafts.outlinedAfter(draft.planId(), draft.number()).orElse(draft.id()));
  }

  /**
   * A section keeps the lineage of its code, or continues the section that it names.
   *
   * @throws ProblemException 409 unless PREPARING, 400 that names the wrong lines
   */
  @Transactional
  public Outline replace(UUID draftId, List<SectionView> lines, IfMatch ifMatch) {
    if (lines.isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/items", FieldCode.REQUIRED));
    }
    Draft draft = lockPreparing(draftId);
    checkResponsible(lines);
    Optional<Draft> before = before(draft);
    Lineages lineages =
        new Lineages(
            sections.inOrder(draftId), earlier(before), before.map(one -> one.number).orElse(null));
    return store(draft, new OutlineBuilder(draftId, lineages).build(lines), ifMatch);
  }

  /**
   * Replaces the outline by a table whose organizations are codes or names; a dry run writes
   * nothing.
   *
   * @throws ProblemException as {@link #replace}, naming rows and columns
   */
  @Transactional
  public ReplacedOutline load(UUID draftId, Upload file, IfMatch ifMatch, ImportMode mode) {
    OutlineTable table = OutlineTable.read(file, names.codes());
    return table.located(
        () -> {
          List<SectionView> lines = valid(table.sections());
          lockPreparing(draftId);
          Outline before = get(draftId);
          Outline now = mode.run(source, () -> replace(draftId, lines, ifMatch));
          return new ReplacedOutline(
              now.items(),
              table.ignored().columns(),
              table.ignored().sheets(),
              table.report(before.items(), now.items(), mode),
              mode.dryRun() ? before.version() : now.version());
        });
  }

  private List<SectionView> valid(List<SectionView> lines) {
    List<FieldError> errors = input.findings(new Outline(lines, null, null, null));
    if (!errors.isEmpty()) {
      errors.addAll(OutlineBuilder.errors(lines));
      throw ProblemException.invalid(errors);
    }
    return lines;
  }

  @Transactional
  public TableTemplate template() {
    return OutlineTable.template(organizations.namesInOrder());
  }

  /**
   * Copies the outline of another draft of the plan. Every section keeps its lineage.
   *
   * @throws ProblemException 409 unless PREPARING, 400 if there is no such draft or it has no
   *     outline
   */
  @Transactional
  public Outline copy(DraftRef to, int from, IfMatch ifMatch) {
    Draft draft = lockPreparing(to.id());
    Draft source = from == to.number() ? null : drafts.byNumber(to.planId(), from).orElse(null);
    if (source == null) {
      throw ProblemException.invalid(FieldError.parameter("from", FieldCode.UNKNOWN_DRAFT, from));
    }
    List<Section> old = sections.inOrder(source.id);
    if (old.isEmpty()) {
      throw ProblemException.invalid(FieldError.parameter("from", FieldCode.NO_OUTLINE, from));
    }
    return store(draft, copies(draft, old), ifMatch);
  }

  /**
   * Copies the outline of the previous draft, if any, into a draft that opens without an outline.
   * No version check: no client has read a version of this outline yet.
   */
  public void inherit(Draft draft) {
    if (sections.count("draftId", draft.id) > 0) {
      return;
    }
    before(draft)
        .ifPresent(
            before -> {
              sections.persist(copies(draft, sections.inOrder(before.id)));
              draft.outlineVersion++;
            });
  }

  private List<Section> copies(Draft to, List<Section> old) {
    LocalDate today = VietnamTime.today();
    return new OutlineBuilder(to.id, new Lineages(List.of(), old, null))
        .build(Outline.of(old, List.of(), 0).following(bodies.read(), today).items());
  }

  private Draft lockPreparing(UUID draftId) {
    Draft draft = drafts.lock(draftId);
    if (draft.status != DraftStatus.PREPARING) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_PREPARING, draft.number, draft.status);
    }
    return draft;
  }

  private Outline store(Draft draft, List<Section> built, IfMatch ifMatch) {
    ifMatch.checkBefore(draft.outlineVersion);
    PlanAssignees people = entities.find(Plan.class, draft.planId).assignees;
    built.forEach(one -> one.defaultAssignee = people.spelling(one.defaultAssignee));
    sections.delete("draftId", draft.id);
    entities.flush();
    entities.clear();
    sections.persist(built);
    // An HQL update, so that the version of the draft entity and its ETag do not change.
    drafts.update("outlineVersion = ?1 where id = ?2", draft.outlineVersion + 1, draft.id);
    entities.flush();
    built.sort(Comparator.comparing(section -> section.path));
    return Outline.of(built, earlier(before(draft)), draft.outlineVersion + 1)
        .following(bodies.read(), VietnamTime.today());
  }

  /** The nearest draft before this one that has an outline. */
  private Optional<Draft> before(Draft draft) {
    return drafts.outlinedBefore(draft.planId, draft.number);
  }

  private List<Section> earlier(Optional<Draft> before) {
    return before.map(draft -> sections.inOrder(draft.id)).orElse(List.of());
  }

  private void checkResponsible(List<SectionView> lines) {
    Set<String> named =
        lines.stream().flatMap(line -> line.responsible().stream()).collect(Collectors.toSet());
    if (named.isEmpty()) {
      return;
    }
    Set<String> known =
        organizations.stream("code in ?1", named).map(o -> o.code).collect(Collectors.toSet());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> codes = lines.get(i).responsible();
      for (int j = 0; j < codes.size(); j++) {
        if (!known.contains(codes.get(j))) {
          errors.add(
              FieldError.pointer(
                  "/items/" + i + "/responsible/" + j,
                  FieldCode.UNKNOWN_ORGANIZATION,
                  codes.get(j)));
        }
      }
    }
    ProblemException.requireNone(errors);
  }
}
