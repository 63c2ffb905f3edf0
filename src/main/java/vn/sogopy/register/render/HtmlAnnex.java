package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** One annex: titles and a table. */
final class HtmlAnnex {
  private final Markup html;
  private final Register register;
  private final Annex annex;
  private final List<Column> columns;

  HtmlAnnex(Markup html, Register register, Annex annex) {
    this.html = html;
    this.register = register;
    this.annex = annex;
    this.columns = Columns.of(annex, register);
  }

  /** Independent of the number of the annex, which differs between documents. */
  static String anchor(Annex annex) {
    return switch (annex) {
      case COMMENTS -> "phu-luc-y-kien";
      case ASKED -> "phu-luc-co-quan";
      case MATRIX -> "phu-luc-so-lieu";
      case LETTERS -> "phu-luc-van-ban";
    };
  }

  void write(Seal seal) throws IOException {
    html.open("section", "class", "annex", "id", anchor(annex));
    HtmlReport.marks(html, register, seal);
    html.element("h2", register.document().number(annex));
    html.element("h2", annex.title(register));
    html.element("p", PageHeadings.attachedTo(register, seal), "class", "note");
    HtmlReport.extract(html, register);
    html.open("table");
    head(html, columns);
    html.open("tbody");
    AnnexLines.write(annex, register, this::line);
    html.close().close().close();
  }

  static void head(Markup html, List<Column> columns) throws IOException {
    int mm = columns.stream().mapToInt(Column::mm).sum();
    html.open("colgroup");
    for (Column column : columns) {
      // Not a style attribute: the policy of the page blocks it.
      html.leaf("col", "width", String.format(Locale.ROOT, "%.2f%%", 100.0 * column.mm() / mm));
    }
    html.close().open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.heading(), "scope", "col");
    }
    html.close().close();
  }

  private void line(AnnexLines.Line line) throws IOException {
    String anchor = line.anchors().isEmpty() ? null : line.anchors().get(0);
    if (line.isHeading()) {
      html.open("tr", "class", line.kind().name().toLowerCase(Locale.ROOT), "id", anchor);
      html.element(
          "th", line.heading(), "colspan", String.valueOf(columns.size()), "scope", "rowgroup");
      html.close();
      return;
    }
    html.open("tr", "class", line.kind() == AnnexLines.Kind.SUM ? "sum" : null, "id", anchor);
    List<String> texts = line.texts(";\n");
    for (int i = 0; i < columns.size(); i++) {
      html.open("td", "class", columns.get(i).centred() ? "c" : null);
      if (i == 0) {
        for (String further : line.anchors().stream().skip(1).toList()) {
          html.element("span", null, "id", further);
        }
      }
      html.text(texts.get(i)).close();
    }
    html.close();
  }
}
