package vn.sogopy.platform.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.ContractDocument;

/** Validation of origins. EdgeIT covers the filter on the packaged service. */
class CrossOriginTest {

  @Test
  void origins() {
    assertThat(
            CrossOrigin.checked(
                List.of("https://a.example", " http://127.0.0.1:9000", "", "http://[::1]:80")))
        .containsExactlyInAnyOrder("https://a.example", "http://127.0.0.1:9000", "http://[::1]:80");
  }

  /** A page may send and read every header of the contract. */
  @Test
  void everyHeaderOfTheContract() {
    JsonNode contract = ContractDocument.read();
    Set<String> sent = new TreeSet<>();
    for (JsonNode parameter : contract.findValues("parameters")) {
      parameter.forEach(
          each -> {
            if (each.path("in").asText().equals("header")) {
              sent.add(each.path("name").asText());
            }
          });
    }
    Set<String> read = new TreeSet<>();
    contract
        .findValues("headers")
        .forEach(headers -> headers.fieldNames().forEachRemaining(read::add));
    assertThat(sent).contains("If-Match");
    assertThat(read).contains("X-API-Key-Expires-On");
    assertThat(List.of(CrossOrigin.SENT.split(", "))).containsAll(sent);
    assertThat(List.of(CrossOrigin.READ.split(", "))).containsAll(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://*.example",
        "/.*/",
        "a.example",
        "https://a.example/",
        "https://a.example/path",
        "https://A.example",
        "ftp://a.example",
        "https://",
        "https://u@a.example",
        "https://a.example\r\nX: y",
      })
  void noOrigin(String text) {
    assertThatThrownBy(() -> CrossOrigin.checked(List.of("https://a.example", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SOGOPY_CORS_ORIGINS");
  }
}
