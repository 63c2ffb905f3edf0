package vn.sogopy.security.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row with the secret that download links are signed with. */
@Entity
@Table(name = "download_link_secret")
public class LinkSecret {
  @Id public boolean one;

  public byte[] secret;

  @Column(name = "made_at")
  public Instant madeAt;
}
