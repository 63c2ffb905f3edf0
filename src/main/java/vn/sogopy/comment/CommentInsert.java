package vn.sogopy.comment;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.sogopy.sql.Sql;

/**
 * Writes comments as they are accepted, one or thousands, in one statement of which PostgreSQL sees
 * the same text whatever their number. They do not become managed entities.
 */
final class CommentInsert {
  private final List<Comment> comments;

  /**
   * Gives the comments their ids.
   *
   * @param comments whole ones of one draft, of one client, received at once, without an answer
   */
  CommentInsert(List<Comment> comments) {
    this.comments = comments;
    comments.forEach(one -> one.id = UuidVersion7Strategy.INSTANCE.generateUuid(null));
  }

  void execute(DataSource source) {
    if (!comments.isEmpty()) {
      rows().execute(source);
      alsoSections(source);
    }
  }

  /** The statement that writes the comments, but for their further sections. */
  Sql rows() {
    Comment first = comments.get(0);
    return Sql.of(
            "insert into comment (id, receipt_number, plan_id, draft_id, organization_id, letter_id,"
                + " section_id, locator_page, locator_paragraph, locator_quote, kind, content,"
                + " proposal, author_full_name, author_position, restricted, status, assignee,"
                + " follows_id, external_id, client, sent_digest, received_at, updated_at)")
        .add(
            "select i.id, i.receipt_number, ?, ?, i.organization_id, i.letter_id,"
                + " i.section_id, i.locator_page, i.locator_paragraph, i.locator_quote, i.kind, i.content,"
                + " i.proposal, i.author_full_name, i.author_position, i.restricted, i.status, i.assignee,"
                + " i.follows_id, i.external_id, ?, decode(i.sent_digest, 'hex'), ?, ?",
            first.planId,
            first.draftId,
            first.client,
            first.receivedAt,
            first.updatedAt)
        .add(
            "from unnest(?, ?::bigint[], ?, ?, ?, ?::int[], ?::int[], ?, ?, ?, ?, ?, ?, ?::boolean[], ?, ?, ?, ?, ?)",
            ids(one -> one.id),
            texts(one -> one.receiptNumber),
            ids(one -> one.organizationId),
            ids(one -> one.letterId),
            ids(one -> one.sectionId),
            texts(one -> one.locatorPage),
            texts(one -> one.locatorParagraph),
            texts(one -> one.locatorQuote),
            texts(one -> one.kind),
            texts(one -> one.content),
            texts(one -> one.proposal),
            texts(one -> one.authorFullName),
            texts(one -> one.authorPosition),
            texts(one -> one.restricted),
            texts(one -> one.status),
            texts(one -> one.assignee),
            ids(one -> one.followsId),
            texts(one -> one.externalId),
            texts(one -> HexFormat.of().formatHex(one.sentDigest)))
        .add(
            "as i (id, receipt_number, organization_id, letter_id, section_id, locator_page,"
                + " locator_paragraph, locator_quote, kind, content, proposal, author_full_name,"
                + " author_position, restricted, status, assignee, follows_id, external_id,"
                + " sent_digest)");
  }

  private void alsoSections(DataSource source) {
    List<UUID> of = new ArrayList<>();
    List<String> ordinals = new ArrayList<>();
    List<UUID> sections = new ArrayList<>();
    for (Comment comment : comments) {
      for (int i = 0; i < comment.alsoSections.size(); i++) {
        of.add(comment.id);
        ordinals.add(String.valueOf(i));
        sections.add(comment.alsoSections.get(i));
      }
    }
    if (!of.isEmpty()) {
      Sql.of("insert into comment_section (comment_id, ordinal, section_id)")
          .add(
              "select * from unnest(?, ?::int[], ?)",
              of.toArray(UUID[]::new),
              ordinals.toArray(String[]::new),
              sections.toArray(UUID[]::new))
          .execute(source);
    }
  }

  private UUID[] ids(Function<Comment, UUID> of) {
    return comments.stream().map(of).toArray(UUID[]::new);
  }

  private String[] texts(Function<Comment, Object> of) {
    return comments.stream()
        .map(of)
        .map(value -> Objects.toString(value, null))
        .toArray(String[]::new);
  }
}
