package vn.sogopy.register;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;

/** The query parameters of the register. */
public class RegisterQuery extends RegisterFormQuery {
  @QueryParam("document")
  @Parameter(
      description =
          "SUMMARY: báo cáo tổng hợp ý kiến; RESPONSE: báo cáo giải trình, tiếp thu; FULL: cả hai"
              + " · what was said, what was done, or both; json and csv always tell all",
      schema = @Schema(implementation = DocumentKind.class, defaultValue = "FULL"))
  public String document;

  @QueryParam("group")
  @Parameter(
      description = "Mã nhóm: bản trích · group code, for an extract",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String group;

  @QueryParam("organization")
  @Parameter(
      description =
          "Mã cơ quan: bản trích để kèm văn bản trả lời cơ quan đó · organization code, for an extract to answer it with",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String organization;

  @QueryParam("section")
  @Parameter(
      description = "Mã mục, gồm các mục con: bản trích · section code with all below it",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  public String section;

  RegisterScope scope() {
    DocumentKind kind = Params.constant("document", document, DocumentKind.class);
    return new RegisterScope(
        Params.text("group", group),
        Params.text("organization", organization),
        Params.text("section", section),
        publicForm(),
        kind == null ? DocumentKind.FULL : kind);
  }
}
