package vn.sogopy.security.key;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.Role;

/** The query parameters of the list of keys. */
public class ApiKeyQuery extends PageQuery {
  @RestQuery("role")
  @Separator(",")
  @Parameter(
      description = "Vai trò; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Role> role;

  @RestQuery("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @RestQuery("active")
  @Parameter(description = "Chưa dừng và chưa hết hạn · neither stopped nor expired")
  public Boolean active;

  @RestQuery("expiring")
  @Parameter(description = "Còn dùng được nhưng sắp hết hạn · active, but soon to expire")
  public Boolean expiring;

  ApiKeyFilter filter() {
    return new ApiKeyFilter(role, organization, active, expiring);
  }
}
