package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the text of a Word document as printed (ECMA-376 part 1, section 17): with tracked
 * insertions, without tracked deletions, and with the results of fields.
 */
final class DocxBody {
  private static final int MAX_PARAGRAPHS = 20_000;

  /** Elements with superseded or duplicate content. */
  private static final Set<String> NOT_READ =
      Set.of(
          "del",
          "moveFrom",
          "Fallback",
          "instrText",
          "delText",
          "delInstrText",
          "sdtPr",
          "pPrChange",
          "rPrChange",
          "trPrChange",
          "tcPrChange",
          "tblPrChange",
          "sectPrChange",
          "numberingChange");

  private final WordXml in;
  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Map<String, String> notes;

  private int tables;
  private int nesting;
  private int numbered;
  private int paragraphs;
  private int characters;

  /** The text of a paragraph whose end was deleted; it precedes the next paragraph. */
  private String joined = "";

  DocxBody(WordXml in, DocxStyles styles, DocxNumbering numbering, Map<String, String> notes) {
    this.in = in;
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
  }

  /** Reads the blocks within the current element. */
  void read(List<Block> blocks) throws XMLStreamException {
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      block(name, blocks);
    }
  }

  private void block(String name, List<Block> blocks) throws XMLStreamException {
    if (name.equals("p")) {
      paragraph(blocks);
    } else if (name.equals("tbl")) {
      blocks.add(table());
    } else {
      other(name);
    }
  }

  private void other(String name) throws XMLStreamException {
    if (NOT_READ.contains(name)) {
      in.skip();
    }
  }

  private Block.Table table() throws XMLStreamException {
    int number = nesting == 0 ? ++tables : tables;
    nesting++;
    List<List<Block.Cell>> rows = new ArrayList<>();
    List<Block.Cell> cells = new ArrayList<>();
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "tr" -> {
          cells = new ArrayList<>();
          rows.add(cells);
        }
        case "tc" -> cells.add(cell());
        case "gridBefore" -> cells.add(new Block.Cell(List.of(), span(), false));
        default -> other(name);
      }
    }
    nesting--;
    return new Block.Table(rows, number);
  }

  private int span() {
    return Math.max(1, Math.min(100, in.number("val", 1)));
  }

  /** A table within the cell is read as text of the cell. */
  private Block.Cell cell() throws XMLStreamException {
    List<Block> blocks = new ArrayList<>();
    int span = 1;
    boolean continued = false;
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "gridSpan" -> span = span();
        case "vMerge" -> continued = !"restart".equals(in.val());
        default -> block(name, blocks);
      }
    }
    return new Block.Cell(
        blocks.stream().flatMap(block -> block.paragraphs().stream()).toList(), span, continued);
  }

  private void paragraph(List<Block> blocks) throws XMLStreamException {
    if (++paragraphs > MAX_PARAGRAPHS) {
      throw new WordXml.TooLargeException("paragraphs");
    }
    Reading paragraph = new Reading();
    List<Block> boxes = new ArrayList<>();
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "pPr" -> paragraph.properties(in, styles);
        case "r" -> paragraph.startRun();
        case "b" -> paragraph.bold(in.val());
        case "t" -> append(paragraph, in.text());
        case "br", "cr" -> append(paragraph, "\n");
        case "tab", "ptab" -> append(paragraph, " ");
        case "noBreakHyphen" -> append(paragraph, "-");
        case "footnoteReference", "endnoteReference" -> {
          String note = notes.getOrDefault(name.substring(0, 3) + in.attribute("id"), "");
          append(paragraph, note.isEmpty() ? "" : " [" + note + "]");
        }
        case "txbxContent" -> read(boxes);
        default -> other(name);
      }
    }
    add(paragraph, blocks);
    blocks.addAll(boxes);
  }

  private void append(Reading paragraph, String text) throws XMLStreamException {
    characters += text.length();
    if (characters > WordXml.MAX_TEXT) {
      throw new WordXml.TooLargeException("characters");
    }
    paragraph.append(text);
  }

  private void add(Reading paragraph, List<Block> blocks) {
    String text = joined + paragraph.text();
    if (paragraph.markDeleted) {
      joined = text;
      return;
    }
    joined = "";
    String label = paragraph.list == null ? "" : numbering.next(paragraph.list, paragraph.level);
    String clean = Words.clean(text);
    if (!clean.isEmpty()) {
      numbered += nesting == 0 ? 1 : 0;
      blocks.add(
          new Block.Paragraph(
              clean, Words.clean(label), paragraph.level, paragraph.isHeading(), numbered));
    }
  }

  /** A paragraph of a Word document during reading. */
  private static final class Reading {
    private final StringBuilder text = new StringBuilder();

    private boolean outlined;
    private boolean bold;

    /** Whether it has a letter or digit that is not bold. */
    private boolean plain;

    private boolean styledAsHeading;

    /** The list of the paragraph; null if none. */
    String list;

    int level;

    /** Whether the end of the paragraph was deleted. */
    boolean markDeleted;

    /** Reads the properties of the paragraph. */
    void properties(WordXml in, DocxStyles styles) throws XMLStreamException {
      DocxStyles.Style style = styles.of(null);
      int ownLevel = -1;
      int outer = in.depth();
      for (String name = in.next(outer); name != null; name = in.next(outer)) {
        switch (name) {
          case "pStyle" -> style = styles.of(in.val());
          case "numId" -> list = in.val();
          case "ilvl" -> ownLevel = Math.max(0, in.number("val", 0));
          case "outlineLvl" -> outlined = !"9".equals(in.val());
          case "del" -> markDeleted = true;
          case "pPrChange", "rPrChange", "numberingChange", "sectPrChange" -> in.skip();
          default -> {}
        }
      }
      level = list == null && style.list() != null ? Math.max(0, style.level()) : 0;
      level = ownLevel < 0 ? level : ownLevel;
      list = list == null ? style.list() : list;
      list = "0".equals(list) ? null : list;
      styledAsHeading = style.heading();
    }

    void startRun() {
      bold = false;
    }

    void bold(String val) {
      bold = !("0".equals(val) || "false".equals(val) || "off".equals(val));
    }

    void append(String more) {
      plain |= !bold && hasLetterOrDigit(more);
      text.append(more);
    }

    String text() {
      return text.toString();
    }

    boolean isHeading() {
      boolean allBold = !plain && hasLetterOrDigit(text);
      return outlined || allBold || styledAsHeading;
    }

    private static boolean hasLetterOrDigit(CharSequence text) {
      return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }
}
