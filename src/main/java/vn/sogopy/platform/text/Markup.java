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

/** Writes HTML or XML; all data is escaped. Names of elements and attributes come from the code. */
public final class Markup {
  /** HTML elements that end with a line end, for a readable source. */
  private static final Set<String> LINES =
      Set.of("html", "head", "body", "section", "table", "tr", "p", "li", "h1", "h2", "h3");

  private final Writer out;
  private final boolean xml;
  private final Deque<String> open = new ArrayDeque<>();

  private Markup(OutputStream out, boolean xml) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.xml = xml;
  }

  /**
   * Begins an XML document.
   *
   * @param out is not closed
   */
  public static Markup xml(OutputStream out) throws IOException {
    Markup xml = new Markup(out, true);
    xml.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return xml;
  }

  /**
   * Begins a self-contained HTML page in Vietnamese, up to its open body. Its policy lets a browser
   * run and load nothing.
   *
   * @param css of the whole page; must not contain "&lt;/"
   * @param out is not closed
   */
  public static Markup page(OutputStream out, String title, String css) throws IOException {
    Markup html = new Markup(out, false);
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
  public Markup open(String element, Object... attributes) throws IOException {
    start(element, attributes);
    out.write('>');
    open.push(element);
    return this;
  }

  /** An element without content. */
  public Markup leaf(String element, Object... attributes) throws IOException {
    start(element, attributes);
    out.write(xml ? "/>" : ">");
    return this;
  }

  private void start(String element, Object... attributes) throws IOException {
    out.write('<');
    out.write(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.write(' ');
        out.write((String) attributes[i]);
        out.write("=\"");
        text(attributes[i + 1].toString());
        out.write('"');
      }
    }
  }

  /** An element with this text alone; null = empty. */
  public Markup element(String element, String text, Object... attributes) throws IOException {
    return open(element, attributes).text(text == null ? "" : text).close();
  }

  /** Text in content or in an attribute value. */
  public Markup text(String data) throws IOException {
    String text = xml ? legal(data) : data;
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

  /**
   * Replaces characters that XML 1.0 cannot hold (production 2), and carriage returns, by U+FFFD.
   */
  private static String legal(String text) {
    if (text.codePoints().allMatch(Markup::isXml)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isXml(c) ? c : 0xFFFD));
    return legal.toString();
  }

  /** Whether XML 1.0 can hold the character; false for the carriage return. */
  public static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
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

  /** Ends the innermost open element. */
  public Markup close() throws IOException {
    String element = open.pop();
    out.write("</");
    out.write(element);
    out.write(!xml && LINES.contains(element) ? ">\n" : ">");
    return this;
  }

  /** Ends all open elements; the stream stays open. */
  public void end() throws IOException {
    while (!open.isEmpty()) {
      close();
    }
    out.flush();
  }
}
