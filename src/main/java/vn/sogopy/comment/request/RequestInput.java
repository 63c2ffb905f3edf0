package vn.sogopy.comment.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a body is asked about a comment. */
@Schema(name = "CommentRequestInput")
public record RequestInput(
    @NotNull
        @Size(min = 1, max = 63)
        @Schema(description = "Mã cơ quan được hỏi · the body asked", examples = "sct")
        String to,
    @NotNull
        @Schema(
            description = "OPINION: cho ý kiến · DATA: cung cấp số liệu · CLARIFICATION: làm rõ")
        RequestKind kind,
    @NotNull @Size(min = 1, max = 5_000) @Schema(description = "Nội dung đề nghị · what is asked")
        String text,
    @Schema(nullable = true, description = "Đề nghị trả lời trước hết ngày này · the reply is due")
        LocalDate dueOn) {}
