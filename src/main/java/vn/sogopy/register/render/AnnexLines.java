package vn.sogopy.register.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Topics;

/** The lines of an annex in order, with the columns of {@link Annex#columns}. */
final class AnnexLines {
  private final Register register;
  private final Sink sink;

  /** Receives one line at a time: an annex may be long. */
  @FunctionalInterface
  interface Sink {
    void take(Line line) throws IOException;
  }

  /** The kind of a line. */
  enum Kind {
    GROUP,
    AGENCY,
    ROW,
    TOPIC,
    SUM
  }

  /**
   * A line before it is formatted.
   *
   * @param anchors targets of links in an HTML page
   * @param bookmark of a group, an agency, or the first row of a topic; else null
   * @param index of a group or an agency; else null
   * @param agency of the line, for filters; null in the annexes with a column for it
   * @param cells each a String, an Integer, a LocalDate, a List of these, or null; for a heading
   *     only its text
   */
  record Line(
      Kind kind,
      List<String> anchors,
      String bookmark,
      String index,
      String agency,
      List<Object> cells) {

    boolean isHeading() {
      return kind == Kind.GROUP || kind == Kind.AGENCY;
    }

    /** The text of a heading, without its index. */
    String text() {
      return (String) cells.get(0);
    }

    /** The text of a heading, with its index. */
    String heading() {
      return index + ". " + text();
    }

    /** The cells with each list as one text. */
    List<Object> plain(String between) {
      List<Object> plain = new ArrayList<>(cells);
      plain.replaceAll(cell -> cell instanceof List<?> ? words(cell, between) : cell);
      return plain;
    }

    /**
     * The cells as text; an empty one is "".
     *
     * @param between separator of the items of a list
     */
    List<String> texts(String between) {
      return cells.stream().map(cell -> words(cell, between)).toList();
    }
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

  private static String words(Object cell, String between) {
    if (cell instanceof List<?> items) {
      return items.stream().map(item -> words(item, between)).collect(Collectors.joining(between));
    }
    if (cell instanceof LocalDate day) {
      return VietnamTime.shortDate(day);
    }
    return cell instanceof Integer number ? Numbers.of(number) : cell == null ? "" : (String) cell;
  }

  static String anchor(Register.Group group) {
    return "nhom-" + group.index();
  }

  static String anchor(Register.Body body) {
    return "co-quan-" + body.number();
  }

  static String anchor(Register.Row row) {
    return anchor(row.index());
  }

  /** The anchor of the comment with this number. */
  static String anchor(String index) {
    return "y-kien-" + index;
  }

  private void comments() throws IOException {
    if (register.topics() != null) {
      topics();
      return;
    }
    for (Register.Group group : register.groups()) {
      String index = group.index();
      heading(Kind.GROUP, List.of(anchor(group)), "nhom_" + index, index, null, group.title());
      for (Register.Body body : group.bodies()) {
        String number = String.valueOf(body.number());
        List<String> anchors = List.of(anchor(body));
        heading(Kind.AGENCY, anchors, "co_quan_" + number, number, body.name(), body.heading());
        if (body.rows().isEmpty() && body.statement() != null) {
          comment(List.of(), body, null, null, null, body.statement(), null, null, null);
        }
        for (Register.Row row : body.rows()) {
          comment(
              List.of(anchor(row)),
              body,
              row.index(),
              row.letter(),
              row.place(),
              row.fullContent(),
              row.resultLabel(),
              row.fullAnswer(),
              row.note());
        }
      }
    }
  }

  /**
   * A comment, or the statement of an organization without comments. The last three cells are
   * result, answer and note; a summary has only the note.
   */
  private void comment(List<String> anchors, Register.Body body, String... texts)
      throws IOException {
    List<Object> cells = new ArrayList<>(Arrays.asList((Object[]) texts));
    if (!register.document().answers()) {
      cells.subList(cells.size() - 3, cells.size() - 1).clear();
    }
    sink.take(new Line(Kind.ROW, anchors, null, null, body.name(), cells));
  }

  private void topics() throws IOException {
    int number = 0;
    for (Topics.Topic topic : register.topics()) {
      number++;
      String bookmark = "noi_dung_" + number;
      for (Topics.Shared shared : topic.rows()) {
        topic(
            shared.voices().stream().map(voice -> anchor(voice.row())).toList(),
            bookmark,
            topic.heading(),
            PageHeadings.bodies(shared),
            PageHeadings.contents(shared),
            PageHeadings.answer(shared));
        bookmark = null;
      }
    }
    String bookmark = "khong_co_y_kien";
    for (Register.Group group : register.withoutComments()) {
      for (Register.Body body : group.bodies()) {
        topic(List.of(), bookmark, Topics.NO_COMMENTS, body.heading(), body.statement(), null);
        bookmark = null;
      }
    }
  }

  /** The last cell is the answer. */
  private void topic(List<String> anchors, String bookmark, String... texts) throws IOException {
    List<Object> cells = Arrays.asList((Object[]) texts);
    int printed = register.document().answers() ? cells.size() : cells.size() - 1;
    sink.take(new Line(Kind.TOPIC, anchors, bookmark, null, null, cells.subList(0, printed)));
  }

  private void asked() throws IOException {
    for (Annexes.AskedGroup group : register.asked()) {
      String index = group.index();
      heading(Kind.GROUP, List.of(), "hoi_nhom_" + index, index, null, group.title());
      for (Annexes.Asked body : group.bodies()) {
        row(
            Kind.ROW,
            body.number(),
            body.name(),
            body.requestLetters(),
            body.dueOn(),
            body.replies().stream().map(Annexes.Reply::citation).toList(),
            received(body.replies()),
            body.state(),
            body.comments(),
            body.note());
      }
    }
  }

  /** The date itself for a single reply, so that a workbook has a date value. */
  private static Object received(List<Annexes.Reply> replies) {
    return replies.size() == 1
        ? replies.get(0).receivedOn()
        // A list that can hold nulls.
        : Arrays.asList(replies.stream().map(Annexes.Reply::receivedOn).toArray());
  }

  private void matrix() throws IOException {
    for (Annexes.MatrixLine line : register.matrix()) {
      List<Object> cells = new ArrayList<>(Arrays.asList(line.index(), line.title()));
      cells.addAll(line.cells());
      row(line.sum() ? Kind.SUM : Kind.ROW, cells.toArray());
    }
  }

  private void letters() throws IOException {
    for (Annexes.LetterEntry letter : register.letters()) {
      row(
          Kind.ROW,
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

  private void heading(
      Kind kind, List<String> anchors, String bookmark, String index, String agency, String text)
      throws IOException {
    sink.take(new Line(kind, anchors, bookmark, index, agency, List.of(text)));
  }

  private void row(Kind kind, Object... cells) throws IOException {
    sink.take(new Line(kind, List.of(), null, null, null, Arrays.asList(cells)));
  }
}
