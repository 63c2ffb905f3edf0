package vn.sogopy.consultation;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.PageQuery;
import vn.sogopy.http.Params;

/** The query parameters of the list of consultees; pages are for JSON alone. */
public class ConsulteeQuery extends PageQuery {
  @QueryParam("state")
  @Parameter(
      description =
          "Tình trạng; lặp lại hoặc cách nhau bằng dấu phẩy · NOT_REPLIED, AGREED, COMMENTED; repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> state;

  @QueryParam("group")
  @Parameter(
      description = "Mã nhóm · group code",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String group;

  @QueryParam("overdue")
  @Parameter(
      description = "Quá hạn chưa trả lời · not replied and past its due date",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String overdue;

  @QueryParam("format")
  @Parameter(
      description = "Định dạng · format",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"json", "csv", "xlsx", "docx"},
              defaultValue = "json"))
  public String format;

  ConsulteeFilter filter() {
    return new ConsulteeFilter(
        Params.constants("state", state, ReplyState.State.class),
        Params.text("group", group),
        Params.bool("overdue", overdue));
  }

  /**
   * @throws vn.sogopy.http.ProblemException 400 for parameters that only pages know
   */
  void requireNoPage() {
    refuse("limit", limit);
    refuse("cursor", cursor);
    refuse("count", count);
  }

  private static void refuse(String name, String value) {
    if (value != null) {
      throw Params.wrong(name, FieldCode.NOT_SUPPORTED);
    }
  }

  ChasingFormat format() {
    return ChasingFormat.of(format == null ? "json" : format)
        .orElseThrow(() -> Params.wrong("format", FieldCode.INVALID_ENUM, "json, csv, xlsx, docx"));
  }
}
