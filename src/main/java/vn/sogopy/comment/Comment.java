package vn.sogopy.comment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.comment.query.CommentView;

/** One point on one place of a draft, its answer, and where it stands. */
@Entity
public class Comment {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "receipt_number", updatable = false)
  public long receiptNumber;

  /** 1, 2… of a comment that was split; null = a whole one. */
  @Column(updatable = false)
  public Integer part;

  /** The comment that was split into this and others. */
  @Column(name = "part_of_id", updatable = false)
  public UUID partOfId;

  @Column(name = "plan_id", updatable = false)
  public UUID planId;

  @Column(name = "draft_id", updatable = false)
  public UUID draftId;

  @Column(name = "organization_id", updatable = false)
  public UUID organizationId;

  @Column(name = "letter_id", updatable = false)
  public UUID letterId;

  /** null = ý kiến chung. */
  @Column(name = "section_id")
  public UUID sectionId;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "comment_section", joinColumns = @JoinColumn(name = "comment_id"))
  @Column(name = "section_id")
  @OrderColumn(name = "ordinal")
  public List<UUID> alsoSections = new ArrayList<>();

  @Column(name = "locator_page")
  public Integer locatorPage;

  @Column(name = "locator_paragraph")
  public Integer locatorParagraph;

  @Column(name = "locator_quote")
  public String locatorQuote;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public String content;

  /** The words as accepted, once they were corrected; until then {@link #content} has them. */
  @Column(name = "content_original")
  public String contentOriginal;

  public String proposal;

  /** As {@link #contentOriginal}; empty if there was no proposal at first. */
  @Column(name = "proposal_original")
  public String proposalOriginal;

  @Column(name = "author_full_name", updatable = false)
  public String authorFullName;

  @Column(name = "author_position", updatable = false)
  public String authorPosition;

  public boolean restricted;

  /** Approved on words that the body has replaced since. */
  @Column(name = "needs_review")
  public boolean needsReview;

  @Enumerated(EnumType.STRING)
  public Status status;

  /** Where an undone split goes back to; set while SPLIT. */
  @Enumerated(EnumType.STRING)
  @Column(name = "status_before_split")
  public Status statusBeforeSplit;

  /** A part whose split was undone: WITHDRAWN for good, its number free again. */
  @Column(name = "split_undone")
  public boolean splitUndone;

  public String assignee;

  @Enumerated(EnumType.STRING)
  public Result result;

  public String response;

  @Column(name = "revision_section")
  public String revisionSection;

  @Column(name = "revision_page")
  public Integer revisionPage;

  @Column(name = "revision_note")
  public String revisionNote;

  @Column(name = "same_as_id")
  public UUID sameAsId;

  @Column(name = "answered_by")
  public String answeredBy;

  @Column(name = "answered_at")
  public Instant answeredAt;

  /** Of the last return; stays when the answer is mended. */
  @Column(name = "return_reason")
  public String returnReason;

  /** Of this comment alone; null = the draft's. */
  @Column(name = "answer_due_on")
  public LocalDate answerDueOn;

  @Enumerated(EnumType.STRING)
  public CommentView.ReactionKind reaction;

  @Column(name = "reaction_note")
  public String reactionNote;

  @Column(name = "reaction_by")
  public String reactionBy;

  @Column(name = "reaction_at")
  public Instant reactionAt;

  /** Why the leaders are asked; null = they are not. */
  @Column(name = "escalation_reason")
  public String escalationReason;

  @Column(name = "escalation_by")
  public String escalationBy;

  @Column(name = "escalation_at")
  public Instant escalationAt;

  @Column(name = "direction_text")
  public String directionText;

  @Column(name = "direction_document")
  public String directionDocument;

  @Column(name = "direction_date")
  public LocalDate directionDate;

  @Column(name = "follows_id", updatable = false)
  public UUID followsId;

  @Column(name = "external_id", updatable = false)
  public String externalId;

  @Column(updatable = false)
  public String client;

  /** SHA-256 of what was sent: the same externalId must come with the same content. */
  @Column(name = "sent_digest", updatable = false)
  public byte[] sentDigest;

  @Column(name = "received_at", updatable = false)
  public Instant receivedAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Version public int version;

  /** What the commenter says of the answer; null = nothing. */
  public void react(CommentView.ReactionKind kind, String note, String by, Instant at) {
    reaction = kind;
    reactionNote = note;
    reactionBy = by;
    reactionAt = at;
  }

  /** The place within the section; null = none named. */
  public void locate(Locator locator) {
    locatorPage = locator == null ? null : locator.page();
    locatorParagraph = locator == null ? null : locator.paragraph();
    locatorQuote = locator == null ? null : locator.quote();
  }

  /** Corrects the words, keeping those of the acceptance beside them. */
  public void correctWords(String newContent, String newProposal) {
    if (!content.equals(newContent)) {
      contentOriginal = contentOriginal == null ? content : contentOriginal;
      content = newContent;
    }
    if (!java.util.Objects.equals(proposal, newProposal)) {
      if (proposalOriginal == null) {
        proposalOriginal = proposal == null ? "" : proposal;
      }
      proposal = newProposal;
    }
  }
}
