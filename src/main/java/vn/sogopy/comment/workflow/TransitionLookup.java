package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.PlanAssignees;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;

/**
 * Looks up the references of transitions: sections of outlines, comments with the same answer, and
 * assignees that are organizations.
 */
@ApplicationScoped
class TransitionLookup {
  /** Outlines of this draft and the next one. Draft numbers may have gaps. */
  private static final String OUTLINES =
      """
      select n.number, n.id, s.codeKey, s.code
      from Draft d
      join Draft n on n.planId = d.planId
      left join Section s on s.draftId = n.id and s.codeKey in ?
      where d.id = ?
        and (n.id = d.id or n.number =
          (select min(m.number) from Draft m where m.planId = d.planId and m.number > d.number))
        and exists (select 1 from Section o where o.draftId = n.id)
      order by n.number""";

  @Inject CommentRepository comments;
  @Inject SuccessionReader bodies;
  @Inject PlanRepository plans;
  @Inject EntityManager entities;

  /** A draft that has an outline, with one of the sections looked up; null = none found. */
  record Place(int draft, UUID draftId, String key, String code) {}

  /** Reads all references in at most three statements; in none if there are no references. */
  Known read(UUID draftId, Collection<Transition> transitions) {
    List<UUID> named =
        transitions.stream().map(Transition::sameAs).filter(Objects::nonNull).distinct().toList();
    Set<UUID> found = named.isEmpty() ? Set.of() : comments.ofPlan(draftId, named);
    List<String> keys =
        transitions.stream()
            .map(Transition::place)
            .filter(place -> place != null && place.section() != null)
            .map(place -> Section.key(place.section()))
            .distinct()
            .toList();
    List<Place> places =
        keys.isEmpty() ? List.of() : Hql.of(OUTLINES, keys, draftId).list(entities, Place.class);
    boolean assigns = transitions.stream().anyMatch(one -> one.assignee() != null);
    return new Known(
        draftId,
        places,
        found,
        assigns ? bodies.current() : Successions.NONE,
        assigns ? plans.ofDraft(draftId).assignees : PlanAssignees.NONE);
  }

  /**
   * The references found.
   *
   * @param draftId of the comments
   * @param places in this draft and the next, in this order
   * @param comments of the plan
   * @param bodies organizations to which nothing is assigned after their end
   * @param assignees of the plan
   */
  record Known(
      UUID draftId,
      List<Place> places,
      Set<UUID> comments,
      Successions bodies,
      PlanAssignees assignees) {

    /**
     * The transition with its place in the spelling of the outline, and its assignee in that of the
     * plan.
     *
     * @param errors gets one for each unknown name, and for an assignee that has ended
     */
    Transition resolve(UUID id, CommentState now, Transition sent, List<FieldError> errors) {
      Revision place = place(sent.result(now), sent.place(), sent.placePointer(), errors);
      UUID sameAs = sent.sameAs();
      if (sameAs != null && (sameAs.equals(id) || !comments.contains(sameAs))) {
        errors.add(FieldError.pointer("/sameAs", FieldCode.UNKNOWN_COMMENT, sameAs.toString()));
      }
      if (sent.assignee() != null) {
        LocalDate today = VietnamTime.today();
        bodies
            .endedAssignee(sent.assignee(), today)
            .ifPresent(body -> errors.add(bodies.error("/assignee", body.id(), today)));
      }
      return sent.at(place).assignedTo(assignees.spelling(sent.assignee()));
    }

    /**
     * The place of a change is looked up in the next draft, that of ALREADY_COVERED in this draft
     * or the next. Without an outline the place stays as typed.
     */
    private Revision place(Result result, Revision place, String pointer, List<FieldError> errors) {
      if (place == null || place.section() == null) {
        return place;
      }
      List<Place> fitting =
          places.stream()
              .filter(one -> result == Result.ALREADY_COVERED || !one.draftId().equals(draftId))
              .toList();
      String key = Section.key(place.section());
      Optional<String> found =
          fitting.stream().filter(one -> key.equals(one.key())).map(Place::code).findFirst();
      if (found.isEmpty() && !fitting.isEmpty()) {
        errors.add(
            FieldError.pointer(
                pointer, FieldCode.UNKNOWN_SECTION, place.section(), fitting.get(0).draft()));
      }
      return new Revision(found.orElse(place.section()), place.page(), place.pages(), place.note());
    }
  }
}
