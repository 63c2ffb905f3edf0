package vn.sogopy.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.testing.ContractDocument;

/** Which words name an origin. What CORS does is shown on the packaged service. */
class NetworkTest {
  private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

  @Test
  void origins() {
    assertThatCode(
            () ->
                Network.requireOrigins(
                    List.of("https://a.example", "http://127.0.0.1:9000", "http://[::1]:80")))
        .doesNotThrowAnyException();
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
  void withoutOrigins(String text) {
    assertThatThrownBy(() -> Network.requireOrigins(List.of("https://a.example", text)))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("SOGOPY_CORS_ORIGINS");
  }

  /** A page may send and read every header that the contract names. */
  @Test
  void headersOfTheContract() throws IOException {
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
    assertThat(setting("quarkus.http.cors.headers")).containsAll(sent);
    assertThat(setting("quarkus.http.cors.exposed-headers")).containsAll(read);
  }

  private static List<String> setting(String name) throws IOException {
    Properties settings = new Properties();
    settings.load(Files.newBufferedReader(SETTINGS));
    return List.of(settings.getProperty(name).split(","));
  }
}
