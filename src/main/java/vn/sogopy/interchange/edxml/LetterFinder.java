package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.EdxmlFiling.Submission;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlHeader.DocumentId;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;

/** Finds the letters on file that a message is about. Requires a transaction. */
@ApplicationScoped
class LetterFinder {
  private static final String EARLIER = "/TraceHeaderList/Bussiness/DocumentId";

  @Inject LetterReader letters;
  @Inject EntityManager entities;

  /** Whether the document is on file that the message withdraws, updates or replaces. */
  boolean knowsEarlier(Submission sent, String organization) {
    return sent.header().businessType() == BusinessType.NEW
        || earlierId(sent, organization).isPresent();
  }

  /**
   * The letter with the DocumentId of the message.
   *
   * @param client that has sent it
   */
  record OnFile(String client, UUID replaces) {}

  Optional<OnFile> onFile(Submission sent, String organization) {
    return Hql.of("select l.client, l.replacesId from Letter l")
        .add("join Organization o on o.id = l.organizationId")
        .add("where l.planId = ?", sent.draft().planId())
        .add("and l.externalId = ?", sent.header().documentId())
        .add("and o.code = ? order by l.createdAt limit 1", organization)
        .first(entities, OnFile.class);
  }

  record Earlier(UUID id, String externalId, Instant withdrawnAt) {}

  /**
   * The earlier document of a message.
   *
   * @throws ProblemException 400 if there is none of this organization in this draft
   */
  LetterView earlier(Submission sent, String organization) {
    UUID found =
        earlierId(sent, organization)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        FieldError.pointer(
                            EARLIER, FieldCode.UNKNOWN_LETTER, sent.header().earlierDocumentId())));
    return letters.get(sent.actor().caller(), found);
  }

  /**
   * The letter that the message replaces. One that was withdrawn cannot be replaced, except that a
   * repeated message says the same as the first.
   *
   * @return null = none
   * @throws ProblemException as for {@link #earlier}
   */
  UUID replaced(Submission sent, String organization) {
    LetterView earlier = earlier(sent, organization);
    return earlier.withdrawnAt() == null
        ? earlier.id()
        : onFile(sent, organization).map(OnFile::replaces).orElse(null);
  }

  /**
   * By its DocumentId. Else by number and year within the DocumentId, since the letter may have
   * been received on paper.
   */
  private Optional<UUID> earlierId(Submission sent, String organization) {
    String own = sent.header().documentId();
    String id = sent.header().earlierDocumentId();
    Hql query =
        Hql.of("select l.id, l.externalId, l.withdrawnAt")
            .add("from Letter l join Organization o on o.id = l.organizationId")
            .add("where l.draftId = ? and o.code = ?", sent.draft().id(), organization)
            .add("and (l.externalId = ?", id);
    DocumentId.parse(id)
        .ifPresent(
            parts ->
                query.add(
                    "or (l.numberKey = ? and year(l.date) = ?)",
                    LetterNumber.key(parts.code()),
                    parts.date().getYear()));
    // A repeated replacement must not find itself.
    boolean replaces = sent.header().businessType() == BusinessType.REPLACED && !own.equals(id);
    return query.add(")").list(entities, Earlier.class).stream()
        .filter(one -> !replaces || !own.equals(one.externalId))
        // That with the DocumentId, then one not withdrawn, then the last withdrawn.
        .min(
            Comparator.comparing((Earlier one) -> !id.equals(one.externalId))
                .thenComparing(
                    Earlier::withdrawnAt, Comparator.nullsFirst(Comparator.reverseOrder())))
        .map(Earlier::id);
  }

  /**
   * Another valid letter of the organization with the number and year of the message: it was
   * entered by hand, or came under another DocumentId. Not the letter that the message updates or
   * replaces.
   */
  Optional<UUID> sameNumber(Submission sent, String organization) {
    EdxmlHeader header = sent.header();
    if (header.makesLetter() && onFile(sent, organization).isPresent()) {
      return Optional.empty();
    }
    Hql query =
        Hql.of("select l.id from Letter l join Organization o on o.id = l.organizationId")
            .add("where l.draftId = ? and o.code = ?", sent.draft().id(), organization)
            .add("and l.numberKey = ?", LetterNumber.key(header.number()))
            .add("and year(l.date) = ? and l.withdrawnAt is null", header.date().getYear());
    if (header.businessType() != BusinessType.NEW) {
      earlierId(sent, organization).ifPresent(id -> query.add("and l.id <> ?", id));
    }
    return query.first(entities, UUID.class);
  }
}
