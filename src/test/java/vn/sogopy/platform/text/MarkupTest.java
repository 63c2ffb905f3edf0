package vn.sogopy.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MarkupTest {
  private static final String HOSTILE =
      "</td><script>alert('1')</script>\"' onload=\"x\" &amp; &lt; <!-- --> ]]> ữ 😀 \u202E";

  private interface Content {
    void write(Markup html) throws IOException;
  }

  private static String page(String title, String css, Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Markup html = Markup.page(out, title, css);
    content.write(html);
    html.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void dataIsEscaped() throws IOException {
    Document page =
        Jsoup.parse(
            page(
                HOSTILE,
                "p { color: red; }",
                html -> html.element("p", HOSTILE, "id", HOSTILE, "class", null)));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.title()).isEqualTo(HOSTILE);
    assertThat(page.body().childrenSize()).isEqualTo(1);
    assertThat(page.selectFirst("p").wholeText()).isEqualTo(HOSTILE);
    assertThat(page.selectFirst("p").attr("id")).isEqualTo(HOSTILE);
    assertThat(page.selectFirst("p").attributesSize()).isEqualTo(1);
  }

  @Test
  void policyAllowsOnlyTheStyle() throws Exception {
    Document page = Jsoup.parse(page("t", "p { color: red; }", html -> html.leaf("br")));
    String css = page.selectFirst("style").data();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));

    assertThat(css).isEqualTo("p { color: red; }");
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void openElementsAreClosed() throws IOException {
    assertThat(page("t", "", html -> html.open("div").open("p").text("x")))
        .startsWith("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"UTF-8\">")
        .endsWith("<div><p>x</p>\n</div></body>\n</html>\n");
  }

  @Test
  void illegalCharactersAreReplaced() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Markup xml = Markup.xml(out);
    xml.open("a").leaf("b", "c", 1).text("a\u0001b\uD800c\uFFFEd\ne\t😀<&").end();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a><b c=\"1\"/>"
                + "a\uFFFDb\uFFFDc\uFFFDd\ne\t😀&lt;&amp;</a>");
  }
}
