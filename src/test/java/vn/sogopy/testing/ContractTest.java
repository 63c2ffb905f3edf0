package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The validators of the contract refuse what violates it. */
class ContractTest {
  private static final String ME =
      "{'name': 'x', 'role': 'ADMIN', 'organization': null, 'client': 'c', 'plans': null,"
          + " 'keyExpiresOn': null, 'readsRestricted': false, 'warnings': []}";

  @Test
  void takesAnAnswerAsDescribed() {
    assertThat(wrong(ME)).isFalse();
    assertThat(wrong(ME.replace("'plans': null", "'plans': ['a']"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x'           | 12",
        "'x'           | null",
        "'ADMIN'       | 'CHIEF'",
        "'ADMIN'       | null",
        "'plans': null | 'plans': ['a', 3]",
        "'plans': null | 'plans': 'a'",
        "'organization': null, | `` ",
        "'organization': null | 'organization': 5",
      })
  void refusesAnotherOne(String from, String to) {
    String body = ME.replace(from, to.strip());
    assertThat(body).isNotEqualTo(ME);
    assertThat(wrong(body)).as(body).isTrue();
  }

  @Test
  void refusesAStatusThatIsNotDescribed() {
    assertThat(answer(204, "application/json", ME)).isTrue();
    assertThat(answer(200, "text/plain", ME)).isTrue();
    assertThat(answer(403, "application/problem+json", "{'type': 'x'}")).isTrue();
  }

  /** Violations that the validator of OpenAPI 3.0 does not find. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /plans/a/drafts/1/editions | 201 | {'issuance': null}  | /issuance | false",
        "POST | /plans/a/drafts/1/editions | 201 | {'issuance': 'x'}   | /issuance | true",
        "POST | /plans/a/drafts/1/editions | 201 | {'id': 'x'}         | /id       | true",
        "POST | /plans/a/drafts/1/editions | 201 | {'undescribed': 1}  | 'undescribed' | true",
        "POST | /editions/verifications    | 200 | {'match': null}     | /match    | false",
        "POST | /plans/a/drafts/1/letters  | 0   | {'signer': null}    | /signer   | false",
        "POST | /plans/a/drafts/1/letters  | 0   | {'date': '1/2/2021'} | /date    | true",
      })
  void judgesByJsonSchema(
      String method, String path, int status, String body, String about, boolean wrong) {
    List<String> violations =
        ContractBodies.violations(
            method,
            "/api/v1" + path,
            status,
            "application/json",
            body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    assertThat(violations.stream().anyMatch(violation -> violation.contains(about)))
        .as(violations.toString())
        .isEqualTo(wrong);
  }

  @Test
  void theDocumentKeepsNoListOfTypes() {
    ObjectNode contract = ContractDocument.read();
    assertThat(contract.toString()).contains("\"type\":[");
    assertThat(ContractDocument.asOpenApi30(contract))
        .doesNotContain("\"type\":[", "\"type\":\"null\"");
  }

  private static boolean wrong(String body) {
    return answer(200, "application/json", body);
  }

  private static boolean answer(int status, String type, String body) {
    return Contract.answers()
        .validateResponse(
            "/api/v1/me",
            Request.Method.GET,
            new SimpleResponse.Builder(status)
                .withContentType(type)
                .withBody(body.replace('\'', '"'))
                .build())
        .hasErrors();
  }
}
