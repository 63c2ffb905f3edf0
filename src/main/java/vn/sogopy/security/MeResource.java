package vn.sogopy.security;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.security.key.KeyExpiry;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "api-keys")
public class MeResource {
  @Inject CurrentCaller caller;
  @Inject KeyExpiry expiry;

  /** The caller as authenticated by the service. */
  public record Me(
      String name,
      Role role,
      @Schema(nullable = true) String organization,
      String client,
      @Schema(nullable = true, description = "null = mọi quy hoạch · all plans") List<String> plans,
      @Schema(nullable = true, description = "Ngày cuối của khóa này · this key's last day")
          LocalDate keyExpiresOn,
      @Schema(description = "Xem được ý kiến hạn chế · sees restricted comments")
          boolean readsRestricted,
      @Schema(description = "Khóa sắp hết hạn · the key expires soon") List<Warning> warnings) {}

  @GET
  @Authenticated
  @Operation(operationId = "getMe", summary = "Tôi là ai · Who am I")
  public Me me() {
    Caller me = caller.get();
    List<String> plans = me.plans() == null ? null : me.plans().stream().sorted().toList();
    LocalDate last = caller.keyExpiresOn();
    List<Warning> warnings =
        expiry.isNear(last)
            ? List.of(Warning.of("/keyExpiresOn", WarningCode.KEY_EXPIRES, last))
            : List.of();
    return new Me(
        me.name(),
        me.role(),
        me.organization(),
        me.client(),
        plans,
        last,
        me.seesRestricted(),
        warnings);
  }
}
