package vn.sogopy.comment.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The asked body's reply. */
@Schema(name = "CommentReplyInput")
public record ReplyInput(@NotNull @Size(min = 1, max = 20_000) String reply) {}
