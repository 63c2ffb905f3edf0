package vn.sogopy.platform.docx;

import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.OfficialPaper;

/**
 * The head and the foot of an official paper, each two columns without borders. Widths are in
 * millimetres.
 */
public final class DocxLetterhead {
  private static final int ISSUER = 73;
  private static final int NATION = 92;
  private static final int COPIES = 80;
  private static final int SIGNER = 85;

  private final DocxWriter writer;
  private final Markup xml;

  public DocxLetterhead(DocxWriter writer) {
    this.writer = writer;
    this.xml = writer.xml();
  }

  /**
   * @param parent the parent body; null = none
   * @param issuer null = none
   * @param subject of a letter, below its number; null = none
   */
  public void head(String parent, String issuer, String number, String subject, String place)
      throws IOException {
    open(ISSUER, NATION);
    writer.optional(DocxStyle.PARENT, parent);
    writer.optional(DocxStyle.ISSUER, issuer);
    writer.rule(ISSUER / 3);
    writer.paragraph(DocxStyle.NUMBER, number);
    writer.optional(DocxStyle.LETTER_SUBJECT, subject);
    xml.close();
    openColumn(NATION);
    writer.paragraph(DocxStyle.NATION, OfficialPaper.NATION);
    writer.paragraph(DocxStyle.MOTTO, OfficialPaper.MOTTO);
    writer.rule(NATION / 5);
    writer.paragraph(DocxStyle.PLACE, place);
    close();
  }

  /**
   * Recipients and signer, on the same page as the preceding paragraph.
   *
   * @param title null = empty; so is the name
   */
  public void foot(List<String> recipients, String title, String name) throws IOException {
    writer.keptWithNext(DocxStyle.COPIES, null);
    open(COPIES, SIGNER);
    writer.paragraph(DocxStyle.COPIES_HEAD, OfficialPaper.COPIES);
    for (String recipient : recipients) {
      writer.paragraph(DocxStyle.COPIES, OfficialPaper.dashed(recipient));
    }
    xml.close();
    openColumn(SIGNER);
    writer.paragraph(DocxStyle.SIGNER_TITLE, title);
    writer.paragraph(DocxStyle.SIGNER, name);
    close();
  }

  /** Opens the table and its first column. */
  private void open(int left, int right) throws IOException {
    List<Integer> widths = List.of(left, right);
    xml.open("w:tbl").open("w:tblPr");
    writer.tableWidth(widths);
    // Not every reader takes the margins from the default style.
    xml.open("w:tblCellMar");
    for (String side : List.of("top", "left", "bottom", "right")) {
      xml.leaf("w:" + side, "w:w", "0", "w:type", "dxa");
    }
    xml.close().close();
    writer.grid(widths);
    xml.open("w:tr").open("w:trPr").leaf("w:cantSplit").close();
    openColumn(left);
  }

  private void openColumn(int width) throws IOException {
    xml.open("w:tc").open("w:tcPr");
    xml.leaf("w:tcW", "w:w", DocxWriter.twips(width), "w:type", "dxa").close();
  }

  private void close() throws IOException {
    xml.close().close().close();
  }
}
