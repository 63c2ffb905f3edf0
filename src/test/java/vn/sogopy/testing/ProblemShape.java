package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/**
 * Every refusal, also of paths and methods that the contract does not describe, is a problem of RFC
 * 9457 that agrees with its own headers and tells nothing of the inside.
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
    var problem = answer.jsonPath();
    assertThat(problem.getInt("status")).isEqualTo(answer.statusCode());
    assertThat(problem.getString("type"))
        .isEqualTo("urn:sogopy:problem:" + problem.getString("code"));
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
    assertThat(problem.getString("instance")).startsWith("/");
    assertThat(problem.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(body).doesNotContainPattern(INSIDE);
  }
}
