package vn.sogopy.comment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the commenter says of the approved answer. */
@Schema(name = "ReactionInput")
public record ReactionInput(
    @NotNull
        @Schema(description = "AGREED: đồng ý · MAINTAINED: bảo lưu ý kiến · keeps to its comment")
        CommentView.ReactionKind reaction,
    @Size(min = 1, max = 2_000) @Schema(nullable = true, description = "Lý do · why")
        String note) {}
