package vn.sogopy.platform.http.paging;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** The query parameters common to all lists. */
public class PageQuery {
  @QueryParam("limit")
  @Parameter(
      description = "Số mục một trang · items a page",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  public String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "next của trang trước · next of the page before",
      schema = @Schema(maxLength = 4000))
  public String cursor;

  @QueryParam("count")
  @Parameter(
      description = "Thêm tổng số vào total · adds the total",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String count;

  public int limit() {
    return Params.limit(limit);
  }

  /**
   * @throws ProblemException 400 naming a parameter of paging
   */
  public void refuse() {
    refuse("limit", limit);
    refuse("cursor", cursor);
    refuse("count", count);
  }

  private static void refuse(String name, String value) {
    if (value != null) {
      throw Params.wrong(name, FieldCode.NOT_SUPPORTED);
    }
  }

  public boolean count() {
    return Boolean.TRUE.equals(Params.bool("count", count));
  }
}
