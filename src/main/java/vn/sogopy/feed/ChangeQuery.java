package vn.sogopy.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the feed. */
public class ChangeQuery {
  @RestQuery("after")
  @Encoded
  @Parameter(
      description =
          "next của lần đọc trước; bỏ trống: từ đầu · next of the last read; none: from the beginning",
      schema = @Schema(maxLength = 4000))
  public String after;

  @RestQuery("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(200)
  @Parameter(description = "Số sự kiện nhiều nhất một lần đọc · most events of one read")
  public int limit;

  /** Seconds. */
  @RestQuery("wait")
  @DefaultValue("0")
  @Min(0)
  @Max(30)
  @Parameter(
      description =
          "Khi chưa có gì mới: chờ đến ngần này giây · seconds to wait for news if there are none")
  public int wait;
}
