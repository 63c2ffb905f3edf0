package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.round.Counts;

/**
 * One page of the consultees of a draft in the order of the register. Every page also has the
 * counts and the organizations that wrote or commented without being consulted.
 *
 * @param next cursor of the next page, null on the last one
 * @param total number of consultees that match the filter; only if count=true
 */
@Schema(name = "ConsulteePage")
public record ConsulteeList(
    List<ConsulteeView> items,
    @Schema(nullable = true) String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
    @Schema(
            description =
                "Của cả dự thảo, không theo bộ lọc · of the whole draft, not of the filter")
        Counts counts,
    @Schema(
            description =
                "Cơ quan không được hỏi nhưng có văn bản hoặc ý kiến, trừ cơ quan chỉ trả lời thay · bodies that wrote or commented unasked,"
                    + " and not only in place of bodies that were asked")
        List<Unasked> unasked,
    @Schema(
            description =
                "Đề nghị cung cấp, làm rõ đã quá hạn · requests for opinion or figures past their date")
        List<OverdueRequest> overdueRequests) {

  /** An organization that was not consulted. */
  @Schema(name = "UnaskedBody")
  public record Unasked(
      CommentView.OrganizationRef organization,
      List<ConsulteeView.Letter> letters,
      int comments,
      Map<String, Integer> byResult) {}
}
