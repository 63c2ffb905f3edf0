package vn.sogopy.platform.http.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of every list. */
public class PageQuery {
  @RestQuery("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(Page.MAX_LIMIT)
  @Parameter(description = "Số mục một trang · items a page")
  public int limit;

  @RestQuery("cursor")
  @Encoded
  @Parameter(
      description = "next của trang trước · next of the page before",
      schema = @Schema(maxLength = 4000))
  public String cursor;

  @RestQuery("count")
  @DefaultValue("false")
  @Parameter(description = "Thêm tổng số vào total · adds the total")
  public boolean count;
}
