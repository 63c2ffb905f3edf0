package vn.sogopy.consultation.consultee;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.platform.http.json.Params;

/** The query parameters of a list of consultees, as JSON or as a file. */
public class ConsulteeQuery {
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

  public ConsulteeFilter filter() {
    return new ConsulteeFilter(
        Params.constants("state", state, ReplyState.State.class),
        Params.text("group", group),
        Params.bool("overdue", overdue));
  }
}
