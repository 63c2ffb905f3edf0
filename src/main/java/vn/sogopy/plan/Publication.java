package vn.sogopy.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;

/** Where and when a draft was published for the comments of everybody. */
@Schema(name = "Publication")
public record Publication(
    @NotNull
        @Size(min = 1, max = 500)
        @Pattern(regexp = "https?://\\S+", message = "https://backan.gov.vn/…")
        @Schema(
            description = "Địa chỉ trang đăng tải · address of the page",
            examples = "https://backan.gov.vn/lay-y-kien/quy-hoach-tinh")
        String url,
    @NotNull @Schema(description = "Từ ngày · first day", examples = "2021-08-16") LocalDate from,
    @Schema(
            nullable = true,
            description = "Đến hết ngày; null = đang đăng · last day; null = it is still there")
        LocalDate to) {

  /**
   * @throws ProblemException 400 if the last day is before the first
   */
  void check() {
    if (to != null && to.isBefore(from)) {
      throw ProblemException.invalid(
          FieldError.pointer("/publication/to", FieldCode.INVALID_PERIOD));
    }
  }

  /**
   * The number of days on which it has been published, with the first and the last.
   *
   * @param today in Vietnam
   */
  public int days(LocalDate today) {
    LocalDate last = to == null || to.isAfter(today) ? today : to;
    return last.isBefore(from) ? 0 : (int) DAYS.between(from, last) + 1;
  }

  /** "từ ngày 16/8/2021 đến hết ngày 15/9/2021". */
  public String period() {
    return "từ ngày "
        + VietnamTime.shortDate(from)
        + (to == null ? "" : " đến hết ngày " + VietnamTime.shortDate(to));
  }
}
