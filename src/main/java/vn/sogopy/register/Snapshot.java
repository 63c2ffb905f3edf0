package vn.sogopy.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;

/**
 * The data of one draft, read before its comments; without numbers and texts.
 *
 * @param filters of an extract, in words
 * @param places the sections that answers name, by code key
 * @param counts of the organizations in scope, like the next three
 * @param replies by code of the organization, by its own letters; an absent one has not replied
 * @param bodies the organizations, with their letters of request and contacts
 * @param names by code: the name of each consultee at the time of consultation
 * @param counted the comments, by letter
 * @param sections of the comments, in no order
 * @param differing number of open points whose letter does not make them one
 */
record Snapshot(
    DraftRef draft,
    DraftStatus status,
    PlanHead.Head head,
    RegisterScope scope,
    List<String> filters,
    Map<String, SectionRef> places,
    Counts counts,
    List<ConsultationRound.GroupCounts> groups,
    Map<String, ReplyState> replies,
    int restrictedLeftOut,
    ConsulteeReader.Bodies bodies,
    Map<String, String> names,
    List<LetterRow> letters,
    List<ByLetter> counted,
    List<SectionRef> sections,
    int differing) {

  /**
   * An organization with its position in the register.
   *
   * @param name on the day of the letter or comment
   * @param on that day
   */
  record BodyRef(
      UUID id,
      int groupPosition,
      String groupCode,
      String groupTitle,
      int position,
      String code,
      String name,
      LocalDate on) {}

  /**
   * @param valid neither withdrawn nor replaced by one that is valid
   * @param comments number of its comments in this register
   */
  record LetterRow(
      BodyRef body,
      UUID id,
      String number,
      LocalDate date,
      String arrivalNumber,
      LocalDate receivedOn,
      Position position,
      Channel channel,
      boolean classified,
      boolean late,
      boolean valid,
      int files) {}

  /**
   * The number of comments in a letter, or of an organization without a letter.
   *
   * @param body on the day of the latest of them
   * @param letterId null = without a letter
   */
  record ByLetter(BodyRef body, UUID letterId, Position position, int comments) {}

  /**
   * @param path position in the outline
   * @param document title of the root of the section: the document commented on
   * @param isDocument the section is that root
   */
  record SectionRef(
      UUID id, String code, String title, String path, String document, boolean isDocument) {}

  /**
   * @param body index of its organization among those with comments, from 0
   * @param section null = general
   * @param position of its letter
   */
  record CommentRow(
      int body,
      UUID id,
      long receiptNumber,
      Integer part,
      UUID letterId,
      SectionRef section,
      String pages,
      String content,
      String proposal,
      String author,
      Status status,
      Result result,
      String response,
      String revisionSection,
      String revisionPages,
      String revisionNote,
      UUID sameAs,
      boolean restricted,
      boolean late,
      boolean needsReview,
      Position position,
      String escalation,
      ReactionKind reaction,
      String reactionNote,
      String direction,
      String directionDocument,
      LocalDate directionDate) {}
}
