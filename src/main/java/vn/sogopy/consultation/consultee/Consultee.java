package vn.sogopy.consultation.consultee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organization that is consulted on a draft. Writes need the lock of {@link ConsulteeStore}. */
@Entity
public class Consultee {
  @EmbeddedId public Key key;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "request_letters")
  public List<RequestLetter> requestLetters;

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

  public ConsulteeData data() {
    return new ConsulteeData(
        requestLetters,
        dueOn,
        dossierReceivedOn,
        new Contact(contactName, contactPhone, contactEmail));
  }

  void fill(ConsulteeData data) {
    requestLetters = data.requestLetters();
    dueOn = data.dueOn();
    dossierReceivedOn = data.dossierReceivedOn();
    contactName = data.contact().name();
    contactPhone = data.contact().phone();
    contactEmail = data.contact().email();
  }

  @Embeddable
  public record Key(
      @Column(name = "draft_id") UUID draftId,
      @Column(name = "organization_id") UUID organizationId) {}
}
