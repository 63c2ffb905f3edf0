package vn.sogopy.consultation.consultee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.consultation.round.ReplyState;

/** The query parameters of a list of consultees, as JSON or as a file; null or empty = any. */
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

  boolean matches(ConsulteeView view) {
    return (state.isEmpty() || state.contains(view.state()))
        && (group == null || group.equals(view.organization().group()))
        && (overdue == null || overdue == view.overdue());
  }

  /** The filter of the chasing list: NOT_REPLIED unless states are given. */
  public ConsulteeQuery forChasing() {
    state = state.isEmpty() ? List.of(ReplyState.State.NOT_REPLIED) : state;
    return this;
  }

  public boolean isSilentOnly() {
    return state.equals(List.of(ReplyState.State.NOT_REPLIED));
  }
}
