package vn.sogopy.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A group of the register, such as "Sở, ban, ngành". Groups are data, not code. */
@Entity
@Table(name = "organization_group")
public class OrganizationGroup {
  @Id public String code;
  public String title;
  public int position;
  public boolean sample;
}
