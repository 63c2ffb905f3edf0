package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the leaders are asked; null takes it back. */
@Schema(name = "EscalationInput")
public record EscalationInput(
    @Size(min = 1, max = 2_000)
        @Schema(
            nullable = true,
            description = "Lý do xin ý kiến UBND tỉnh; null = rút lại · null takes it back")
        String reason) {}
