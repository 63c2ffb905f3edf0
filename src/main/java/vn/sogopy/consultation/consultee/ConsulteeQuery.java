package vn.sogopy.consultation.consultee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.consultation.round.ReplyState;

/** The query parameters of a list of consultees, as JSON or as a file. */
public class ConsulteeQuery {
  @RestQuery("state")
  @Separator(",")
  @Parameter(
      description =
          "Tình trạng; lặp lại hoặc cách nhau bằng dấu phẩy · NOT_REPLIED, AGREED, COMMENTED; repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<ReplyState.State> state;

  @RestQuery("group")
  @Parameter(
      description = "Mã nhóm · group code",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String group;

  @RestQuery("overdue")
  @Parameter(description = "Quá hạn chưa trả lời · not replied and past its due date")
  public Boolean overdue;

  public ConsulteeFilter filter() {
    return new ConsulteeFilter(state, group, overdue);
  }
}
