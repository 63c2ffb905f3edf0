package vn.sogopy.platform.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.OfficialPaper;

/**
 * Writes an official paper as DOCX: A4 with the margins and page numbers of Nghị định
 * 30/2020/NĐ-CP. It writes directly to the stream, so that memory does not grow with the text. The
 * same content gives the same bytes. Lengths are in millimetres.
 */
public final class DocxWriter {
  private static final int TOP = 22;
  private static final int BOTTOM = 20;
  private static final int LEFT = 30;
  private static final int RIGHT = 15;

  /** Distance of the page number from the edge of the page. */
  private static final int HEADER = 8;

  private static final int SHORT_EDGE = 11906;
  private static final int LONG_EDGE = 16838;

  /** Widths of the columns of the letterhead, and of the foot. */
  private static final int ISSUER = 73;

  private static final int NATION = 92;
  private static final int COPIES = 80;
  private static final int SIGNER = 85;

  private final DocxPackage parts;
  private final Markup xml;
  private int bookmarks;

  /**
   * The properties of the document.
   *
   * @param mark a line at the top of every page; empty = none
   */
  public record About(String title, String subject, String author, Instant created, String mark) {}

  /**
   * @param out stays open
   */
  public DocxWriter(About about, OutputStream out) throws IOException {
    parts = new DocxPackage(out);
    parts.addAll(about);
    xml = parts.begin("word/document.xml");
    xml.open("w:document", "xmlns:w", DocxPackage.WORD, "xmlns:r", DocxPackage.RELATIONS);
    xml.open("w:body");
  }

  Markup xml() {
    return xml;
  }

  static int twips(int mm) {
    return Math.round(mm * 1440 / 25.4f);
  }

  /**
   * @param text null = an empty paragraph
   */
  public void paragraph(DocxStyle style, String text) throws IOException {
    open(style);
    run(text);
    xml.close();
  }

  /** Writes nothing if the text is null. */
  public void optional(DocxStyle style, String text) throws IOException {
    if (text != null) {
      paragraph(style, text);
    }
  }

  /** A paragraph on the same page as the next one. */
  public void keptWithNext(DocxStyle style, String text) throws IOException {
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", style.id()).leaf("w:keepNext").close();
    run(text);
    xml.close();
  }

  /**
   * A paragraph that is the target of a link or of "Go to".
   *
   * @param bookmark null = none
   */
  void marked(DocxStyle style, String text, String bookmark) throws IOException {
    if (bookmark == null) {
      paragraph(style, text);
      return;
    }
    int id = bookmarks++;
    open(style);
    xml.leaf("w:bookmarkStart", "w:id", id, "w:name", bookmark);
    run(text);
    xml.leaf("w:bookmarkEnd", "w:id", id).close();
  }

  /** A centred line; the indent shortens it on both sides. */
  public void rule(int indent) throws IOException {
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", DocxStyle.RULE.id()).open("w:pBdr");
    xml.leaf("w:bottom", "w:val", "single", "w:sz", "6", "w:space", "1", "w:color", "auto");
    xml.close().leaf("w:ind", "w:left", twips(indent), "w:right", twips(indent));
    xml.close().close();
  }

  /**
   * The letterhead in two columns.
   *
   * @param parent the parent body; null = none
   * @param issuer null = none
   * @param subject of a letter, below its number; null = none
   */
  public void head(String parent, String issuer, String number, String subject, String place)
      throws IOException {
    openColumns(ISSUER, NATION);
    optional(DocxStyle.PARENT, parent);
    optional(DocxStyle.ISSUER, issuer);
    rule(ISSUER / 3);
    paragraph(DocxStyle.NUMBER, number);
    optional(DocxStyle.LETTER_SUBJECT, subject);
    xml.close();
    openColumn(NATION);
    paragraph(DocxStyle.NATION, OfficialPaper.NATION);
    paragraph(DocxStyle.MOTTO, OfficialPaper.MOTTO);
    rule(NATION / 5);
    paragraph(DocxStyle.PLACE, place);
    xml.close().close().close();
  }

  /**
   * Recipients and signer in two columns, on the same page as the preceding paragraph.
   *
   * @param title null = empty; so is the name
   */
  public void foot(List<String> recipients, String title, String name) throws IOException {
    keptWithNext(DocxStyle.COPIES, null);
    openColumns(COPIES, SIGNER);
    paragraph(DocxStyle.COPIES_HEAD, OfficialPaper.COPIES);
    for (String recipient : recipients) {
      paragraph(DocxStyle.COPIES, OfficialPaper.dashed(recipient));
    }
    xml.close();
    openColumn(SIGNER);
    paragraph(DocxStyle.SIGNER_TITLE, title);
    paragraph(DocxStyle.SIGNER, name);
    xml.close().close().close();
  }

  /** Opens a table without borders and its first column. */
  private void openColumns(int left, int right) throws IOException {
    List<Integer> widths = List.of(left, right);
    xml.open("w:tbl").open("w:tblPr");
    tableWidth(widths);
    // Not every reader takes the margins from the default style.
    xml.open("w:tblCellMar");
    for (String side : List.of("top", "left", "bottom", "right")) {
      xml.leaf("w:" + side, "w:w", "0", "w:type", "dxa");
    }
    xml.close().close();
    grid(widths);
    xml.open("w:tr").open("w:trPr").leaf("w:cantSplit").close();
    openColumn(left);
  }

  private void openColumn(int width) throws IOException {
    xml.open("w:tc").open("w:tcPr");
    xml.leaf("w:tcW", "w:w", twips(width), "w:type", "dxa").close();
  }

  private void open(DocxStyle style) throws IOException {
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", style.id()).close();
  }

  /** Converts line ends and tabs to their elements. */
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
        xml.leaf(c == '\n' ? "w:br" : "w:tab");
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
  public void endSection(boolean landscape) throws IOException {
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", DocxStyle.SECTION_END.id());
    section(landscape);
    xml.close().close();
  }

  /** Ends the last section and the document; the stream stays open. */
  public void end(boolean landscape) throws IOException {
    section(landscape);
    xml.end();
    parts.end();
  }

  /** The layout of the preceding pages; each section counts its pages from 1. */
  private void section(boolean landscape) throws IOException {
    xml.open("w:sectPr");
    xml.leaf("w:headerReference", "w:type", "default", "r:id", DocxPackage.HEADER);
    xml.leaf("w:headerReference", "w:type", "first", "r:id", DocxPackage.HEADER_FIRST);
    xml.leaf("w:type", "w:val", "nextPage");
    if (landscape) {
      xml.leaf("w:pgSz", "w:w", LONG_EDGE, "w:h", SHORT_EDGE, "w:orient", "landscape");
    } else {
      xml.leaf("w:pgSz", "w:w", SHORT_EDGE, "w:h", LONG_EDGE);
    }
    xml.leaf(
        "w:pgMar",
        "w:top",
        twips(TOP),
        "w:right",
        twips(RIGHT),
        "w:bottom",
        twips(BOTTOM),
        "w:left",
        twips(LEFT),
        "w:header",
        twips(HEADER),
        "w:footer",
        twips(HEADER),
        "w:gutter",
        "0");
    xml.leaf("w:pgNumType", "w:start", "1").leaf("w:titlePg").close();
  }

  /**
   * Begins a table with borders.
   *
   * @param landscape whether its pages are landscape pages
   */
  public DocxTable table(List<Column> columns, boolean landscape) throws IOException {
    List<Integer> widths = columns.stream().map(Column::mm).toList();
    xml.open("w:tbl").open("w:tblPr").leaf("w:tblStyle", "w:val", DocxStyle.TABLE);
    tableWidth(widths);
    xml.close();
    grid(widths);
    int page = (landscape ? 210 : 297) - TOP - BOTTOM;
    return new DocxTable(this, columns, page);
  }

  private void tableWidth(List<Integer> widths) throws IOException {
    int whole = widths.stream().mapToInt(DocxWriter::twips).sum();
    xml.leaf("w:tblW", "w:w", whole, "w:type", "dxa").leaf("w:tblLayout", "w:type", "fixed");
  }

  private void grid(List<Integer> widths) throws IOException {
    xml.open("w:tblGrid");
    for (int width : widths) {
      xml.leaf("w:gridCol", "w:w", twips(width));
    }
    xml.close();
  }
}
