package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.text.Html;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The report in front, with the points that the leaders must decide. */
final class HtmlReport {
  static final String ANCHOR = "bao-cao";

  private final Html html;
  private final Register register;
  private final Seal seal;

  HtmlReport(Html html, Register register, Seal seal) {
    this.html = html;
    this.register = register;
    this.seal = seal;
  }

  void write() throws IOException {
    html.open("section", "class", "report", "id", ANCHOR);
    letterhead();
    marks(html, register, seal);
    html.element("h1", PageHeadings.REPORT);
    html.element("p", register.report().subject(), "class", "subject");
    extract(html, register);
    optional(PageHeadings.addressee(register), "addressee");
    for (String paragraph : register.report().paragraphs()) {
      html.element("p", paragraph, "class", "text");
    }
    html.element("h2", register.report().differencesTitle());
    html.element("p", register.report().differencesText(), "class", "text");
    List<Register.Voice> differing = register.differing();
    if (!differing.isEmpty()) {
      differing(differing);
    }
    signature();
    html.close();
  }

  /** What every part says of itself. */
  static void marks(Html html, Register register, Seal seal) throws IOException {
    if (register.mark() != null) {
      html.element("p", register.mark(), "class", "mark");
    }
    if (seal == null) {
      html.element("p", register.draftMark(), "class", "mark");
    }
  }

  static void extract(Html html, Register register) throws IOException {
    if (register.extract() != null) {
      html.element("p", PageHeadings.EXTRACT, "class", "note");
      html.element("p", PageHeadings.filters(register), "class", "note");
    }
  }

  private void letterhead() throws IOException {
    Register.Letterhead head = register.letterhead();
    html.open("div", "class", "halves").open("div", "class", "half");
    optional(head.parentBody(), null);
    optional(head.issuer(), "strong");
    html.element("p", PageHeadings.numberLine(register, seal));
    html.close().open("div", "class", "half");
    html.element("p", PageHeadings.NATION, "class", "strong");
    html.element("p", PageHeadings.MOTTO, "class", "strong");
    html.open("p").element("em", PageHeadings.placeAndDate(register, seal)).close();
    html.close().close();
  }

  private void differing(List<Register.Voice> voices) throws IOException {
    List<Columns.Column> columns = Columns.differing();
    html.open("table");
    HtmlAnnex.head(html, columns);
    html.open("tbody");
    for (Register.Voice voice : voices) {
      Register.Row row = voice.row();
      html.open("tr").open("td", "class", "c");
      html.element("a", row.index(), "href", "#" + AnnexLines.anchor(row)).close();
      html.element("td", voice.body());
      html.element("td", PageHeadings.brief(register, row));
      html.element("td", PageHeadings.answer(row));
      html.element("td", PageHeadings.reasons(row));
      html.close();
    }
    html.close().close();
  }

  private void signature() throws IOException {
    Register.Letterhead head = register.letterhead();
    html.open("div", "class", "halves").open("div", "class", "half copies");
    if (!head.recipients().isEmpty()) {
      html.open("p").open("strong").element("em", PageHeadings.COPIES).close().close();
      for (String recipient : head.recipients()) {
        html.element("p", "- " + recipient);
      }
    }
    html.close().open("div", "class", "half");
    optional(head.signerTitle(), "strong");
    optional(head.signerName(), "signer");
    html.close().close();
  }

  private void optional(String text, String type) throws IOException {
    if (text != null) {
      html.element("p", text, "class", type);
    }
  }
}
