package vn.sogopy.security.oidc;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Shows sign-on in the contract of a running service that has it, so that the Swagger UI offers it.
 * By the address of the provider's own description: where to sign on stands there, and it need not
 * be up when the service starts.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SignOnScheme implements OASFilter {
  static final String NAME = "oidc";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ConfigProvider.getConfig()
        .getOptionalValue(SignOn.SERVER, String.class)
        .ifPresent(server -> add(api, server));
  }

  private static void add(OpenAPI api, String server) {
    String description = server.replaceAll("/+$", "") + "/.well-known/openid-configuration";
    api.getComponents()
        .addSecurityScheme(
            NAME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OPENIDCONNECT)
                .openIdConnectUrl(description)
                .description("Đăng nhập một lần · sign-on"));
    api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(NAME));
  }
}
