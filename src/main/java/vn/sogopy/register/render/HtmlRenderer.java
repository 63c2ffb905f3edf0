package vn.sogopy.register.render;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.OfficialPaper;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterLetterhead;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;
import vn.sogopy.register.Topics;

/** One self-contained page, with anchors to link to. */
@ApplicationScoped
@Identifier("html")
public class HtmlRenderer implements RegisterRenderer {
  private static final String REPORT = "bao-cao";

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    new Page(register, seal, Markup.page(out, register.title(), HtmlStyle.CSS)).write();
  }

  /** The page of one register. */
  private record Page(Register register, Seal seal, Markup html) {

    void write() throws IOException {
      contents();
      if (register.report() != null) {
        report();
      }
      for (Annex annex : PageHeadings.annexes(register)) {
        annex(annex);
      }
      html.element("p", PageHeadings.last(register, seal), "class", "last");
      html.end();
    }

    private void contents() throws IOException {
      html.open("nav", "aria-label", "Mục lục").open("ul");
      if (register.report() != null) {
        entry(REPORT, PageHeadings.REPORT);
        html.close();
      }
      for (Annex annex : PageHeadings.annexes(register)) {
        entry(anchor(annex), register.document().number(annex) + ". " + annex.title(register));
        if (annex == Annex.COMMENTS) {
          html.open("ul");
          if (register.topics() == null) {
            byAgency();
          } else {
            byTopic();
          }
          html.close();
        }
        html.close();
      }
      html.close().close();
    }

    private void byAgency() throws IOException {
      for (Register.Group group : register.groups()) {
        entry(AnnexLines.anchor(group), group.index() + ". " + group.title());
        html.open("ul");
        for (Register.Body body : group.bodies()) {
          entry(AnnexLines.anchor(body), body.number() + ". " + body.name());
          html.close();
        }
        html.close().close();
      }
    }

    private void byTopic() throws IOException {
      for (Topics.Topic topic : register.topics()) {
        Register.Row first = topic.rows().get(0).voices().get(0).row();
        entry(AnnexLines.anchor(first), topic.heading());
        html.close();
      }
    }

    /** Leaves the entry open. */
    private void entry(String anchor, String text) throws IOException {
      html.open("li").element("a", text, "href", "#" + anchor);
    }

    /** The report with the open points. */
    private void report() throws IOException {
      html.open("section", "class", "report", "id", REPORT);
      letterhead();
      marks();
      html.element("h1", PageHeadings.REPORT);
      html.element("p", register.report().subject(), "class", "subject");
      extract();
      optional(PageHeadings.addressee(register), "addressee");
      for (String paragraph : register.report().body()) {
        html.element("p", paragraph, "class", "text");
      }
      for (PageHeadings.LeaderTable points : PageHeadings.leaderTables(register)) {
        points(points);
      }
      html.element("p", register.report().closing(), "class", "text");
      signature();
      html.close();
    }

    private void letterhead() throws IOException {
      RegisterLetterhead head = register.letterhead();
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

    /** The marks of a part of the page. */
    private void marks() throws IOException {
      for (String mark : PageHeadings.marks(register, seal)) {
        html.element("p", mark, "class", "mark");
      }
    }

    private void extract() throws IOException {
      if (register.extract() != null) {
        html.element("p", PageHeadings.extract(register), "class", "note");
      }
    }

    private void points(PageHeadings.LeaderTable points) throws IOException {
      html.element("h2", points.title());
      html.element("p", points.text(), "class", "text");
      if (points.rows().isEmpty()) {
        return;
      }
      openTable(points.columns());
      for (List<String> row : points.rows()) {
        html.open("tr").open("td", "class", "c");
        html.element("a", row.get(0), "href", "#" + AnnexLines.anchor(row.get(0))).close();
        for (String cell : row.subList(1, row.size())) {
          html.element("td", cell);
        }
        html.close();
      }
      html.close().close();
    }

    private void signature() throws IOException {
      RegisterLetterhead head = register.letterhead();
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

    /** Independent of the number of the annex, which differs between documents. */
    private static String anchor(Annex annex) {
      return switch (annex) {
        case COMMENTS -> "phu-luc-y-kien";
        case ASKED -> "phu-luc-co-quan";
        case MATRIX -> "phu-luc-so-lieu";
        case LETTERS -> "phu-luc-van-ban";
      };
    }

    private void annex(Annex annex) throws IOException {
      html.open("section", "class", "annex", "id", anchor(annex));
      marks();
      html.element("h2", register.document().number(annex));
      html.element("h2", annex.title(register));
      html.element("p", PageHeadings.attachedTo(register, seal), "class", "note");
      extract();
      if (annex == Annex.COMMENTS) {
        optional(PageHeadings.leftOut(register), "note");
      }
      List<Column> columns = annex.columns(register);
      openTable(columns);
      AnnexLines.write(annex, register, line -> line(columns, line));
      html.close().close().close();
    }

    /** Opens a table and its body. */
    private void openTable(List<Column> columns) throws IOException {
      int mm = columns.stream().mapToInt(Column::mm).sum();
      html.open("table").open("colgroup");
      for (Column column : columns) {
        // Not a style attribute: the policy of the page blocks it.
        html.leaf("col", "width", String.format(Locale.ROOT, "%.2f%%", 100.0 * column.mm() / mm));
      }
      html.close().open("thead").open("tr");
      for (Column column : columns) {
        html.element("th", column.heading(), "scope", "col");
      }
      html.close().close().open("tbody");
    }

    private void line(List<Column> columns, AnnexLines.Line line) throws IOException {
      String anchor = line.anchors().isEmpty() ? null : line.anchors().get(0);
      if (line.isHeading()) {
        html.open("tr", "class", line.kind().name().toLowerCase(Locale.ROOT), "id", anchor);
        html.element("th", line.heading(), "colspan", columns.size(), "scope", "rowgroup");
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
}
