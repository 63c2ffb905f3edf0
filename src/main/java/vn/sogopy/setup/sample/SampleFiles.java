package vn.sogopy.setup.sample;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.consultation.consultee.ConsulteeInput;
import vn.sogopy.consultation.consultee.ContactLogService.ContactInput;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.plan.DraftService.DraftInput;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.PlanService.PlanInput;
import vn.sogopy.plan.outline.OutlineTable;
import vn.sogopy.plan.outline.SectionView;

/** The files of the sample in the folder {@code sample/} of the resources. */
@ApplicationScoped
public class SampleFiles {
  @Inject ObjectMapper json;

  /** The file plan.json. */
  record SamplePlan(@JsonUnwrapped PlanInput plan, List<SampleDraft> drafts) {}

  record SampleDraft(@JsonUnwrapped DraftInput draft, DraftStatus status) {}

  /** A letter in letters.json. */
  record SampleLetter(int draft, @JsonUnwrapped LetterRequest letter) {}

  /** A consulted organization in consultees.json, with its reminders. */
  record SampleConsultee(
      int draft, @JsonUnwrapped ConsulteeInput consultee, List<ContactInput> contacted) {}

  /** A comment in comments.json, with its steps. */
  record SampleComment(
      String ref,
      int draft,
      Instant receivedAt,
      List<Step> steps,
      @JsonUnwrapped CommentInput comment) {}

  /** One step in the work on a comment; the action decides which fields are set. */
  record Step(
      String action,
      Instant at,
      String assignee,
      String reason,
      @JsonUnwrapped AnswerInput answer) {}

  List<SectionView> outline() {
    try (InputStream in = open("outline.csv")) {
      return OutlineTable.read(in.readAllBytes()).sections();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> List<T> list(String file, Class<T[]> type) {
    return List.of(read(file, type));
  }

  /**
   * @param comment of comments.json; {@code follows}, there a {@code ref}, is an id here
   */
  SampleComment comment(ObjectNode comment) {
    try {
      return json.treeToValue(comment, SampleComment.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String file, Class<T> type) {
    try (InputStream in = open(file)) {
      return json.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("sample/" + file, e);
    }
  }

  private static InputStream open(String file) {
    return Thread.currentThread().getContextClassLoader().getResourceAsStream("sample/" + file);
  }
}
