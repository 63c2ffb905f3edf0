package vn.sogopy.consultation.consultee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organization that is consulted on a draft. Writes need the lock of {@link ConsulteeStore}. */
@Entity
public class Consultee {
  @EmbeddedId public Key key;

  /** JSON: a list of {@link RequestLetter}. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "request_letters")
  public String requestLetters;

  /** Null = the due date of the draft. */
  @Column(name = "due_on")
  public LocalDate dueOn;

  @Column(name = "dossier_received_on")
  public LocalDate dossierReceivedOn;

  @Column(name = "contact_name")
  public String contactName;

  @Column(name = "contact_phone")
  public String contactPhone;

  @Column(name = "contact_email")
  public String contactEmail;

  public int version;

  @Embeddable
  public record Key(
      @Column(name = "draft_id") UUID draftId,
      @Column(name = "organization_id") UUID organizationId) {}
}
