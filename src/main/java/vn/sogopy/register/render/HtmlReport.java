package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.OfficialPaper;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The report with the open points. */
final class HtmlReport {
  static final String ANCHOR = "bao-cao";

  private final Markup html;
  private final Register register;
  private final Seal seal;

  HtmlReport(Markup html, Register register, Seal seal) {
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
    differing();
    signature();
    html.close();
  }

  /** The marks of a part of the page. */
  static void marks(Markup html, Register register, Seal seal) throws IOException {
    for (String mark : PageHeadings.marks(register, seal)) {
      html.element("p", mark, "class", "mark");
    }
  }

  static void extract(Markup html, Register register) throws IOException {
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
    html.element("p", OfficialPaper.NATION, "class", "strong");
    html.element("p", OfficialPaper.MOTTO, "class", "strong");
    html.open("p").element("em", PageHeadings.placeAndDate(register, seal)).close();
    html.close().close();
  }

  private void differing() throws IOException {
    List<Register.Voice> voices = PageHeadings.open(register);
    if (voices.isEmpty()) {
      return;
    }
    List<List<String>> rows = PageHeadings.differing(register);
    html.open("table");
    HtmlAnnex.head(html, Columns.differing());
    html.open("tbody");
    for (int i = 0; i < rows.size(); i++) {
      Register.Row row = voices.get(i).row();
      html.open("tr").open("td", "class", "c");
      html.element("a", row.index(), "href", "#" + AnnexLines.anchor(row)).close();
      for (String cell : rows.get(i).subList(1, rows.get(i).size())) {
        html.element("td", cell);
      }
      html.close();
    }
    html.close().close();
  }

  private void signature() throws IOException {
    Register.Letterhead head = register.letterhead();
    html.open("div", "class", "halves").open("div", "class", "half copies");
    if (!head.recipients().isEmpty()) {
      html.open("p").open("strong").element("em", OfficialPaper.COPIES).close().close();
      for (String recipient : head.recipients()) {
        html.element("p", OfficialPaper.dashed(recipient));
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
