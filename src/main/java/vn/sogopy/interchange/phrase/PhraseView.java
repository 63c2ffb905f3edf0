package vn.sogopy.interchange.phrase;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;

/** A stock phrase in a response, with the number of answers that use it. */
@Schema(name = "Phrase")
public record PhraseView(
    UUID id,
    String text,
    @Schema(nullable = true) Result result,
    @Schema(
            description =
                "Số ý kiến của quy hoạch có nội dung trả lời chứa đủ các từ cố định của câu mẫu, theo thứ tự, không phân biệt hoa thường"
                    + " và dấu câu; không tính ý kiến đã rút, đã tách · comments of the plan whose response has the phrase's fixed words,"
                    + " whole and in order, whatever the case and punctuation; withdrawn and split ones do not count")
        int uses,
    String addedBy,
    Instant addedAt) {}
