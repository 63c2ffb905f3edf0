package vn.sogopy.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new draft. Its first state is PREPARING. */
public record DraftInput(
    @Min(1)
        @Max(DraftInput.MAX_NUMBER)
        @Schema(nullable = true, description = "Mặc định: số tiếp theo · default: the next number")
        Integer number,
    @NotNull @Size(min = 1, max = 300) String title,
    @Schema(nullable = true) LocalDate openedOn,
    @Schema(nullable = true, description = "Hạn trả lời, hết ngày · last day for replies")
        LocalDate dueOn,
    @Schema(nullable = true, description = "Hạn tiếp thu, giải trình · last day for answers")
        LocalDate answerDueOn) {

  static final int MAX_NUMBER = 99;
}
