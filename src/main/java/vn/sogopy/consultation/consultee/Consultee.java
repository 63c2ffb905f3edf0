package vn.sogopy.consultation.consultee;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;

/** An organization that is consulted on a draft. Writes need the lock of {@link ConsulteeStore}. */
@Entity
public class Consultee {
  @EmbeddedId public Key key;
  @Embedded public ConsulteeData data;
  public int version;

  @Embeddable
  public record Key(UUID draftId, UUID organizationId) {}
}
