package vn.sogopy.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.platform.http.paging.Page;

/** An organization that can be consulted and can comment. */
@Entity
public class Organization {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public String code;

  /** The current name. {@link #names} has the names of other periods. */
  public String name;

  @Column(name = "group_code")
  public String group;

  /** Protocol order within the group. */
  public int position;

  public String[] aliases;

  public String[] eIds;

  @BatchSize(size = Page.MAX_LIMIT)
  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "organization_name", joinColumns = @JoinColumn(name = "organization_id"))
  @OrderColumn(name = "ordinal")
  public List<OrganizationName> names = new ArrayList<>();

  /** null = unknown. */
  public LocalDate establishedOn;

  /** The first day without it; null = it exists. */
  public LocalDate dissolvedOn;

  /** The legal basis of its end; null = unknown. */
  public String dissolutionBasis;

  /** The organizations that follow it; none without {@link #dissolvedOn}. */
  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "organization_successor",
      joinColumns = @JoinColumn(name = "organization_id"))
  @Column(name = "successor_id")
  public Set<UUID> successors = new HashSet<>();

  public boolean sample;

  @Version public int version;
}
