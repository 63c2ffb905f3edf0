package vn.sogopy.register;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.VietnamTime;

/** The leaders' direction on a comment. */
@Schema(name = "RegisterDirection", description = "Ý kiến chỉ đạo · the leaders' direction")
public record RegisterDirection(
    String text,
    @Schema(nullable = true, description = "Văn bản chỉ đạo · the document it stands in")
        String document,
    @Schema(nullable = true) LocalDate date) {

  /** "Thông báo số 12/TB-UBND ngày 05/10/2021", without unknown parts. */
  public String source() {
    return Stream.of(document, date == null ? null : "ngày " + VietnamTime.shortDate(date))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
