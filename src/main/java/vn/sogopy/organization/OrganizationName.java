package vn.sogopy.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A name of an organization with its period; both days inclusive, null = open. */
@Embeddable
public class OrganizationName {
  public String name;

  @Column(name = "valid_from")
  public LocalDate from;

  @Column(name = "valid_to")
  public LocalDate to;
}
