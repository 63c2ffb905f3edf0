package vn.sogopy.security;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Khóa API · API keys")
public class MeResource {
  @Inject CurrentCaller caller;

  /** Who the service takes the caller for. */
  public record Me(
      String name,
      Role role,
      @Schema(nullable = true) String organization,
      String client,
      @Schema(nullable = true, description = "null = mọi quy hoạch · all plans")
          List<String> plans) {}

  @GET
  @Authenticated
  @Operation(operationId = "getMe", summary = "Tôi là ai · Who am I")
  public Me me() {
    Caller me = caller.get();
    List<String> plans = me.plans() == null ? null : me.plans().stream().sorted().toList();
    return new Me(me.name(), me.role(), me.organization(), me.client(), plans);
  }
}
