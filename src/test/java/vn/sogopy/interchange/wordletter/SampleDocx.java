package vn.sogopy.interchange.wordletter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Word files, written by POI. */
final class SampleDocx {
  /** Content of a cell that is merged with the cell above. */
  static final String DOWN = "↓";

  final XWPFDocument document = new XWPFDocument();

  SampleDocx text(List<String> paragraphs) {
    paragraphs.forEach(one -> document.createParagraph().createRun().setText(one));
    return this;
  }

  SampleDocx text(String... paragraphs) {
    return text(List.of(paragraphs));
  }

  SampleDocx bold(String text) {
    var run = document.createParagraph().createRun();
    run.setBold(true);
    run.setText(text);
    return this;
  }

  /** The head or foot of a letter: a table without lines. */
  SampleDocx sideBySide(String left, String right) {
    return table(new String[] {left, right});
  }

  SampleDocx table(String[]... rows) {
    int width = rows[0].length;
    XWPFTable table = document.createTable(rows.length, width);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        fill(table.getRow(i).getCell(j), rows[i][j], i, rows, j);
      }
      if (rows[i].length < width) {
        CTTcPr last = properties(table.getRow(i).getCell(rows[i].length - 1));
        last.addNewGridSpan().setVal(BigInteger.valueOf(width - rows[i].length + 1));
        for (int j = width - 1; j >= rows[i].length; j--) {
          table.getRow(i).removeCell(j);
        }
      }
    }
    return this;
  }

  private static CTTcPr properties(XWPFTableCell cell) {
    return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
  }

  private static void fill(XWPFTableCell cell, String text, int i, String[][] rows, int j) {
    if (text.equals(DOWN)) {
      properties(cell).addNewVMerge().setVal(STMerge.CONTINUE);
      return;
    }
    if (i + 1 < rows.length && j < rows[i + 1].length && rows[i + 1][j].equals(DOWN)) {
      properties(cell).addNewVMerge().setVal(STMerge.RESTART);
    }
    String[] lines = text.split("\n");
    cell.getParagraphArray(0).createRun().setText(lines[0]);
    for (int k = 1; k < lines.length; k++) {
      cell.addParagraph().createRun().setText(lines[k]);
    }
  }

  /** A list "1.", with "-" as its second level. */
  BigInteger list() {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.ZERO);
    level(list, 0, STNumberFormat.DECIMAL, "%1.");
    level(list, 1, STNumberFormat.BULLET, "-");
    XWPFNumbering numbering = document.createNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
  }

  private static void level(CTAbstractNum list, int i, STNumberFormat.Enum format, String text) {
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.valueOf(i));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
  }

  SampleDocx numbered(BigInteger list, int level, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
    return this;
  }

  byte[] bytes() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
