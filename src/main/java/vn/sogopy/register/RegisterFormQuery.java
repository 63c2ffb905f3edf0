package vn.sogopy.register;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the form of a register, without its format. */
public class RegisterFormQuery {
  @RestQuery("view")
  @DefaultValue("organization")
  @Parameter(description = "Cách xếp: theo cơ quan hoặc theo nội dung · by agency or by topic")
  public Grouping view;

  @RestQuery("public")
  @Parameter(
      description =
          "true: bản công khai, không có ý kiến hạn chế và tên người · without restricted comments and persons",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public Boolean publicForm;

  /** The grouping of the rows of a register. */
  @Schema(
      name = "RegisterGrouping",
      enumeration = {"organization", "section"})
  public enum Grouping {
    ORGANIZATION,
    SECTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean byTopic() {
    return view == Grouping.SECTION;
  }

  public boolean publicForm() {
    return Boolean.TRUE.equals(publicForm);
  }

  /** Whether the request explicitly selects the whole register. */
  public boolean wholeForm() {
    return Boolean.FALSE.equals(publicForm);
  }
}
