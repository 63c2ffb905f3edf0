package vn.sogopy.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftKind;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Publication;

/**
 * The data of one draft, read before its comments; without numbers and texts.
 *
 * <p>Every extract and every reader get the numbers of the whole register. Hence the organizations,
 * letters and comments of the whole draft are here.
 *
 * @param restricted whether the reader sees restricted comments
 * @param filters of an extract, in words
 * @param included accepts the codes of the organizations in scope
 * @param places the sections that answers name, by code key
 * @param counts of the organizations in scope, like the next two
 * @param ofDraft the groups with the counts of the whole draft
 * @param unasked the codes of the other organizations that took part, not only in place of
 *     consultees, of the whole draft
 * @param replies of the whole draft by their own letters, by code of the organization; an absent
 *     one has not replied
 * @param restrictedLeftOut number of comments in scope that the reader does not see
 * @param bodies the consultees of the whole draft with their letters of request, and the other
 *     organizations
 * @param names by code: the name of each consultee at the time of consultation
 * @param letters of the whole draft
 * @param counted the comments of the whole draft, by letter
 * @param selected of these, the comments of the requested section
 * @param sections of the comments that the reader sees, in no order
 * @param points numbers of comments for the leaders
 */
record Snapshot(
    DraftRef draft,
    DraftStatus status,
    Settings settings,
    PlanHead.Head head,
    RegisterScope scope,
    boolean restricted,
    List<String> filters,
    Predicate<String> included,
    Map<String, SectionRef> places,
    Counts counts,
    ConsultationRound.Apart apart,
    List<ConsultationRound.GroupCounts> groups,
    List<ConsultationRound.GroupCounts> ofDraft,
    List<String> unasked,
    Map<String, ReplyState> replies,
    int restrictedLeftOut,
    ConsulteeReader.Bodies bodies,
    Map<String, String> names,
    List<LetterRow> letters,
    List<ByLetter> counted,
    List<ByLetter> selected,
    List<SectionRef> sections,
    LeaderPoints points) {

  /**
   * The settings of the draft that the register prints; null = none.
   *
   * @param subject what the report is about
   * @param addressee whom the report is for
   */
  record Settings(DraftKind kind, String subject, String addressee, Publication publication) {
    static final Settings NONE = new Settings(DraftKind.CONSULTATION, null, null, null);

    static Settings of(Draft draft) {
      return new Settings(draft.kind, draft.reportSubject, draft.addressee, draft.publication);
    }
  }

  /** "ý kiến góp ý đối với Dự thảo (lần 2) Quy hoạch tỉnh …". */
  String subject() {
    return settings.subject() != null
        ? settings.subject()
        : settings.kind().opinions()
            + " đối với Dự thảo (lần "
            + draft.number()
            + ") "
            + head.title();
  }

  /** Whom the report is for; null = unknown. */
  String addressee() {
    return settings.addressee() != null
        ? settings.addressee()
        : settings.kind().addressee() != null
            ? settings.kind().addressee()
            : head.letterhead().addressee();
  }

  /**
   * Numbers of comments in scope that need or have the leaders' direction.
   *
   * @param differing open points whose letter does not make them one
   * @param directed with a direction
   * @param directedDisagreeing of these, in a letter that disagrees
   */
  record LeaderPoints(int differing, int directed, int directedDisagreeing) {}

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
   * The number of comments in a letter, or of an organization without a letter; restricted ones are
   * counted apart.
   *
   * @param body on the day of the latest of them
   * @param letterId null = without a letter
   */
  record ByLetter(
      BodyRef body, UUID letterId, Position position, int comments, boolean restricted) {}

  /**
   * @param path position in the outline
   * @param document title of the root of the section: the document commented on
   * @param isDocument the section is that root
   */
  record SectionRef(
      UUID id, String code, String title, String path, String document, boolean isDocument) {}

  /**
   * A comment of the whole register in its order.
   *
   * @param body index of its organization among those with rows, from 0
   * @param comment null = not in this register, but counted by its numbers
   */
  record Numbered(int body, CommentRow comment) {}

  /**
   * @param section null = general
   * @param position of its letter
   */
  record CommentRow(
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
