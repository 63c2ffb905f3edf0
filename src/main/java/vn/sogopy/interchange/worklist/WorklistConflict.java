package vn.sogopy.interchange.worklist;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of an import that was in conflict. Work-lists of the same caller show its comment until the
 * caller has seen it.
 */
@Entity
class WorklistConflict {
  @EmbeddedId Key key;

  Instant at;

  /**
   * @param credential of the caller who sent the row
   */
  @Embeddable
  public record Key(UUID commentId, String credential) {}

  WorklistConflict() {}

  WorklistConflict(UUID commentId, String credential, Instant at) {
    key = new Key(commentId, credential);
    this.at = at;
  }
}
