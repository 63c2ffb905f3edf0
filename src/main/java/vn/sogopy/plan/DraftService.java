package vn.sogopy.plan;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Creates, changes, opens and closes drafts. */
@ApplicationScoped
public class DraftService {
  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject OpenComments openComments;
  @Inject OutlineService outlines;

  @Transactional
  public DraftView create(UUID planId, DraftInput input) {
    Plan plan = plans.lock(planId);
    List<Draft> others = drafts.ofPlan(planId);
    int next = others.stream().mapToInt(draft -> draft.number).max().orElse(0) + 1;
    int number = input.number() == null ? next : input.number();
    if (number > DraftInput.MAX_NUMBER) {
      throw ProblemException.invalid(
          FieldError.pointer("/number", FieldCode.OUT_OF_RANGE, 1, DraftInput.MAX_NUMBER));
    }
    if (others.stream().anyMatch(draft -> draft.number == number)) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, String.valueOf(number))
          .header("Location", PlanResource.PATH + "/" + plan.slug + "/drafts/" + number);
    }
    Draft draft = new Draft();
    draft.planId = planId;
    draft.number = number;
    draft.title = input.title();
    draft.kind = requireNonNullElse(input.kind(), DraftKind.CONSULTATION);
    draft.reportSubject = input.reportSubject();
    draft.addressee = input.addressee();
    draft.status = DraftStatus.PREPARING;
    draft.openedOn = input.openedOn();
    draft.dueOn = input.dueOn();
    draft.answerDueOn = input.answerDueOn();
    draft.sealPlannedFor = input.sealPlannedFor();
    drafts.persistAndFlush(draft);
    return DraftView.of(draft);
  }

  /** Changes dates, title and status. Closing waits for running intakes. */
  @Transactional
  public DraftView patch(Actor actor, UUID draftId, MergePatch patch, IfMatch ifMatch) {
    Draft draft = drafts.lock(draftId);
    DraftPatch current =
        new DraftPatch(
            draft.title,
            draft.kind,
            draft.status,
            draft.openedOn,
            draft.dueOn,
            draft.answerDueOn,
            draft.sealPlannedFor,
            draft.reportSubject,
            draft.addressee,
            draft.publication,
            null);
    return change(actor, draft, patch.on(current, DraftPatch.class), ifMatch);
  }

  /** Like {@link #patch}, with all fields given. */
  @Transactional
  public DraftView change(Actor actor, UUID draftId, DraftPatch wanted, IfMatch ifMatch) {
    return change(actor, drafts.lock(draftId), wanted, ifMatch);
  }

  private DraftView change(Actor actor, Draft draft, DraftPatch wanted, IfMatch ifMatch) {
    ifMatch.check(draft.version);
    if (wanted.publication() != null) {
      wanted.publication().check();
    }
    LocalDate openedOn = wanted.openedOn();
    if (wanted.status() != draft.status) {
      checkTransition(draft, wanted);
      if (draft.status == DraftStatus.PREPARING) {
        outlines.inherit(draft);
      }
      if (wanted.status() == DraftStatus.OPEN && openedOn == null) {
        openedOn = VietnamTime.dayOf(actor.at());
      }
      // Not the time of the request: intakes that ended while this waited for the lock are in time.
      draft.closedAt = wanted.status() == DraftStatus.CLOSED ? Instant.now() : null;
    }
    draft.title = wanted.title();
    draft.kind = wanted.kind();
    draft.reportSubject = wanted.reportSubject();
    draft.addressee = wanted.addressee();
    draft.status = wanted.status();
    draft.openedOn = openedOn;
    draft.dueOn = wanted.dueOn();
    draft.answerDueOn = wanted.answerDueOn();
    draft.sealPlannedFor = wanted.sealPlannedFor();
    draft.publication = wanted.publication();
    drafts.flush();
    return DraftView.of(draft);
  }

  private void checkTransition(Draft draft, DraftPatch wanted) {
    if (!draft.status.next().contains(wanted.status())) {
      throw new ProblemException(
          ProblemCode.DRAFT_TRANSITION_NOT_ALLOWED, draft.status, draft.status.next());
    }
    if (wanted.status() == DraftStatus.CLOSED && !Boolean.TRUE.equals(wanted.force())) {
      long open = openComments.count(draft.id);
      if (open > 0) {
        throw new ProblemException(ProblemCode.DRAFT_HAS_OPEN_COMMENTS, open);
      }
    }
  }

  /** A new draft. Its first state is PREPARING. */
  public record DraftInput(
      @Min(1)
          @Max(DraftInput.MAX_NUMBER)
          @Schema(
              nullable = true,
              description = "Mặc định: số tiếp theo · default: the next number")
          Integer number,
      @NotNull @Size(min = 1, max = 300) String title,
      @Schema(
              nullable = true,
              defaultValue = "CONSULTATION",
              description =
                  "CONSULTATION lấy ý kiến; APPRAISAL Hội đồng thẩm định: thành viên là cơ quan được lấy ý kiến, ý kiến tại Hội đồng (COUNCIL) là trả lời"
                      + " · APPRAISAL: the members of the council are the consultees, and COUNCIL is a reply")
          DraftKind kind,
      @Size(min = 1, max = 500)
          @Schema(
              nullable = true,
              description =
                  "Phần sau \"Tổng hợp, tiếp thu, giải trình\" trong tên báo cáo; null = theo loại, lần dự thảo và tên quy hoạch"
                      + " · what the report is about; null = by kind, draft and plan",
              examples = "ý kiến của Hội đồng thẩm định Quy hoạch tỉnh Bắc Kạn")
          String reportSubject,
      @Size(min = 1, max = 300)
          @Schema(
              nullable = true,
              description =
                  "Kính gửi của báo cáo; null = Hội đồng thẩm định nếu là APPRAISAL, nếu không thì theo quy hoạch"
                      + " · whom the report is for; null = by kind, else as the plan")
          String addressee,
      @Schema(nullable = true) LocalDate openedOn,
      @Schema(nullable = true, description = "Hạn trả lời, hết ngày · last day for replies")
          LocalDate dueOn,
      @Schema(nullable = true, description = "Hạn tiếp thu, giải trình · last day for answers")
          LocalDate answerDueOn,
      @Schema(
              nullable = true,
              description = "Ngày dự kiến chốt số liệu; null = chưa định · the seal's planned day")
          LocalDate sealPlannedFor) {

    static final int MAX_NUMBER = 99;
  }

  /**
   * Counts the comments that block the closing of a draft. The comment package implements it,
   * because this package must not depend on comments.
   */
  public interface OpenComments {
    /** The number of comments of the draft that are neither answered nor withdrawn. */
    long count(UUID draftId);
  }
}
