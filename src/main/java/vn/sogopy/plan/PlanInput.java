package vn.sogopy.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in a request. */
public record PlanInput(
    @NotNull
        @Size(min = 1, max = 63)
        @Pattern(regexp = "[a-z0-9][a-z0-9-]*")
        @Schema(
            description = "Tên trong đường dẫn, không đổi về sau · name in paths, never changes",
            examples = "bac-kan-2021-2030")
        String slug,
    @NotNull @Size(min = 1, max = 500) String title,
    @Valid @Schema(nullable = true) Letterhead letterhead) {}
