package vn.sogopy.security.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The single row with the secret that signs download links. */
@Entity
@Table(name = "download_link_secret")
public class LinkSecret {
  @Id public boolean one;

  public byte[] secret;

  @Column(name = "made_at")
  public Instant madeAt;
}
