package vn.sogopy.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A group of the register, such as "Sở, ban, ngành". Groups are data, not code. */
@Entity
public class OrganizationGroup {
  @Id public String code;
  public String title;
  public int position;
  public boolean sample;
}
