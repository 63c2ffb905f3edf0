package vn.sogopy.comment.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;

/**
 * An overdue request without a reply.
 *
 * @param restricted whether the comment is restricted; papers for others omit its content
 */
@Schema(name = "OverdueRequest")
public record OverdueRequest(
    UUID id,
    UUID comment,
    long receiptNumber,
    @Schema(nullable = true, description = "Điểm của ý kiến đã tách · part of a split comment")
        Integer part,
    CommentView.OrganizationRef organization,
    @Schema(description = "Nội dung đề nghị · what is asked for") String text,
    LocalDate dueOn,
    @Schema(description = "Số ngày quá hạn · days past the date") int daysOver,
    @JsonIgnore boolean restricted) {

  static OverdueRequest of(RequestView request, LocalDate today) {
    RequestView.About comment = request.comment();
    return new OverdueRequest(
        request.id(),
        comment.id(),
        comment.receiptNumber(),
        comment.part(),
        request.to(),
        request.text(),
        request.dueOn(),
        (int) ChronoUnit.DAYS.between(request.dueOn(), today),
        comment.restricted());
  }

  /** The number by which papers cite the comment: "1592", "1592.2". */
  public String citation() {
    return receiptNumber + (part == null ? "" : "." + part);
  }
}
