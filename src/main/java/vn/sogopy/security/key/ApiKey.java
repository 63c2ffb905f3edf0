package vn.sogopy.security.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.security.Role;

/** An API key. Only the SHA-256 of the secret is stored. */
@Entity
public class ApiKey {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public String name;

  @Enumerated(EnumType.STRING)
  public Role role;

  @Column(name = "organization_code")
  public String organization;

  public String client;
  public String[] plans;
  public String prefix;
  public byte[] hash;

  public Instant createdAt;

  public String createdBy;

  public LocalDate expiresOn;

  /** Whether a VIEWER reads restricted comments, too. */
  public boolean readsRestricted;

  /** Whether it is the code of a person, not the key of another system. */
  public boolean person;

  /** E-mail of the person; null = unknown, or stopped. */
  public String email;

  public Instant revokedAt;

  public Instant lastUsedAt;

  public boolean sample;

  /** The properties of its creation. Without a name of its own the client is a prefix. */
  ApiKeyInput properties() {
    return properties(KeySecret.isPrefix(client) ? null : client);
  }

  ApiKeyInput properties(String client) {
    return new ApiKeyInput(
        name, role, organization, client, plans(), expiresOn, readsRestricted, person, email);
  }

  /** From now on it lets nobody in. The e-mail is not needed any more. */
  void stop(Instant at) {
    revokedAt = at;
    email = null;
  }

  /** The plans of the key; null = all. */
  List<String> plans() {
    return plans == null ? null : List.of(plans);
  }
}
