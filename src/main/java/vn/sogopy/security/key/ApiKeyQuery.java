package vn.sogopy.security.key;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyReader.ApiKeyFilter;

/** The query parameters of the list of keys. */
public class ApiKeyQuery extends PageQuery {
  @QueryParam("role")
  @Parameter(
      description = "Vai trò; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> role;

  @QueryParam("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @QueryParam("active")
  @Parameter(
      description = "Chưa dừng và chưa hết hạn · neither stopped nor expired",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String active;

  @QueryParam("expiring")
  @Parameter(
      description = "Còn dùng được nhưng sắp hết hạn · active, but soon to expire",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String expiring;

  ApiKeyFilter filter() {
    return new ApiKeyFilter(
        Params.constants("role", role, Role.class),
        Params.text("organization", organization),
        Params.bool("active", active),
        Params.bool("expiring", expiring));
  }
}
