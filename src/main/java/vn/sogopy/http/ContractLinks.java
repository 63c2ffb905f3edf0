package vn.sogopy.http;

import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into the description which operations take a signed link in place of a key. */
final class ContractLinks {
  private ContractLinks() {}

  static SecurityScheme scheme() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.QUERY)
        .name("link")
        .description(
            "Liên kết tải một tệp, do createDownloadLink ký · a link to one file, signed by createDownloadLink");
  }

  /** Whatever can hand out a file. */
  static void complete(PathItem.HttpMethod method, Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    if (method == PathItem.HttpMethod.GET
        && ok != null
        && ok.getContent() != null
        && ok.getContent().getMediaTypes().keySet().stream()
            .anyMatch(type -> !type.equals(Body.JSON))) {
      operation.setSecurity(
          Stream.of("bearer", "apiKey", "link")
              .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
              .toList());
    }
  }
}
