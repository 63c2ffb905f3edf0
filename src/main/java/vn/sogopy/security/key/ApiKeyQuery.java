package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Role;

/** The query parameters of the list of keys; null or empty = all. */
public class ApiKeyQuery extends PageQuery {
  private static final String ACTIVE =
      "(k.revokedAt is null and (k.expiresOn is null or k.expiresOn >= ?))";
  private static final String EXPIRING =
      "(" + ACTIVE + " and k.expiresOn is not null and k.expiresOn <= ?)";

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

  PageRequest page() {
    String question = "api-keys %s %s %s %s".formatted(role, organization, active, expiring);
    return new PageRequest(question, limit, cursor, count);
  }

  /**
   * The FROM and WHERE clauses of the list.
   *
   * @param horizon the latest last day of keys that expire soon
   */
  Hql from(LocalDate today, LocalDate horizon) {
    Hql from = Hql.of("from ApiKey k where true");
    if (!role.isEmpty()) {
      from.add("and k.role in ?", role);
    }
    if (organization != null) {
      from.add("and k.organization = ?", organization);
    }
    if (active != null) {
      from.add((active ? "and " : "and not ") + ACTIVE, today);
    }
    if (expiring != null) {
      from.add((expiring ? "and " : "and not ") + EXPIRING, today, horizon);
    }
    return from;
  }
}
