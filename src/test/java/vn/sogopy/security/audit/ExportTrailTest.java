package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.openapi.Operations;
import vn.sogopy.testing.ContractDocument;

/** Which answers of the contract are exports: a new file is one unless it is said to be none. */
@QuarkusTest
class ExportTrailTest {
  private static final String PLAN = "/api/v1/plans/p";
  private static final String DRAFT = PLAN + "/drafts/1";

  @Inject Operations operations;

  private boolean isExport(String path, int status, String mediaType) {
    return AuditTrail.isExport(status, operations.target("GET", path).method(), mediaType);
  }

  @Test
  void filesAreExports() {
    Map<String, TreeSet<String>> exports = new TreeMap<>();
    ContractDocument.read()
        .path("paths")
        .properties()
        .forEach(
            path -> {
              String sent = path.getKey().replaceAll("\\{\\w+}", "x");
              String operation = path.getValue().path("get").path("operationId").asText();
              path.getValue()
                  .path("get")
                  .path("responses")
                  .path("200")
                  .path("content")
                  .fieldNames()
                  .forEachRemaining(
                      type -> {
                        if (isExport(sent, 200, type)) {
                          exports.computeIfAbsent(operation, name -> new TreeSet<>()).add(type);
                        }
                      });
            });
    assertThat(exports.keySet())
        .containsExactlyInAnyOrder(
            "exportArchive",
            "exportConsultees",
            "exportEditionRegister",
            "exportRegister",
            "exportRequestLetter",
            "exportSections",
            "exportWorklist",
            "getAttachment",
            "getEditionRegister",
            "getMinutes",
            "getPersonalData",
            "getRegister",
            "getSignedCopy");
    assertThat(exports.get("getRegister")).containsExactly("application/json");
    assertThat(exports.get("exportRegister")).contains("application/pdf");
  }

  /** The old way to a file, by a parameter of the JSON operation. */
  @Test
  void fileOfAJsonOperationIsAnExport() {
    assertThat(isExport(DRAFT + "/register", 200, "application/pdf")).isTrue();
    assertThat(isExport(DRAFT + "/consultees", 200, "text/csv")).isTrue();
    assertThat(isExport(DRAFT + "/consultees", 200, "application/json")).isFalse();
    assertThat(isExport(DRAFT + "/sections", 200, "text/csv")).isTrue();
    assertThat(isExport(DRAFT + "/readiness", 200, "text/html")).isFalse();
  }

  @Test
  void emptyResponsesAreNoExports() {
    assertThat(isExport(DRAFT + "/register", 304, null)).isFalse();
    assertThat(isExport(DRAFT + "/register", 404, "application/problem+json")).isFalse();
    assertThat(isExport(DRAFT + "/nothing", 200, "application/pdf")).isFalse();
    assertThat(isExport("/api/v1/attachments/x", 206, "application/pdf")).isTrue();
  }
}
