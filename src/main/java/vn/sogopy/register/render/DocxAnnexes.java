package vn.sogopy.register.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The lying pages; docs/domain.md section 6. */
final class DocxAnnexes {
  private final DocxWriter writer;
  private final Register register;
  private final Seal seal;

  DocxAnnexes(DocxWriter writer, Register register, Seal seal) {
    this.writer = writer;
    this.register = register;
    this.seal = seal;
  }

  void write(Annex annex) throws IOException {
    writer.paragraph(DocxStyle.TITLE, register.document().number(annex));
    writer.paragraph(DocxStyle.ANNEX_TITLE, annex.title(register));
    if (register.extract() != null) {
      writer.paragraph(DocxStyle.EXTRACT, PageHeadings.EXTRACT);
      writer.paragraph(DocxStyle.EXTRACT, PageHeadings.filters(register));
    }
    writer.held(DocxStyle.ATTACHED, PageHeadings.attachedTo(register, seal));
    DocxTable table = writer.table(Columns.of(annex, register), DocxPage.LOW);
    switch (annex) {
      case COMMENTS -> comments(table);
      case ASKED -> asked(table);
      case MATRIX -> matrix(table);
      case LETTERS -> letters(table);
    }
    table.end();
  }

  private void comments(DocxTable table) throws IOException {
    if (register.topics() == null) {
      DocxComments.byAgency(table, register);
    } else {
      DocxComments.byTopic(table, register);
    }
  }

  private void asked(DocxTable table) throws IOException {
    for (Annexes.AskedGroup group : register.asked()) {
      table.heading(DocxStyle.GROUP, group.index(), group.title(), "hoi_nhom_" + group.index());
      for (Annexes.Asked body : group.bodies()) {
        table.row(
            Numbers.of(body.number()),
            body.name(),
            lines(body.requestLetters().stream()),
            date(body.dueOn()),
            lines(body.replies().stream().map(Annexes.Reply::citation)),
            lines(body.replies().stream().map(reply -> date(reply.receivedOn()))),
            body.state(),
            Numbers.of(body.comments()),
            body.note());
      }
    }
  }

  private void matrix(DocxTable table) throws IOException {
    for (Annexes.MatrixLine line : register.matrix()) {
      String[] cells =
          Stream.concat(
                  Stream.of(Objects.requireNonNullElse(line.index(), ""), line.title()),
                  line.cells().stream().map(cell -> cell == null ? "" : Numbers.of(cell)))
              .toArray(String[]::new);
      if (line.sum()) {
        table.sum(cells);
      } else {
        table.row(cells);
      }
    }
  }

  private void letters(DocxTable table) throws IOException {
    for (Annexes.LetterEntry letter : register.letters()) {
      table.row(
          Numbers.of(letter.number()),
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
    }
  }

  private static String lines(Stream<String> parts) {
    return parts.collect(Collectors.joining("\n"));
  }

  private static String date(LocalDate day) {
    return day == null ? "" : VietnamTime.shortDate(day);
  }
}
