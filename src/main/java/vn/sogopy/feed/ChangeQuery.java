package vn.sogopy.feed;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;

/** The query parameters of the feed. */
public class ChangeQuery {
  private static final int LONGEST_WAIT = 30;

  @QueryParam("after")
  @Parameter(
      description =
          "next của lần đọc trước; bỏ trống: từ đầu · next of the last read; none: from the beginning",
      schema = @Schema(maxLength = 4000))
  public String after;

  @QueryParam("limit")
  @Parameter(
      description = "Số sự kiện nhiều nhất một lần đọc · most events of one read",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  public String limit;

  @QueryParam("wait")
  @Parameter(
      description =
          "Khi chưa có gì mới: chờ đến ngần này giây · seconds to wait for news if there are none",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "30", defaultValue = "0"))
  public String wait;

  int limit() {
    return Params.limit(limit);
  }

  Duration patience() {
    Integer seconds = Params.integer("wait", wait, 0, LONGEST_WAIT);
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }
}
