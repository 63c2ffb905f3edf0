package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.organization.OrganizationRepository;

/** Replaces the outline of a draft that is still being prepared. */
@ApplicationScoped
public class OutlineService {
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject OrganizationRepository organizations;
  @Inject EntityManager entities;

  /**
   * A section keeps its lineage by its code.
   *
   * @throws ProblemException 409 unless PREPARING, 400 that names the bad lines
   */
  @Transactional
  public Outline replace(UUID draftId, List<SectionView> lines, IfMatch ifMatch) {
    if (lines.isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/items", FieldCode.REQUIRED));
    }
    Draft draft = lockPreparing(draftId);
    checkResponsible(lines);
    Map<String, UUID> lineages = new HashMap<>();
    sections.inOrder(draftId).forEach(section -> lineages.put(section.codeKey, section.lineageId));
    List<Section> built = new OutlineBuilder(draftId, lineages).build(lines);
    return store(draft, built, ifMatch);
  }

  /** Takes over the outline of another draft of the plan; every section keeps its lineage. */
  @Transactional
  public Outline copy(DraftRef to, int from, IfMatch ifMatch) {
    Draft draft = lockPreparing(to.id());
    Draft source =
        drafts
            .byNumber(to.planId(), from)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        FieldError.parameter("from", FieldCode.OUT_OF_RANGE, 1, to.number())));
    List<Section> old = sections.inOrder(source.id);
    Map<String, UUID> lineages =
        old.stream().collect(Collectors.toMap(s -> s.codeKey, s -> s.lineageId));
    List<Section> built = new OutlineBuilder(to.id(), lineages).build(Outline.of(old, 0).items());
    return store(draft, built, ifMatch);
  }

  private Draft lockPreparing(UUID draftId) {
    Draft draft = drafts.lock(draftId);
    if (draft.status != DraftStatus.PREPARING) {
      throw new ProblemException(
          ProblemCode.DRAFT_NOT_PREPARING, draft.number, draft.status.name());
    }
    return draft;
  }

  private Outline store(Draft draft, List<Section> built, IfMatch ifMatch) {
    ifMatch.check(draft.outlineVersion);
    sections.delete("draftId", draft.id);
    entities.flush();
    entities.clear();
    sections.persist(built);
    // Not through the entity: the draft's own version, and with it its ETag, stays.
    drafts.update("outlineVersion = ?1 where id = ?2", draft.outlineVersion + 1, draft.id);
    entities.flush();
    built.sort(Comparator.comparing(section -> section.path));
    return Outline.of(built, draft.outlineVersion + 1);
  }

  private void checkResponsible(List<SectionView> lines) {
    Set<String> named = new HashSet<>();
    lines.forEach(
        line -> named.addAll(line.responsible() == null ? List.of() : line.responsible()));
    if (named.isEmpty()) {
      return;
    }
    Set<String> known =
        organizations.stream("code in ?1", named).map(o -> o.code).collect(Collectors.toSet());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> codes =
          lines.get(i).responsible() == null ? List.of() : lines.get(i).responsible();
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
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
