package vn.sogopy.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.Counts;
import vn.sogopy.consultation.ReplyState;

/**
 * What was read of one draft, in register order, before it is numbered and put into words.
 *
 * @param replies by code of the body; who is not in it has not replied
 */
record Snapshot(
    String plan,
    String planTitle,
    boolean sample,
    int draft,
    Map<String, Document> documents,
    Counts counts,
    Map<String, ReplyState> replies,
    int restrictedLeftOut,
    List<LetterRow> letters,
    List<CommentRow> comments) {

  /**
   * The document a section stands in.
   *
   * @param whole the section is the document itself
   */
  record Document(String title, boolean whole) {}

  /**
   * A body in its place of the register.
   *
   * @param name as it was on the day of the letter or comment
   * @param on that day
   */
  record BodyRef(
      int groupPosition,
      String groupCode,
      String groupTitle,
      int position,
      String code,
      String name,
      LocalDate on) {}

  /**
   * @param stands neither withdrawn nor replaced by one that stands
   */
  record LetterRow(BodyRef body, UUID id, String number, LocalDate date, boolean stands) {}

  /**
   * @param document title of the root of the section: the document commented on
   */
  record CommentRow(
      BodyRef body,
      UUID id,
      long receiptNumber,
      Integer part,
      UUID letterId,
      String sectionCode,
      String document,
      boolean isDocument,
      Integer page,
      String content,
      String proposal,
      Status status,
      Result result,
      String response,
      String revisionSection,
      Integer revisionPage,
      String revisionNote,
      boolean late) {}
}
