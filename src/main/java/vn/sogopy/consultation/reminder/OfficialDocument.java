package vn.sogopy.consultation.reminder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import vn.sogopy.platform.table.SteadyPackage;

/**
 * The page of an administrative document: A4 portrait, margins, and a page number in the top margin
 * from page 2 on. Source: Nghị định 30/2020/NĐ-CP. Lengths are in twentieths of a point.
 */
final class OfficialDocument {
  private static final int MM = 57;

  /** Width between the side margins. */
  static final int TEXT_WIDTH = (210 - 30 - 20) * MM;

  private final XWPFDocument document = new XWPFDocument();

  /**
   * @param mark printed on every page; null = none
   */
  OfficialDocument(String title, String author, String mark) {
    OfficialStyles.addTo(document);
    document.getProperties().getCoreProperties().setTitle(title);
    document.getProperties().getCoreProperties().setCreator(author);
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(11906));
    section.getPgSz().setH(BigInteger.valueOf(16838));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(20 * MM));
    margins.setBottom(BigInteger.valueOf(20 * MM));
    margins.setLeft(BigInteger.valueOf(30 * MM));
    margins.setRight(BigInteger.valueOf(20 * MM));
    margins.setHeader(BigInteger.valueOf(10 * MM));
    margins.setFooter(BigInteger.valueOf(10 * MM));
    margins.setGutter(BigInteger.ZERO);
    section.addNewTitlePg();
    XWPFHeader first = document.createHeader(HeaderFooterType.FIRST);
    fill(first.createParagraph(), mark == null ? OfficialStyles.PAGE : OfficialStyles.MARK, mark);
    XWPFParagraph page = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    page.setStyle(OfficialStyles.PAGE.id());
    page.getCTP().addNewFldSimple().setInstr("PAGE");
    if (mark != null) {
      fill(
          document.createFooter(HeaderFooterType.DEFAULT).createParagraph(),
          OfficialStyles.MARK,
          mark);
    }
  }

  XWPFParagraph paragraph(OfficialStyles style, String text) {
    return fill(document.createParagraph(), style, text);
  }

  /**
   * Ends a section. The next one begins on a new page with page number 1 and keeps margins, headers
   * and footers.
   */
  void endSection() {
    XWPFParagraph end = end();
    CTSectPr following = document.getDocument().getBody().getSectPr();
    CTPPr properties = end.getCTP().getPPr();
    properties.setSectPr((CTSectPr) following.copy());
    (following.isSetPgNumType() ? following.getPgNumType() : following.addNewPgNumType())
        .setStart(BigInteger.ONE);
  }

  /** Word requires a paragraph after the last table. This one has the minimum height. */
  XWPFParagraph end() {
    XWPFParagraph end = paragraph(OfficialStyles.BASE, null);
    end.setSpacingBetween(1, LineSpacingRule.EXACT);
    return end;
  }

  static XWPFParagraph fill(XWPFParagraph paragraph, OfficialStyles style, String text) {
    paragraph.setStyle(style.id());
    if (text != null && !text.isEmpty()) {
      XWPFRun run = paragraph.createRun();
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          run.addBreak();
        }
        run.setText(lines[i], i);
      }
    }
    return paragraph;
  }

  /** Two columns without borders, such as the head and the foot of a letter. */
  XWPFTableRow sideBySide(int left, int right) {
    XWPFTable table = table(new int[] {left, right});
    table.removeBorders();
    table.setCellMargins(0, 0, 0, 0);
    return table.getRow(0);
  }

  /** A table whose head row repeats on every page. Rows do not break across pages. */
  XWPFTable grid(int[] widths, List<String> headings) {
    XWPFTable table = table(widths);
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < headings.size(); i++) {
      cell(head.getCell(i), OfficialStyles.CELL_HEAD, headings.get(i));
      head.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    }
    return table;
  }

  /**
   * @param centred indexes of the centred columns, from 0
   */
  static void row(XWPFTable table, List<String> cells, Set<Integer> centred) {
    XWPFTableRow row = table.createRow();
    row.setCantSplitRow(true);
    for (int i = 0; i < cells.size(); i++) {
      XWPFParagraph paragraph = cell(row.getCell(i), OfficialStyles.CELL, cells.get(i));
      if (centred.contains(i)) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
      }
    }
  }

  /** A heading across all columns, kept on the same page as the next row. */
  static void groupRow(XWPFTable table, int columns, String text) {
    XWPFTableRow row = table.createRow();
    row.setCantSplitRow(true);
    row.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
    for (int i = columns - 1; i > 0; i--) {
      row.removeCell(i);
    }
    XWPFParagraph paragraph = cell(row.getCell(0), OfficialStyles.CELL, text);
    paragraph.setKeepNext(true);
    paragraph.getRuns().get(0).setBold(true);
  }

  static XWPFParagraph cell(XWPFTableCell cell, OfficialStyles style, String text) {
    return fill(cell.getParagraphs().get(0), style, text);
  }

  private XWPFTable table(int[] widths) {
    XWPFTable table = document.createTable(1, widths.length);
    CTTblPr properties = table.getCTTbl().getTblPr();
    (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
        .setType(STTblLayoutType.FIXED);
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(Arrays.stream(widths).sum());
    var grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int i = 0; i < widths.length; i++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(widths[i]));
      table.getRow(0).getCell(i).setWidth(String.valueOf(widths[i]));
    }
    return table;
  }

  /**
   * @param day replaces the time of writing in the file
   */
  void write(LocalDate day, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (document) {
      document.write(written);
    }
    SteadyPackage.write(written.toByteArray(), day, out);
  }
}
