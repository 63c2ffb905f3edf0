package vn.sogopy.register.render;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** A rendered register, parsed. Pages are counted from 1 through the whole file. */
final class PdfFile implements AutoCloseable {
  private final PDDocument document;

  private PdfFile(PDDocument document) {
    this.document = document;
  }

  /** A bookmark: its depth, its title and its target page. */
  record Bookmark(int depth, String title, int page) {}

  static byte[] bytes(Register register, Seal seal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfRenderer().write(register, seal, out);
    return out.toByteArray();
  }

  static PdfFile of(Register register, Seal seal) throws IOException {
    return new PdfFile(Loader.loadPDF(bytes(register, seal)));
  }

  PDDocument document() {
    return document;
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /** The text in drawing order, with each run of white space as one blank. */
  String text() throws IOException {
    return text(1, pages());
  }

  String page(int number) throws IOException {
    return text(number, number);
  }

  private String text(int from, int to) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return blanks(stripper.getText(document));
  }

  /**
   * The text in a column of a page, without the head of the table.
   *
   * @param from and {@code to}: millimetres from the left edge of the page
   */
  String column(int number, float from, float to, String head) throws IOException {
    float mm = 72 / 25.4f;
    PDPage page = document.getPage(number - 1);
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    float height = page.getMediaBox().getHeight() - 40 * mm;
    stripper.addRegion(
        "column", new Rectangle2D.Float(from * mm, 20 * mm, (to - from) * mm, height));
    stripper.extractRegions(page);
    String text = blanks(stripper.getTextForRegion("column"));
    return text.startsWith(head) ? text.substring(head.length()) : text;
  }

  static String blanks(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** Removes all white space: words that were broken at the end of a line are joined. */
  static String solid(String text) {
    return text.replaceAll("\\s+", "");
  }

  List<Bookmark> bookmarks() throws IOException {
    List<Bookmark> found = new ArrayList<>();
    collect(document.getDocumentCatalog().getDocumentOutline(), 0, found);
    return found;
  }

  private void collect(PDOutlineNode node, int depth, List<Bookmark> found) throws IOException {
    for (PDOutlineItem item : node.children()) {
      PDPage page = item.findDestinationPage(document);
      found.add(new Bookmark(depth, item.getTitle(), document.getPages().indexOf(page) + 1));
      collect(item, depth + 1, found);
    }
  }

  /** The fonts of all pages. */
  List<PDFont> fonts() throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  /** The characters of the page outside the margins: left 30 mm, right 15, bottom 20. */
  Set<String> outside(int number) throws IOException {
    float mm = 72 / 25.4f;
    PDPage page = document.getPage(number - 1);
    float right = page.getMediaBox().getWidth() - 15 * mm + 0.5f;
    float bottom = page.getMediaBox().getHeight() - 20 * mm + 0.5f;
    Set<String> outside = new TreeSet<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition at) {
            if (!at.getUnicode().isBlank()
                && (at.getX() < 30 * mm - 0.5f
                    || at.getX() + at.getWidth() > right
                    || at.getY() > bottom)) {
              outside.add(at.getUnicode() + " at " + at.getX() + ", " + at.getY());
            }
          }
        };
    stripper.setStartPage(number);
    stripper.setEndPage(number);
    stripper.getText(document);
    return outside;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
