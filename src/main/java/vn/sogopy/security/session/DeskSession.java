package vn.sogopy.security.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** A person who has signed in with a code, or with an account of the provider. */
@Entity
class DeskSession {
  /** The SHA-256 of the cookie, hexadecimal. */
  @Id String id;

  /** The API key that is the code of the person; null = an account. */
  UUID keyId;

  /** The rights of the account when it signed in; null = a code. */
  @JdbcTypeCode(SqlTypes.JSON)
  Person person;

  /** Tells the provider whom to sign out; null = a code. */
  String idToken;

  Instant startedAt;
  Instant expiresAt;

  /** A caller without what is known of its organization today. */
  record Person(
      String name,
      String client,
      Role role,
      String organization,
      Set<String> plans,
      String credential,
      boolean seesRestricted) {

    static Person of(Caller caller) {
      return new Person(
          caller.name(),
          caller.client(),
          caller.role(),
          caller.organization(),
          caller.plans(),
          caller.credential(),
          caller.seesRestricted());
    }

    Caller caller() {
      return new Caller(name, client, role, organization, plans, credential)
          .seeingRestricted(seesRestricted);
    }
  }
}
