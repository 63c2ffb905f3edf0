package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The responses of the contract that are exports: a new file is one unless it is exempted. */
class ExportsTest {
  @Test
  void everyFileOfTheContractIsOneButForFormsAndPages() throws IOException {
    Map<String, TreeSet<String>> exports = new TreeMap<>();
    JsonNode contract =
        new ObjectMapper(new YAMLFactory()).readTree(Path.of("openapi.yaml").toFile());
    for (JsonNode path : contract.path("paths")) {
      JsonNode get = path.path("get");
      String operation = get.path("operationId").asText();
      get.path("responses")
          .path("200")
          .path("content")
          .fieldNames()
          .forEachRemaining(
              type -> {
                if (Exports.isOne("GET", operation, 200, type)) {
                  exports.computeIfAbsent(operation, name -> new TreeSet<>()).add(type);
                }
              });
    }
    assertThat(exports.keySet())
        .containsExactlyInAnyOrder(
            "exportConsultees",
            "exportEditionRegister",
            "exportRegister",
            "exportSections",
            "exportWorklist",
            "getAttachment",
            "getEditionRegister",
            "getRegister",
            "getSignedCopy");
    assertThat(exports.get("getRegister")).containsExactly("application/json");
    assertThat(exports.get("exportRegister")).contains("application/pdf");
  }

  /** A file by the deprecated parameter of the JSON operation. */
  @Test
  void aFileOfAJsonOperationIsOne() {
    assertThat(Exports.isOne("GET", "getRegister", 200, "application/pdf")).isTrue();
    assertThat(Exports.isOne("GET", "listConsultees", 200, "text/csv")).isTrue();
    assertThat(Exports.isOne("GET", "listConsultees", 200, "application/json")).isFalse();
    assertThat(Exports.isOne("GET", "listSections", 200, "text/csv")).isTrue();
  }

  @Test
  void whatHasNoBytesIsNone() {
    assertThat(Exports.isOne("HEAD", "getRegister", 200, "application/pdf")).isFalse();
    assertThat(Exports.isOne("GET", "getRegister", 304, null)).isFalse();
    assertThat(Exports.isOne("GET", "getRegister", 404, "application/problem+json")).isFalse();
    assertThat(Exports.isOne("POST", "importWorklist", 200, "application/pdf")).isFalse();
    assertThat(Exports.isOne("GET", "getAttachment", 206, "application/pdf")).isTrue();
  }
}
