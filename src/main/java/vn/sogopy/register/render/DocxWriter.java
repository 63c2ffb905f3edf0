package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.register.Columns.Column;

/** Paragraphs, and the places for them: cells without rules, ends of sections. */
final class DocxWriter {
  private static final String SHORT_EDGE = "11906";
  private static final String LONG_EDGE = "16838";

  private final DocxXml xml;
  private int bookmarks;

  DocxWriter(DocxXml xml) {
    this.xml = xml;
  }

  DocxXml xml() {
    return xml;
  }

  void paragraph(DocxStyle style, String text) throws IOException {
    open(style);
    run(text);
    xml.close();
  }

  /** Nothing where there are no words. */
  void optional(DocxStyle style, String text) throws IOException {
    if (text != null) {
      paragraph(style, text);
    }
  }

  /** A paragraph that does not part from what follows. */
  void held(DocxStyle style, String text) throws IOException {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style.id()).empty("w:keepNext");
    xml.close();
    run(text);
    xml.close();
  }

  /** A paragraph that a link or "Go to" finds. */
  void marked(DocxStyle style, String text, String bookmark) throws IOException {
    String id = String.valueOf(bookmarks++);
    open(style);
    xml.empty("w:bookmarkStart", "w:id", id, "w:name", bookmark);
    run(text);
    xml.empty("w:bookmarkEnd", "w:id", id).close();
  }

  /** A line drawn in the middle, as long as the two indents leave it. */
  void rule(int indentMm) throws IOException {
    String indent = String.valueOf(DocxParts.twips(indentMm));
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", DocxStyle.RULE.id());
    xml.open("w:pBdr");
    xml.empty("w:bottom", "w:val", "single", "w:sz", "6", "w:space", "1", "w:color", "auto");
    xml.close().empty("w:ind", "w:left", indent, "w:right", indent).close().close();
  }

  private void open(DocxStyle style) throws IOException {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style.id()).close();
  }

  /** Line ends and tabs of the text are those of the page. */
  private void run(String text) throws IOException {
    if (text == null || text.isEmpty()) {
      return;
    }
    xml.open("w:r");
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t') {
        words(text.substring(from, i));
        xml.empty(c == '\n' ? "w:br" : "w:tab");
        from = i + 1;
      }
    }
    words(text.substring(from));
    xml.close();
  }

  private void words(String text) throws IOException {
    if (!text.isEmpty()) {
      xml.open("w:t", "xml:space", "preserve").text(text).close();
    }
  }

  /** Ends a section that another follows. */
  void endSection(boolean landscape) throws IOException {
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", DocxStyle.SECTION_END.id());
    section(landscape);
    xml.close().close();
  }

  /** How the pages before it lie; each section counts its pages from 1. */
  void section(boolean landscape) throws IOException {
    xml.open("w:sectPr");
    xml.empty("w:headerReference", "w:type", "default", "r:id", DocxParts.HEADER);
    xml.empty("w:headerReference", "w:type", "first", "r:id", DocxParts.HEADER_FIRST);
    xml.empty("w:type", "w:val", "nextPage");
    if (landscape) {
      xml.empty("w:pgSz", "w:w", LONG_EDGE, "w:h", SHORT_EDGE, "w:orient", "landscape");
    } else {
      xml.empty("w:pgSz", "w:w", SHORT_EDGE, "w:h", LONG_EDGE);
    }
    xml.empty(
        "w:pgMar",
        "w:top",
        mm(DocxPage.TOP),
        "w:right",
        mm(DocxPage.RIGHT),
        "w:bottom",
        mm(DocxPage.BOTTOM),
        "w:left",
        mm(DocxPage.LEFT),
        "w:header",
        mm(DocxPage.HEADER),
        "w:footer",
        mm(DocxPage.HEADER),
        "w:gutter",
        "0");
    xml.empty("w:pgNumType", "w:start", "1").empty("w:titlePg").close();
  }

  /** A table without rules, for what stands side by side; to be closed by {@link #endSides}. */
  void openSides(List<Integer> widths) throws IOException {
    xml.open("w:tbl").open("w:tblPr");
    tableWidth(widths);
    // Not every reader takes them from the style that is the default.
    DocxStyle.margins(xml, 0);
    xml.close();
    grid(widths);
    xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close();
  }

  void openSide(int width) throws IOException {
    xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", mm(width), "w:type", "dxa").close();
  }

  void closeSide() throws IOException {
    xml.close();
  }

  void endSides() throws IOException {
    xml.close().close();
  }

  DocxTable table(List<Column> columns, int pageMm) throws IOException {
    List<Integer> widths = columns.stream().map(Column::mm).toList();
    xml.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", DocxStyle.TABLE);
    tableWidth(widths);
    xml.close();
    grid(widths);
    return new DocxTable(this, columns, pageMm);
  }

  private void tableWidth(List<Integer> widths) throws IOException {
    int whole = widths.stream().mapToInt(DocxParts::twips).sum();
    xml.empty("w:tblW", "w:w", String.valueOf(whole), "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed");
  }

  private void grid(List<Integer> widths) throws IOException {
    xml.open("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", mm(width));
    }
    xml.close();
  }

  private static String mm(int mm) {
    return String.valueOf(DocxParts.twips(mm));
  }
}
