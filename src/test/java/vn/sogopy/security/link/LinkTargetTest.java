package vn.sogopy.security.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.ProblemException;

/** Which paths a link may have. */
class LinkTargetTest {
  private static final String ID = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/attachments/" + ID,
        "/api/v1/editions/" + ID + "/signed-copies/" + ID,
        "/api/v1/editions/" + ID + "/register?format=pdf&public=true",
        "/api/v1/editions/" + ID + "/diff?against=" + ID + "&format=html",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/register?format=docx&section=V.1",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/worklist?open=true&q=duong%20tinh",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/comment-imports/template",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/consultees?format=csv",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/consultees/request-letter?asker=1",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/minutes/" + ID,
        "/api/v1/plans/bac-kan-2021-2030/archive",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/consultees/template",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/sections/template",
        "/api/v1/groups/template",
        "/api/v1/organizations/template",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/sections?format=csv",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/readiness?format=html",
        "/api/v1/editions/" + ID + "/register/file?format=pdf&public=true",
        "/api/v1/editions/" + ID + "/diff/file?against=" + ID,
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/register/file?format=docx&section=V.1",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/consultees/file?format=csv",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/sections/file",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/readiness/file"
      })
  void files(String path) {
    assertThat(LinkTarget.of(path)).isEqualTo(path);
  }

  @Test
  void encodingEqualsBrowsers() {
    assertThat(LinkTarget.of("/api/v1/plans/a/drafts/1/worklist?section=BĐ.2"))
        .isEqualTo("/api/v1/plans/a/drafts/1/worklist?section=B%C4%90.2");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/plans/a/drafts/1/register, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/register?format=json, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/register?%66ormat=js%6Fn, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/comments, NOT_A_DOWNLOAD",
    "/api/v1/me, NOT_A_DOWNLOAD",
    "/api/v1/api-keys?format=csv, NOT_A_DOWNLOAD",
    "/q/metrics, NOT_A_DOWNLOAD",
    "/, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/../1/worklist, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/%2e%2e/worklist, NOT_A_DOWNLOAD",
    "/api/v1/plans/a%2fdrafts/1/worklist, NOT_A_DOWNLOAD",
    "/api/v1//plans/a/drafts/1/worklist, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/worklist/, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/worklist;x=y, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/worklist?link=x, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/worklist?open=true&%6Cink=x, NOT_A_DOWNLOAD",
    "/api/v1/plans/a/drafts/1/worklist#x, INVALID_FORMAT",
    "/api/v1/plans/a/drafts/1/worklist?q=%zz, INVALID_FORMAT",
    "/api/v1/plans/a/drafts/1/worklist?q=a b, INVALID_FORMAT",
    "\\api\\v1\\plans, INVALID_FORMAT",
    "//evil.example/api/v1/plans/a/drafts/1/worklist, INVALID_FORMAT",
    "https://evil.example/api/v1/plans/a/drafts/1/worklist, INVALID_FORMAT",
    "javascript:alert(1), INVALID_FORMAT",
    "api/v1/plans/a/drafts/1/worklist, INVALID_FORMAT",
  })
  void otherPathsAreRefused(String path, String code) {
    assertThatThrownBy(() -> LinkTarget.of(path))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.errors()).hasSize(1);
              assertThat(problem.errors().get(0).name()).isEqualTo("/path");
              assertThat(problem.errors().get(0).code().name()).isEqualTo(code);
            });
  }

  @Test
  void archiveAloneIsAlwaysRestricted() {
    assertThat(LinkTarget.isRestricted("/api/v1/plans/archive/archive")).isTrue();
    assertThat(LinkTarget.isRestricted("/api/v1/plans/archive/drafts/1/register/file?q=/archive"))
        .isFalse();
  }

  /** Exactly the operations that return files by the contract. */
  @Test
  void filesEqualTheContract() throws IOException {
    JsonNode api = new ObjectMapper(new YAMLFactory()).readTree(new File("openapi.yaml"));
    Map<String, String> names = Map.of("plan", "a", "draft", "1", "organization", "sxd");
    Set<String> files = new TreeSet<>();
    Set<String> linked = new TreeSet<>();
    for (var path : api.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      String real = path.getKey();
      for (var name : names.entrySet()) {
        real = real.replace("{" + name.getKey() + "}", name.getValue());
      }
      if (LinkTarget.known(real.replaceAll("\\{\\w+}", ID))) {
        linked.add(path.getKey());
      }
      get.at("/responses/200/content")
          .fieldNames()
          .forEachRemaining(
              type -> {
                if (!type.equals("application/json")) {
                  files.add(path.getKey());
                }
              });
      for (JsonNode parameter : get.path("parameters")) {
        if (parameter.path("name").asText().equals("format")) {
          files.add(path.getKey());
        }
      }
      assertThat(get.at("/security/2").has("link"))
          .as(path.getKey())
          .isEqualTo(files.contains(path.getKey()));
    }
    assertThat(linked).isEqualTo(files).hasSizeGreaterThan(8);
  }
}
