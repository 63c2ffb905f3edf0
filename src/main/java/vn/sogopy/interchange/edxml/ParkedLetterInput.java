package vn.sogopy.interchange.edxml;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sender of a parked letter. */
public record ParkedLetterInput(
    @NotNull
        @Size(min = 1, max = 63)
        @Schema(description = "Mã cơ quan gửi · code of the body it comes from", examples = "sxd")
        String organization,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Ghi nhớ mã định danh này cho cơ quan: lần sau không phải chờ · adds the identifier to the organization, so that the next letter does not wait")
        Boolean remember,
    @Schema(
            nullable = true,
            description =
                "Ngày văn bản, thay cho ngày trong thông điệp; bắt buộc khi ngày đó ngoài các năm 1900-2200 · date of the letter, in place of that"
                    + " in the message; needed where that is not of the years 1900 to 2200")
        LocalDate date,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do; bắt buộc khi dự thảo đã kết thúc lấy ý kiến · needed once the draft is CLOSED")
        String reason) {}
