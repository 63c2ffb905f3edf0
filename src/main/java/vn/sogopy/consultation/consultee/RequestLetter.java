package vn.sogopy.consultation.consultee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.text.VietnamTime;

/** A letter that requests the comments of an organization. */
@Schema(name = "RequestLetter")
public record RequestLetter(
    @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = LetterNumber.FORM, message = LetterNumber.EXAMPLE)
        @Schema(
            pattern = LetterNumber.ONE_LINE,
            description = "Số, ký hiệu · number and symbol",
            examples = "1186/SKHĐT-TH")
        String number,
    @Schema(nullable = true) LocalDate date) {

  /** The comparison key: normalised number and year. */
  String key() {
    return LetterNumber.key(number) + " " + (date == null ? "" : date.getYear());
  }

  /** "số 1186/SKHĐT-TH ngày 17/5/2021". */
  public String citation() {
    return "số " + number + (date == null ? "" : " ngày " + VietnamTime.shortDate(date));
  }
}
