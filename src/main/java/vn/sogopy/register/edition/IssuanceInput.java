package vn.sogopy.register.edition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Number and date of the report, given after signature. */
@Schema(name = "IssuanceInput")
public record IssuanceInput(
    @NotNull
        @Size(min = 1, max = 50)
        @Pattern(regexp = "[^\\n\\t]*")
        @Schema(
            description =
                "Số, hoặc số và ký hiệu · the number alone, or with its symbol: 126, 126/BC-SKHĐT",
            examples = "126")
        String reportNumber,
    @NotNull @Schema(description = "Ngày ban hành · date of issue", examples = "2021-10-05")
        LocalDate reportDate) {}
