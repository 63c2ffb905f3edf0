package vn.sogopy.platform.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;

/**
 * Writes one self-contained HTML page. All data is escaped, and the policy of the page keeps a
 * browser from running or loading anything. Names of elements and attributes are the code's own.
 */
public final class Html {
  /** A line of the source each, for those who read it. */
  private static final Set<String> LINES =
      Set.of("html", "head", "body", "section", "table", "tr", "p", "li", "h1", "h2", "h3");

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  private Html(Writer out) {
    this.out = out;
  }

  /**
   * Begins a page in Vietnamese, up to its open body.
   *
   * @param css of the whole page; must not hold "&lt;/"
   * @param out is not closed
   */
  public static Html page(OutputStream out, String title, String css) throws IOException {
    Html html = new Html(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    String hash =
        Base64.getEncoder().encodeToString(Sha256.of(css.getBytes(StandardCharsets.UTF_8)));
    html.out.write("<!DOCTYPE html>\n");
    html.open("html", "lang", "vi").open("head");
    html.leaf("meta", "charset", "UTF-8");
    html.leaf(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title);
    html.open("style");
    html.out.write(css);
    html.close().close();
    return html.open("body");
  }

  /**
   * @param attributes names and values in turn; those whose value is null are left out
   */
  public Html open(String element, String... attributes) throws IOException {
    leaf(element, attributes);
    open.push(element);
    return this;
  }

  /** An element that has no content and no end, as {@code br}. */
  public Html leaf(String element, String... attributes) throws IOException {
    out.write('<');
    out.write(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.write(' ');
        out.write(attributes[i]);
        out.write("=\"");
        text(attributes[i + 1]);
        out.write('"');
      }
    }
    out.write('>');
    return this;
  }

  /** An element with this text alone; null = empty. */
  public Html element(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text == null ? "" : text).close();
  }

  /** Text in content or in the value of an attribute. */
  public Html text(String text) throws IOException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped = escaped(text.charAt(i));
      if (escaped != null) {
        out.write(text, from, i - from);
        out.write(escaped);
        from = i + 1;
      }
    }
    out.write(text, from, text.length() - from);
    return this;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  /** Ends the element opened last; no white space comes between words by it. */
  public Html close() throws IOException {
    String element = open.pop();
    out.write("</");
    out.write(element);
    out.write(LINES.contains(element) ? ">\n" : ">");
    return this;
  }

  /** Ends all that is open, and with it the page. */
  public void end() throws IOException {
    while (!open.isEmpty()) {
      close();
    }
    out.flush();
  }
}
