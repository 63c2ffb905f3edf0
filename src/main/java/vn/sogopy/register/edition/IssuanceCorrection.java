package vn.sogopy.register.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.sogopy.security.Actor;

/** What the number and the date of a report were before a correction. */
@Entity
@Immutable
class IssuanceCorrection {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  UUID editionId;

  String reportNumber;

  LocalDate reportDate;

  Instant at;

  String byName;

  String client;

  String reason;

  /** The present number and date of an edition, before they change. */
  static IssuanceCorrection of(Actor actor, Edition edition, String reason) {
    IssuanceCorrection correction = new IssuanceCorrection();
    correction.editionId = edition.id;
    correction.reportNumber = edition.issuance.reportNumber();
    correction.reportDate = edition.issuance.reportDate();
    correction.at = actor.at();
    correction.byName = actor.caller().name();
    correction.client = actor.caller().client();
    correction.reason = reason;
    return correction;
  }
}
