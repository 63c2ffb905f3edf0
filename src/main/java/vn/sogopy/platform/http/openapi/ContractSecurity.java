package vn.sogopy.platform.http.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The description of how a caller is known: by a key or a token, and for files by a link. */
final class ContractSecurity {
  private ContractSecurity() {}

  static void describe(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme("bearer", bearer())
        .addSecurityScheme("apiKey", apiKey())
        .addSecurityScheme("link", link());
    api.setSecurity(either("bearer", "apiKey"));
  }

  /** Whatever can hand out a file, if only by a parameter that is deprecated. */
  static void complete(PathItem.HttpMethod method, Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    boolean file =
        ok != null
            && ok.getContent() != null
            && ok.getContent().getMediaTypes().keySet().stream()
                .anyMatch(type -> !type.equals(MediaType.APPLICATION_JSON));
    if (method == PathItem.HttpMethod.GET && (file || takesFormat(operation))) {
      operation.setSecurity(either("bearer", "apiKey", "link"));
    }
  }

  private static boolean takesFormat(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getName().equals("format"));
  }

  private static List<SecurityRequirement> either(String... schemes) {
    return Stream.of(schemes)
        .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
        .toList();
  }

  private static SecurityScheme bearer() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("Khóa API, hoặc mã truy cập OIDC · API key, or OIDC access token");
  }

  private static SecurityScheme apiKey() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name("X-API-Key")
        .description("Khóa API · API key");
  }

  private static SecurityScheme link() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.QUERY)
        .name("link")
        .description(
            "Liên kết tải một tệp, do createDownloadLink ký · a link to one file, signed by createDownloadLink");
  }
}
