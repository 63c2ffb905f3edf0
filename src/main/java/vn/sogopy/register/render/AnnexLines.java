package vn.sogopy.register.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;

/** The lines of an annex one by one, under the heads that {@code Columns} gives. */
final class AnnexLines {
  private final Register register;
  private final Sink sink;

  /** Takes a line at a time: an annex may be long. */
  @FunctionalInterface
  interface Sink {
    void take(Line line) throws IOException;
  }

  private AnnexLines(Register register, Sink sink) {
    this.register = register;
    this.sink = sink;
  }

  static void write(Annex annex, Register register, Sink sink) throws IOException {
    AnnexLines lines = new AnnexLines(register, sink);
    switch (annex) {
      case COMMENTS -> lines.comments();
      case ASKED -> lines.asked();
      case MATRIX -> lines.matrix();
      case LETTERS -> lines.letters();
    }
  }

  static String anchor(Register.Group group) {
    return "nhom-" + group.index();
  }

  static String anchor(Register.Body body) {
    return "co-quan-" + body.number();
  }

  static String anchor(Register.Row row) {
    return "y-kien-" + row.index();
  }

  private void comments() throws IOException {
    if (register.topics() != null) {
      topics();
      return;
    }
    for (Register.Group group : register.groups()) {
      heading(Line.Kind.GROUP, List.of(anchor(group)), null, group.index() + ". " + group.title());
      for (Register.Body body : group.bodies()) {
        heading(
            Line.Kind.AGENCY,
            List.of(anchor(body)),
            body.name(),
            body.number() + ". " + body.heading());
        if (body.rows().isEmpty() && body.statement() != null) {
          row(List.of(), body.name(), (Object[]) PageHeadings.cells(register, body));
        }
        for (Register.Row row : body.rows()) {
          row(List.of(anchor(row)), body.name(), (Object[]) PageHeadings.cells(register, row));
        }
      }
    }
  }

  private void topics() throws IOException {
    for (Register.Topic topic : register.topics()) {
      for (Register.Shared shared : topic.rows()) {
        topic(topic.heading(), shared);
      }
    }
    for (Register.Group group : register.withoutComments()) {
      for (Register.Body body : group.bodies()) {
        topicRow(List.of(), Register.NO_COMMENTS, body.heading(), body.statement(), null);
      }
    }
  }

  private void topic(String heading, Register.Shared shared) throws IOException {
    topicRow(
        shared.voices().stream().map(voice -> anchor(voice.row())).toList(),
        heading,
        PageHeadings.bodies(shared),
        PageHeadings.said(shared),
        PageHeadings.answered(shared));
  }

  private void topicRow(
      List<String> anchors, String topic, String bodies, String said, String answer)
      throws IOException {
    if (register.document().answers()) {
      row(anchors, null, topic, bodies, said, answer);
    } else {
      row(anchors, null, topic, bodies, said);
    }
  }

  private void asked() throws IOException {
    for (Annexes.AskedGroup group : register.asked()) {
      heading(Line.Kind.GROUP, List.of(), null, group.index() + ". " + group.title());
      for (Annexes.Asked body : group.bodies()) {
        row(
            List.of(),
            null,
            body.number(),
            body.name(),
            String.join(";\n", body.requestLetters()),
            body.dueOn(),
            body.replies().stream().map(Annexes.Reply::citation).collect(Collectors.joining(";\n")),
            received(body.replies()),
            body.state(),
            body.comments(),
            body.note());
      }
    }
  }

  /** A date where there is one alone; else a line a reply. */
  private static Object received(List<Annexes.Reply> replies) {
    if (replies.size() == 1) {
      return replies.get(0).receivedOn();
    }
    return replies.stream()
        .map(Annexes.Reply::receivedOn)
        .map(AnnexLines::day)
        .collect(Collectors.joining(";\n"));
  }

  private static String day(LocalDate day) {
    return day == null ? "" : VietnamTime.shortDate(day);
  }

  private void matrix() throws IOException {
    for (Annexes.MatrixLine line : register.matrix()) {
      List<Object> cells = new ArrayList<>(Arrays.asList(line.index(), line.title()));
      cells.addAll(line.cells());
      sink.take(new Line(line.sum() ? Line.Kind.SUM : Line.Kind.ROW, List.of(), null, cells));
    }
  }

  private void letters() throws IOException {
    for (Annexes.LetterEntry letter : register.letters()) {
      row(
          List.of(),
          null,
          letter.number(),
          letter.name(),
          letter.symbol(),
          letter.date(),
          letter.arrivalNumber(),
          letter.receivedOn(),
          letter.position(),
          letter.channel(),
          letter.comments(),
          letter.files(),
          letter.note());
    }
  }

  private void heading(Line.Kind kind, List<String> anchors, String agency, String text)
      throws IOException {
    sink.take(new Line(kind, anchors, agency, List.of(text)));
  }

  private void row(List<String> anchors, String agency, Object... cells) throws IOException {
    sink.take(new Line(Line.Kind.ROW, anchors, agency, Arrays.asList(cells)));
  }
}
