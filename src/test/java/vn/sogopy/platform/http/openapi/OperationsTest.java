package vn.sogopy.platform.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {
  private static final String NONE = null;

  @Inject Operations operations;

  private void is(String method, String path, String operation, Map<String, String> names) {
    Operations.Target target = operations.target(method, path);
    assertThat(target.operation()).isEqualTo(operation);
    assertThat(target.names()).isEqualTo(names);
  }

  @Test
  void operationOfAPath() {
    is("GET", "/api/v1/me", "getMe", Map.of());
    is(
        "POST",
        "/api/v1/plans/p-1/drafts/2/comments",
        "createComment",
        Map.of("plan", "p-1", "draft", "2"));
    is("HEAD", "/api/v1/plans/p-1/comments", "listPlanComments", Map.of("plan", "p-1"));
    // Not an id, although the template has one in this place.
    is("POST", "/api/v1/editions/verifications", "verifyFile", Map.of());
    is("GET", "/api/v1/editions/verifications", "verifyCode", Map.of());
    is("GET", "/api/v1/editions/x%2Fy", "getEdition", Map.of("id", "x%2Fy"));
  }

  @Test
  void unknownPaths() {
    is("PATCH", "/api/v1/me", NONE, Map.of());
    is("GET", "/api/v1/me/", NONE, Map.of());
    is("GET", "/api/v1/plans/p/comments/more/than/there/is/of/it/all", NONE, Map.of());
    is("GET", "", NONE, Map.of());
    is("GET", "*", NONE, Map.of());
  }

  @Test
  void theMethodsOfAPath() {
    assertThat(operations.methods("/api/v1/plans/p/drafts/1/comments").keySet())
        .containsExactly("GET", "HEAD", "POST");
    assertThat(operations.methods("/api/v1/nothing")).isEmpty();
  }
}
