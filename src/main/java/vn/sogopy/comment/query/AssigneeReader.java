package vn.sogopy.comment.query;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Status;
import vn.sogopy.plan.Plan;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Reads who works on the comments of a plan. */
@ApplicationScoped
public class AssigneeReader {
  @Inject EntityManager entities;

  /**
   * The assignees of all drafts, and the default assignees of their sections. Spellings that differ
   * in case and accents are one; it has the spelling of the plan's assignees, else the one with the
   * most comments. A VIEWER sees no e-mail addresses.
   */
  @Transactional
  public Assignees read(Caller caller, UUID plan) {
    List<Assignee> assigned =
        Hql.of("select c.state.assignee, cast(count(*) as Integer),")
            .add(
                "cast(sum(case when c.state.status in ? then 1 else 0 end) as Integer)",
                Status.OPEN)
            .add("from Comment c where c.draftId in")
            .add("(select d.id from Draft d where d.planId = ?)", plan)
            .add("and c.state.assignee is not null and c.state.status in ?", Status.LIVE)
            .add(caller.seesRestricted() ? "" : "and not c.restricted")
            .add("group by c.state.assignee order by count(*) desc, c.state.assignee")
            .list(entities, Assignee.class);
    Plan known = entities.find(Plan.class, plan);
    boolean contacts = caller.role() != Role.VIEWER;
    List<Assignee> spellings = new ArrayList<>();
    known.assignees.items().stream()
        .map(one -> new Assignee(one.name(), 0, 0, contacts ? one.email() : null, one.sections()))
        .forEach(spellings::add);
    spellings.addAll(assigned);
    defaults(plan).forEach(name -> spellings.add(new Assignee(name, 0, 0)));
    return merged(spellings, known.assigneesVersion);
  }

  /** The names of the plan's assignees and of the default assignees of its sections. */
  @Transactional
  public List<String> names(UUID plan) {
    List<String> names = new ArrayList<>(entities.find(Plan.class, plan).assignees.names());
    names.addAll(defaults(plan));
    return names.stream().distinct().toList();
  }

  private List<String> defaults(UUID plan) {
    return Hql.of("select distinct s.defaultAssignee from Section s where s.draftId in")
        .add("(select d.id from Draft d where d.planId = ?)", plan)
        .add("and s.defaultAssignee is not null order by s.defaultAssignee")
        .list(entities, String.class);
  }

  static Assignees merged(List<Assignee> spellings, int version) {
    Map<String, Assignee> found = new LinkedHashMap<>();
    spellings.forEach(one -> found.merge(Text.foldName(one.name), one, Assignee::and));
    List<Assignee> items = new ArrayList<>(found.values());
    items.sort(comparing(one -> Text.foldName(one.name)));
    return new Assignees(items, version);
  }

  /**
   * Those who work on the comments of a plan, by name.
   *
   * @param version of the assignees of the plan; comments and outlines do not change it
   */
  public record Assignees(List<Assignee> items, @JsonIgnore int version) {}

  /**
   * A person, an organization or a unit that comments are assigned to.
   *
   * @param sections that a person of the plan is responsible for
   */
  @Schema(name = "PlanAssignee")
  public record Assignee(
      String name,
      @Schema(description = "Số ý kiến, mọi lần dự thảo · comments of all drafts") int comments,
      @Schema(
              description =
                  "Trong đó chưa trả lời xong · of these RECEIVED, ASSIGNED, DRAFTING, RETURNED")
          int open,
      @Schema(
              nullable = true,
              description = "Thư điện tử; VIEWER không thấy · e-mail; null for a VIEWER")
          String email,
      @Schema(description = "Các mục phụ trách · sections that the person is responsible for")
          List<String> sections) {

    Assignee(String name, int comments, int open) {
      this(name, comments, open, null, List.of());
    }

    Assignee and(Assignee other) {
      return new Assignee(name, comments + other.comments, open + other.open, email, sections);
    }
  }
}
