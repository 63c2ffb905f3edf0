package vn.sogopy.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;

/** Made-up rows of a register. */
final class Snapshots {
  static final LocalDate DUE = LocalDate.of(2021, 9, 30);

  private Snapshots() {}

  static Snapshot of(List<Snapshot.LetterRow> letters, List<Snapshot.CommentRow> comments) {
    return new Snapshot(
        "bac-kan-2021-2030",
        "Quy hoạch tỉnh Bắc Kạn thời kỳ 2021-2030",
        true,
        2,
        DUE,
        Map.of(
            "v.1", new Snapshot.Document("Báo cáo tổng hợp", false),
            "bcth", new Snapshot.Document("Báo cáo tổng hợp", true)),
        letters,
        comments,
        0);
  }

  /** A body in group 1 CENTRAL, 4 PROVINCIAL or 5 DISTRICT. */
  static Snapshot.BodyRef body(int group, int position, String code, String name, LocalDate on) {
    String groupCode = group == 1 ? "CENTRAL" : group == 4 ? "PROVINCIAL" : "DISTRICT";
    return new Snapshot.BodyRef(group, groupCode, "Nhóm " + group, position, code, name, on);
  }

  static Snapshot.BodyRef body(int group, int position, String code) {
    return body(group, position, code, "Cơ quan " + code, LocalDate.of(2021, 8, 24));
  }

  static Snapshot.LetterRow letter(
      Snapshot.BodyRef body, String number, LocalDate date, LocalDate received, Position position) {
    return new Snapshot.LetterRow(body, UUID.randomUUID(), number, date, received, position, true);
  }

  static Snapshot.LetterRow letter(Snapshot.BodyRef body, String number, Position position) {
    LocalDate day = LocalDate.of(2021, 8, 24);
    return letter(body, number, day, day.plusDays(1), position);
  }

  /** A received comment on V.1, to be varied. */
  static Row comment(Snapshot.BodyRef body) {
    return new Row(body);
  }

  static final class Row {
    private final Snapshot.BodyRef body;
    private UUID letter;
    private String section = "V.1";
    private String document = "Báo cáo tổng hợp";
    private boolean isDocument;
    private Integer page;
    private Status status = Status.RECEIVED;
    private Result result;
    private String response;
    private String revisionSection;
    private Integer revisionPage;
    private String revisionNote;
    private boolean late;

    private Row(Snapshot.BodyRef body) {
      this.body = body;
    }

    Row in(Snapshot.LetterRow row) {
      letter = row.id();
      return this;
    }

    Row general() {
      section = null;
      document = null;
      return this;
    }

    Row onDocument() {
      section = "BCTH";
      isDocument = true;
      return this;
    }

    Row page(int number) {
      page = number;
      return this;
    }

    Row late() {
      late = true;
      return this;
    }

    Row answered(Status now, Result with, String words) {
      status = now;
      result = with;
      response = words;
      return this;
    }

    Row approved(Result with) {
      return answered(Status.APPROVED, with, "Trả lời.");
    }

    Row revision(String inSection, Integer onPage, String note) {
      revisionSection = inSection;
      revisionPage = onPage;
      revisionNote = note;
      return this;
    }

    Snapshot.CommentRow row() {
      return new Snapshot.CommentRow(
          body,
          UUID.randomUUID(),
          1042,
          null,
          letter,
          section,
          document,
          isDocument,
          page,
          "Nội dung",
          null,
          status,
          result,
          response,
          revisionSection,
          revisionPage,
          revisionNote,
          late);
    }
  }
}
