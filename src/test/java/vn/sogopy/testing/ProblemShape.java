package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/**
 * Every refusal, also of paths and methods outside the contract, is a problem of RFC 9457 that
 * agrees with its headers and reveals no internals.
 */
final class ProblemShape implements Filter {
  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.|\\b(java|jakarta|vn\\.sogopy|io\\.quarkus|org\\.[a-z]+|com\\.fasterxml)\\."
              + "|(?i:\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|SQLSTATE|psql|hibernate|jackson|vert\\.?x)");

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification specification,
      FilterContext context) {
    Response answer = context.next(request, specification);
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    if (answer.statusCode() >= 400) {
      check(answer);
    }
    return answer;
  }

  private static void check(Response answer) {
    String body = answer.asString();
    assertThat(answer.contentType()).as(body).isEqualTo("application/problem+json");
    JsonNode problem = Json.read(body);
    String code = problem.path("code").asText();
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.path("type").asText()).isEqualTo("urn:sogopy:problem:" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("/");
    assertThat(problem.path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    assertThat(body).doesNotContainPattern(INSIDE);
  }
}
