package vn.sogopy.register.render;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;

/** The tables of the annexes, row by row. */
final class PdfTables {
  /** The thirteen columns of the matrix. */
  private static final float MATRIX = 10;

  private final Register register;
  private final PdfPages pages;
  private final PdfFlow flow;
  private final PdfCells cells;
  private List<Columns.Column> columns;
  private PdfOutline annexMark;
  private PdfOutline groupMark;

  PdfTables(Register register, PdfPages pages, PdfFlow flow, PdfCells cells) {
    this.register = register;
    this.pages = pages;
    this.flow = flow;
    this.cells = cells;
  }

  /**
   * @param bookmark of the annex: those of its groups go below it
   */
  void write(Annex annex, List<Columns.Column> heads, PdfOutline bookmark) throws IOException {
    columns = heads;
    annexMark = bookmark;
    flow.open(cells.head(columns, annex == Annex.MATRIX ? MATRIX : PdfCells.SMALL));
    switch (annex) {
      case COMMENTS -> comments();
      case ASKED -> asked();
      case MATRIX -> matrix();
      case LETTERS -> letters();
    }
    flow.close();
  }

  private void comments() throws IOException {
    if (register.topics() != null) {
      for (Register.Topic topic : register.topics()) {
        topic(topic);
      }
      withoutComments();
      return;
    }
    for (Register.Group group : register.groups()) {
      group(group.index(), group.title());
      for (Register.Body body : group.bodies()) {
        body(body);
      }
    }
  }

  private void group(String index, String title) throws IOException {
    flow.keep(
        cells.heading(columns, index, title),
        () -> groupMark = pages.bookmark(annexMark, index + ". " + title));
  }

  private void body(Register.Body body) throws IOException {
    flow.keep(
        cells.heading(columns, String.valueOf(body.number()), body.heading()),
        () -> pages.bookmark(groupMark, body.number() + ". " + body.name()));
    if (body.rows().isEmpty() && body.statement() != null) {
      add(Arrays.asList(PageHeadings.cells(register, body)));
    }
    for (Register.Row row : body.rows()) {
      add(Arrays.asList(PageHeadings.cells(register, row)));
    }
  }

  private void topic(Register.Topic topic) throws IOException {
    boolean first = true;
    for (Register.Shared shared : topic.rows()) {
      topicRow(
          topic.heading(),
          first,
          PageHeadings.bodies(shared),
          PageHeadings.said(shared),
          PageHeadings.answered(shared));
      first = false;
    }
  }

  private void withoutComments() throws IOException {
    boolean first = true;
    for (Register.Group group : register.withoutComments()) {
      for (Register.Body body : group.bodies()) {
        topicRow(Register.NO_COMMENTS, first, body.heading(), body.statement(), null);
        first = false;
      }
    }
  }

  /** The topic stands once, on its first row. */
  private void topicRow(String topic, boolean first, String bodies, String said, String answer)
      throws IOException {
    List<String> texts = new ArrayList<>();
    Collections.addAll(texts, first ? topic : null, bodies, said);
    if (register.document().answers()) {
      texts.add(answer);
    }
    if (first) {
      flow.mark(() -> pages.bookmark(annexMark, topic));
    }
    PdfPTable row = cells.row(columns, PdfCells.SMALL, texts);
    PdfPCell heading = row.getRow(0).getCells()[0];
    heading.setBorder(Rectangle.LEFT | Rectangle.RIGHT | (first ? Rectangle.TOP : 0));
    flow.add(row);
  }

  private void asked() throws IOException {
    for (Annexes.AskedGroup group : register.asked()) {
      group(group.index(), group.title());
      for (Annexes.Asked body : group.bodies()) {
        List<String> texts = new ArrayList<>();
        Collections.addAll(
            texts,
            String.valueOf(body.number()),
            body.name(),
            String.join("\n", body.requestLetters()),
            date(body.dueOn()),
            lines(body.replies(), Annexes.Reply::citation),
            lines(body.replies(), reply -> date(reply.receivedOn())),
            body.state(),
            Numbers.of(body.comments()),
            body.note());
        add(texts);
      }
    }
  }

  private static String lines(List<Annexes.Reply> replies, Function<Annexes.Reply, String> line) {
    return replies.stream()
        .map(line)
        .map(text -> text == null ? "" : text)
        .collect(Collectors.joining("\n"));
  }

  private void matrix() throws IOException {
    for (Annexes.MatrixLine line : register.matrix()) {
      PdfFonts.Face face = line.sum() ? PdfFonts.Face.BOLD : PdfFonts.Face.REGULAR;
      List<PdfPCell> row = new ArrayList<>();
      row.add(cells.cell(line.index(), face, MATRIX, true));
      row.add(cells.cell(line.title(), face, MATRIX, false));
      for (Integer number : line.cells()) {
        row.add(cells.cell(number == null ? null : Numbers.of(number), face, MATRIX, true));
      }
      flow.add(cells.row(PdfCells.widths(columns), row.toArray(PdfPCell[]::new)));
    }
  }

  private void letters() throws IOException {
    for (Annexes.LetterEntry letter : register.letters()) {
      List<String> texts = new ArrayList<>();
      Collections.addAll(
          texts,
          String.valueOf(letter.number()),
          letter.name(),
          letter.symbol(),
          date(letter.date()),
          letter.arrivalNumber(),
          date(letter.receivedOn()),
          letter.position(),
          letter.channel(),
          Numbers.of(letter.comments()),
          Numbers.of(letter.files()),
          letter.note());
      add(texts);
    }
  }

  private void add(List<String> texts) throws IOException {
    flow.add(cells.row(columns, PdfCells.SMALL, texts));
  }

  private static String date(LocalDate day) {
    return day == null ? null : VietnamTime.shortDate(day);
  }
}
