package vn.sogopy.consultation.consultee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call or letter that chased a reply, in a request. */
public record ContactInput(
    @Schema(nullable = true, description = "Ngày; null = hôm nay · null = today")
        LocalDate contactedOn,
    @NotNull
        @Size(min = 1, max = 2_000)
        @Schema(examples = "Đã gọi điện, hẹn gửi trước ngày 20/9/2021. (Minh họa.)")
        String text) {}
