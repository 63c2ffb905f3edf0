package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The values of a property that is switched off. */
  private static final Set<String> OFF = Set.of("0", "false", "off");

  private final WordXml in;
  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Map<String, StringBuilder> notes;

  private int tables;
  private int nesting;
  private int numbered;
  private int paragraphs;
  private int characters;

  /** The text of a paragraph whose end was deleted; it precedes the next paragraph. */
  private String joined = "";

  DocxBody(
      WordXml in, DocxStyles styles, DocxNumbering numbering, Map<String, StringBuilder> notes) {
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
        case "pPr" -> paragraph.format = styles.ofParagraph(in);
        case "r" -> paragraph.bold = false;
        case "b" -> paragraph.bold = !OFF.contains(String.valueOf(in.val()));
        case "t" -> append(paragraph, in.text());
        case "br", "cr" -> append(paragraph, "\n");
        case "tab", "ptab" -> append(paragraph, " ");
        case "noBreakHyphen" -> append(paragraph, "-");
        case "footnoteReference", "endnoteReference" -> {
          StringBuilder text = notes.get(name.substring(0, 3) + in.attribute("id"));
          String note = Objects.toString(text, "").strip();
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
    paragraph.plain |= !paragraph.bold && hasLetterOrDigit(text);
    paragraph.text.append(text);
  }

  private void add(Reading paragraph, List<Block> blocks) {
    DocxStyles.Format format = paragraph.format;
    String text = joined + paragraph.text;
    joined = format.endDeleted() ? text : "";
    if (format.endDeleted()) {
      return;
    }
    String label = format.list() == null ? "" : numbering.next(format.list(), format.level());
    String clean = Words.clean(text);
    if (!clean.isEmpty()) {
      boolean bold = !paragraph.plain && hasLetterOrDigit(paragraph.text);
      numbered += nesting == 0 ? 1 : 0;
      blocks.add(
          new Block.Paragraph(
              clean, Words.clean(label), format.level(), format.heading() || bold, numbered));
    }
  }

  private static boolean hasLetterOrDigit(CharSequence text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A paragraph of a Word document during reading. */
  private static final class Reading {
    final StringBuilder text = new StringBuilder();
    DocxStyles.Format format = DocxStyles.Format.NONE;
    boolean bold;

    /** Whether it has a letter or digit that is not bold. */
    boolean plain;
  }
}
