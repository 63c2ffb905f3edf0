package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page may lead: the desk, and nowhere else. */
class LocalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/so/bac-kan-2021-2030/2/y-kien?q=c%E1%BA%A7u&limit=50#diem",
        "/quan-tri/tai-khoan?active=true&cursor=a%3Db",
        "/dang-nhap",
      })
  void pagesOfTheDeskAreKept(String path) {
    assertThat(Local.path(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/so\u0000//evil.example",
        "/so/\r\nLocation: https://evil.example",
        "/%2f%2fevil.example",
        "/%2f/evil.example",
        "%2f%2fevil.example",
        "/%5cevil.example",
        "/.//evil.example",
        "/so/..//evil.example",
        "/so/../../evil.example",
        "/;//evil.example",
        "/@evil.example",
        "@evil.example",
        "https:",
        "https:evil.example",
        "https:/so/x",
        "https://evil.example/so",
        "HTTPS://evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "evil.example/so",
        "so/bac-kan-2021-2030",
        "?den=/so",
        "/api/v1/plans",
        "/so-khac",
        "/so/../api/v1/plans",
        "/q/metrics",
        "/so/|",
      })
  void othersLeadHome(String path) {
    assertThat(Local.path(path)).isEqualTo("/");
  }
}
