package vn.sogopy.register;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the register. */
public class RegisterQuery extends RegisterFormQuery {
  @RestQuery("document")
  @DefaultValue("FULL")
  @Parameter(
      description =
          "SUMMARY: báo cáo tổng hợp ý kiến; RESPONSE: báo cáo giải trình, tiếp thu; FULL: cả hai"
              + " · what was said, what was done, or both; json and csv always tell all")
  public DocumentKind document;

  @RestQuery("group")
  @Parameter(
      description = "Mã nhóm: bản trích · group code, for an extract",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String group;

  @RestQuery("organization")
  @Parameter(
      description =
          "Mã cơ quan: bản trích để kèm văn bản trả lời cơ quan đó · organization code, for an extract to answer it with",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String organization;

  @RestQuery("section")
  @Parameter(
      description = "Mã mục, gồm các mục con: bản trích · section code with all below it",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String section;

  RegisterScope scope() {
    return new RegisterScope(group, organization, section, publicForm(), document);
  }
}
