package vn.sogopy.desk.comments;

import jakarta.ws.rs.Encoded;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.comment.intake.DraftCommentResource.SortedCommentQuery;
import vn.sogopy.comment.query.CommentOrder;

/** The query of the screen: the filter of the API's list, the place in it, the chosen comment. */
public class CommentsQuery extends SortedCommentQuery {
  @RestQuery("cursor")
  @Encoded
  public String cursor;

  @RestQuery(ListAddress.CHOSEN)
  public String chosen;

  @RestQuery(ListAddress.LIKE)
  public UUID like;

  /** The order; that of arrival if the form has left it empty. */
  CommentOrder order() {
    return sort == null ? CommentOrder.RECEIVED_AT : sort;
  }

  /** The cursor; null = the first page. */
  String place() {
    return cursor == null || cursor.isEmpty() ? null : cursor;
  }
}
