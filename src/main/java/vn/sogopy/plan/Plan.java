package vn.sogopy.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A plan. Each of its drafts has its own consultation. */
@Entity
public class Plan {
  /** Printed on every export of sample data. */
  public static final String SAMPLE_MARK = "DỮ LIỆU MẪU";

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public String slug;
  public String title;

  @JdbcTypeCode(SqlTypes.JSON)
  public Letterhead letterhead;

  /** The bodies that ask for comments beside the issuer of the letterhead. */
  @JdbcTypeCode(SqlTypes.JSON)
  public List<Asker> askers = List.of();

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "milestone", joinColumns = @JoinColumn(name = "plan_id"))
  @OrderColumn(name = "ordinal")
  @ListIndexBase(1)
  @OptimisticLock(excluded = true)
  public List<Milestones.Milestone> milestones = new ArrayList<>();

  /** Version of the milestones. Changing them does not change the version of the plan. */
  @OptimisticLock(excluded = true)
  public int milestonesVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  @OptimisticLock(excluded = true)
  public PlanAssignees assignees = PlanAssignees.NONE;

  /** Version of the assignees. Changing them does not change the version of the plan. */
  @OptimisticLock(excluded = true)
  public int assigneesVersion;

  /** True for sample data: every export is marked, and the whole plan can be deleted. Immutable. */
  public boolean sample;

  @Version public int version;
}
