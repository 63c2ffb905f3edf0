package vn.sogopy.security.oidc;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds sign-on to the OpenAPI document of a running service, so that Swagger UI offers it:
 * authorization code with PKCE. The URLs are settings, since the provider may be down when the
 * service starts. Their defaults are those of Keycloak. (With the type openIdConnect Swagger UI
 * would find the URLs itself, but show a form for each of the ten flows of Keycloak.)
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SignOnScheme implements OASFilter {
  static final String NAME = "oidc";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    SignOn.Settings settings =
        ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(SignOn.Settings.class);
    settings
        .authServerUrl()
        .map(server -> server.replaceAll("/+$", "") + "/protocol/openid-connect/")
        .ifPresent(
            keycloak ->
                add(
                    api,
                    settings.authorizationUrl().orElse(keycloak + "auth"),
                    settings.tokenUrl().orElse(keycloak + "token")));
  }

  private static void add(OpenAPI api, String authorizationUrl, String tokenUrl) {
    api.getComponents()
        .addSecurityScheme(
            NAME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Đăng nhập một lần · sign-on")
                .flows(
                    OASFactory.createOAuthFlows()
                        .authorizationCode(
                            OASFactory.createOAuthFlow()
                                .authorizationUrl(authorizationUrl)
                                .tokenUrl(tokenUrl)
                                .addScope("openid", "OpenID Connect"))));
    api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(NAME));
  }
}
