package vn.sogopy.register;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;

/** The query parameters that say in which form a register is wanted, beside its format. */
public class RegisterFormQuery {
  @QueryParam("view")
  @Parameter(
      description = "Cách xếp: theo cơ quan hoặc theo nội dung · by agency or by topic",
      schema =
          @Schema(
              enumeration = {"organization", "section"},
              defaultValue = "organization"))
  public String view;

  @QueryParam("public")
  @Parameter(
      description =
          "true: bản công khai, không có ý kiến hạn chế và tên người · without restricted comments and persons",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String publicForm;

  public boolean byTopic() {
    if (view == null || view.equals("organization") || view.equals("section")) {
      return "section".equals(view);
    }
    throw Params.wrong("view", FieldCode.INVALID_ENUM, "organization, section");
  }

  public boolean publicForm() {
    return Boolean.TRUE.equals(Params.bool("public", publicForm));
  }

  /** Whether the whole register is asked for by name. */
  public boolean wholeForm() {
    return Boolean.FALSE.equals(Params.bool("public", publicForm));
  }
}
