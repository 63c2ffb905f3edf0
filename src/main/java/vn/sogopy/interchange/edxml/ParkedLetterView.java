package vn.sogopy.interchange.edxml;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.interchange.edxml.EdxmlOutcome.MessageFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.platform.http.problem.Warning;

/** A letter that is parked until its organization or date is set. */
@Schema(name = "ParkedLetter")
public record ParkedLetterView(
    UUID id,
    @Schema(maxLength = 63) String plan,
    int draft,
    ParkedStatus status,
    @Schema(maxLength = 100, examples = "Chờ xác định cơ quan") String statusLabel,
    EdxmlHeader header,
    @Schema(maxItems = 10) List<MessageFile> files,
    @Schema(
            maxItems = 6,
            description = "Có thể là những cơ quan này · codes of the bodies it may come from")
        List<String> candidates,
    @Schema(description = "Bất thường, không phải lỗi · oddities, no refusals")
        List<Warning> warnings,
    @Schema(nullable = true, description = "Văn bản đã thành · the letter it became") UUID letter,
    @Schema(nullable = true, maxLength = 1_000, description = "Lý do · why it was dropped")
        String reason,
    Instant receivedAt,
    @Schema(maxLength = 200, description = "Khóa đã gửi · the key that sent it") String receivedBy,
    @Schema(nullable = true) Instant decidedAt,
    @Schema(nullable = true, maxLength = 200) String decidedBy,
    int version) {}
