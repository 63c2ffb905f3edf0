package vn.sogopy.comment.intake;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.sogopy.comment.Comment;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;

/**
 * Writes comments as they are accepted, one or thousands, in one statement of which PostgreSQL sees
 * the same text whatever their number. They do not become managed entities.
 */
final class CommentInsert {
  private static final Rows<Comment> ROWS =
      new Rows<Comment>()
          .with("id", "uuid", one -> one.id)
          .with("receipt_number", "bigint", one -> one.receiptNumber)
          .with("plan_id", "uuid", one -> one.planId)
          .with("draft_id", "uuid", one -> one.draftId)
          .with("organization_id", "uuid", one -> one.organizationId)
          .with("letter_id", "uuid", one -> one.letterId)
          .with("section_id", "uuid", one -> one.sectionId)
          .with("locator_page", "int", one -> one.locatorPage)
          .with("locator_paragraph", "int", one -> one.locatorParagraph)
          .with("locator_quote", "text", one -> one.locatorQuote)
          .with("kind", "text", one -> one.kind)
          .with("content", "text", one -> one.content)
          .with("proposal", "text", one -> one.proposal)
          .with("author_full_name", "text", one -> one.authorFullName)
          .with("author_position", "text", one -> one.authorPosition)
          .with("restricted", "boolean", one -> one.restricted)
          .with("status", "text", one -> one.status)
          .with("assignee", "text", one -> one.assignee)
          .with("follows_id", "uuid", one -> one.followsId)
          .with("external_id", "text", one -> one.externalId)
          .with("client", "text", one -> one.client)
          .with("sent_digest", "bytea", one -> "\\x" + HexFormat.of().formatHex(one.sentDigest))
          .with("received_at", "timestamptz", one -> one.receivedAt)
          .with("updated_at", "timestamptz", one -> one.updatedAt);

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
    return ROWS.insertInto("comment", comments);
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
}
