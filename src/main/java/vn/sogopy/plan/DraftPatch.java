package vn.sogopy.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of a draft that can change. */
public record DraftPatch(
    @NotNull @Size(min = 1, max = 300) String title,
    @NotNull @Schema(description = "OPEN mở, CLOSED kết thúc lấy ý kiến · opens, closes")
        DraftStatus status,
    @Schema(nullable = true) LocalDate openedOn,
    @Schema(nullable = true) LocalDate dueOn,
    @Schema(nullable = true) LocalDate answerDueOn,
    @Schema(
            nullable = true,
            description = "Kết thúc dù còn ý kiến chưa xử lý · close in spite of open comments")
        Boolean force) {}
