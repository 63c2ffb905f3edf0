package vn.sogopy.comment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.comment.PagedPlace.PagesAgree;

/** A comment on one place of a draft, with its state. */
@Entity
public class Comment {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(updatable = false)
  public long receiptNumber;

  /** Number of this part of a split comment, from 1; null = not a part. */
  @Column(updatable = false)
  public Integer part;

  /** The split comment that contains this part. */
  @Column(updatable = false)
  public UUID partOfId;

  @Column(updatable = false)
  public UUID planId;

  @Column(updatable = false)
  public UUID draftId;

  /** Changes only with that of its letter. */
  public UUID organizationId;

  @Column(updatable = false)
  public UUID letterId;

  /** null = general comment (ý kiến chung). */
  public UUID sectionId;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "comment_section", joinColumns = @JoinColumn(name = "comment_id"))
  @Column(name = "section_id")
  @OrderColumn(name = "ordinal")
  public List<UUID> alsoSections = new ArrayList<>();

  /** The place within the section; null = none named. */
  @Embedded public Locator locator;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public String content;

  /** The originally accepted content; null = never corrected. */
  public String contentOriginal;

  public String proposal;

  /** The originally accepted proposal, empty if there was none; null = never corrected. */
  public String proposalOriginal;

  @Embedded public Author author;

  public boolean restricted;

  @Embedded public CommentState state;

  /** The time of the last approval, returned or not; null = never approved. */
  public Instant approvedAt;

  /** The status that the undo of a split restores; set while SPLIT. */
  @Enumerated(EnumType.STRING)
  public Status statusBeforeSplit;

  /**
   * Whether this part belongs to an undone split. It stays WITHDRAWN, and its number is free again.
   */
  public boolean splitUndone;

  @Column(updatable = false)
  public UUID followsId;

  @Column(updatable = false)
  public String externalId;

  @Column(updatable = false)
  public String client;

  /** SHA-256 of the content as received. A repeated externalId must have the same content. */
  @Column(updatable = false)
  public byte[] sentDigest;

  @Column(updatable = false)
  public Instant receivedAt;

  /** The day of {@link #receivedAt} in Vietnam; computed by the database. */
  @Column(insertable = false, updatable = false)
  public LocalDate receivedOn;

  public Instant updatedAt;

  @Version public int version;

  /** Replaces content and proposal. The accepted ones are kept. */
  public void correctWords(String newContent, String newProposal) {
    if (!content.equals(newContent)) {
      contentOriginal = contentOriginal == null ? content : contentOriginal;
      content = newContent;
    }
    if (!Objects.equals(proposal, newProposal)) {
      if (proposalOriginal == null) {
        proposalOriginal = proposal == null ? "" : proposal;
      }
      proposal = newProposal;
    }
  }

  /** The author of a comment, if named. */
  @Embeddable
  public record Author(
      @Column(name = "author_full_name", updatable = false)
          @Size(min = 1, max = 200)
          @Schema(nullable = true)
          String fullName,
      @Column(name = "author_position", updatable = false)
          @Size(min = 1, max = 300)
          @Schema(nullable = true)
          String position) {

    /** Null if nothing is known. */
    public static Author of(String fullName, String position) {
      return fullName == null && position == null ? null : new Author(fullName, position);
    }
  }

  /** The place within the section that a comment refers to. */
  @Embeddable
  @PagesAgree
  public record Locator(
      // Computed by the database.
      @Column(name = "locator_page", insertable = false, updatable = false)
          @Min(1)
          @Max(PageRanges.MAX_PAGE)
          @Schema(nullable = true, examples = "45")
          Integer page,
      @Column(name = "locator_pages")
          @Size(min = 1, max = PageRanges.MAX_LENGTH)
          @Schema(nullable = true, examples = PageRanges.EXAMPLE, description = PAGES)
          String pages,
      @Column(name = "locator_paragraph") @Min(1) @Max(100_000) @Schema(nullable = true)
          Integer paragraph,
      @Column(name = "locator_quote")
          @Size(min = 1, max = 2_000)
          @Schema(nullable = true, description = "Trích dẫn · quotation")
          String quote)
      implements PagedPlace {

    public Locator {
      pages = PageRanges.canonical(page, pages);
      page = PageRanges.firstPage(page, pages);
    }

    /** Null if nothing is named. */
    public static Locator of(Integer page, String pages, Integer paragraph, String quote) {
      return page == null && pages == null && paragraph == null && quote == null
          ? null
          : new Locator(page, pages, paragraph, quote);
    }
  }
}
