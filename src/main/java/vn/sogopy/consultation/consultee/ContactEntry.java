package vn.sogopy.consultation.consultee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A call or letter that chased a reply. */
@Entity
@Table(name = "contact_log")
public class ContactEntry {
  @Id public UUID id;

  public UUID draftId;

  public UUID organizationId;

  public LocalDate contactedOn;

  public String text;
  public Instant at;

  @Column(name = "by_name")
  public String by;
}
