package vn.sogopy.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.security.Actor;

/** Invented snapshots and rows of a register. */
final class Snapshots {
  /** Any counts: the register prints what it is given. */
  static final Counts COUNTS =
      new Counts(75, 50, 10, 40, 2, 25, 3, 128, Map.of(), new Counts.Unasked(1, 4, Map.of()));

  static final DraftRef DRAFT = new DraftRef(null, "bac-kan-2021-2030", null, null, 2);

  static final PlanHead.Head HEAD =
      new PlanHead.Head(
          "Quy hoạch tỉnh Bắc Kạn thời kỳ 2021-2030",
          true,
          new Letterhead(
              "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
              "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
              "SKHĐT",
              "Bắc Kạn",
              "Bắc Kạn",
              "Ủy ban nhân dân tỉnh Bắc Kạn",
              "GIÁM ĐỐC",
              null,
              List.of("Như trên;", "Lưu: VT, TH."),
              List.of("Thực hiện Kế hoạch số 1/KH-UBND."),
              null),
          "Sở Kế hoạch và Đầu tư",
          "Sở Kế hoạch và Đầu tư");

  private Snapshots() {}

  /** Every organization with a letter counts as having commented. */
  static Snapshot of(List<Snapshot.LetterRow> letters, List<Row> comments) {
    Map<String, ReplyState> replies = new HashMap<>();
    letters.forEach(letter -> replies.put(letter.body().code(), reply(ReplyState.State.COMMENTED)));
    return of(letters, comments, replies);
  }

  static Snapshot of(
      List<Snapshot.LetterRow> letters, List<Row> comments, Map<String, ReplyState> replies) {
    return of(letters, comments, replies, RegisterScope.whole(false), true);
  }

  /**
   * @param scope the whole draft or one organization
   * @param restricted whether the reader sees restricted comments
   */
  static Snapshot of(
      List<Snapshot.LetterRow> letters,
      List<Row> comments,
      Map<String, ReplyState> replies,
      RegisterScope scope,
      boolean restricted) {
    return new Snapshot(
        DRAFT,
        DraftStatus.OPEN,
        Snapshot.Settings.NONE,
        HEAD,
        scope,
        restricted,
        List.of(),
        code -> scope.organization() == null || scope.organization().equals(code),
        Map.of(
            "v.1",
            new Snapshot.SectionRef(null, "V.1", "Giao thông", null, "Báo cáo tổng hợp", false),
            "bcth",
            new Snapshot.SectionRef(
                null, "BCTH", "Báo cáo tổng hợp", null, "Báo cáo tổng hợp", true)),
        COUNTS,
        new ConsultationRound.Apart(2, 1, 1),
        List.of(),
        List.of(),
        List.of(),
        replies,
        restricted ? 0 : (int) comments.stream().filter(row -> row.restricted).count(),
        new ConsulteeReader.Bodies(List.of(), List.of(), Map.of()),
        Map.of(),
        letters,
        byLetter(comments),
        byLetter(comments),
        comments.stream().map(Row::section).filter(Objects::nonNull).distinct().toList(),
        new Snapshot.LeaderPoints(0, 0, 0));
  }

  /** The counts, as the query over all comments returns them. */
  private static List<Snapshot.ByLetter> byLetter(List<Row> comments) {
    Map<List<Object>, List<Row>> byLetter = new LinkedHashMap<>();
    for (Row comment : comments) {
      byLetter
          .computeIfAbsent(
              Arrays.asList(comment.body.id(), comment.letter, comment.restricted),
              key -> new ArrayList<>())
          .add(comment);
    }
    return byLetter.values().stream()
        .map(
            rows ->
                new Snapshot.ByLetter(
                    rows.stream()
                        .map(row -> row.body)
                        .max(Comparator.comparing(Snapshot.BodyRef::on))
                        .orElseThrow(),
                    rows.get(0).letter,
                    Position.COMMENTS,
                    rows.size(),
                    rows.get(0).restricted))
        .toList();
  }

  /** The register of these comments, given in the order of the builder's query. */
  static Register build(Actor actor, Snapshot snapshot, List<Row> comments) {
    RegisterBuilder builder = new RegisterBuilder(snapshot);
    StreamedRows passing =
        new StreamedRows(
            passing(builder.commenting(), comments, snapshot.restricted())::poll, row -> {}, true);
    Register register = builder.build(actor, passing);
    passing.requireEnd();
    return register;
  }

  /**
   * @param restricted whether the reader sees restricted comments
   */
  static Queue<Snapshot.Numbered> passing(
      List<UUID> bodies, List<Row> comments, boolean restricted) {
    Queue<Snapshot.Numbered> rows = new ArrayDeque<>();
    for (int body = 0; body < bodies.size(); body++) {
      for (Row comment : comments) {
        if (comment.body.id().equals(bodies.get(body))) {
          boolean hidden = comment.restricted && !restricted;
          rows.add(new Snapshot.Numbered(body, hidden ? null : comment.row()));
        }
      }
    }
    return rows;
  }

  static ReplyState reply(ReplyState.State state) {
    return new ReplyState(state, null, false, false, null, null);
  }

  /** An organization in group 1 CENTRAL, 4 PROVINCIAL or 5 DISTRICT. */
  static Snapshot.BodyRef body(int group, int position, String code, String name, LocalDate on) {
    String groupCode = group == 1 ? "CENTRAL" : group == 4 ? "PROVINCIAL" : "DISTRICT";
    UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    return new Snapshot.BodyRef(id, group, groupCode, "Nhóm " + group, position, code, name, on);
  }

  static Snapshot.BodyRef body(int group, int position, String code) {
    return body(group, position, code, "Cơ quan " + code, LocalDate.of(2021, 8, 24));
  }

  static Snapshot.LetterRow letter(Snapshot.BodyRef body, String number, LocalDate date) {
    return letter(body, UUID.randomUUID(), number, date, true);
  }

  private static Snapshot.LetterRow letter(
      Snapshot.BodyRef body, UUID id, String number, LocalDate date, boolean valid) {
    return new Snapshot.LetterRow(
        body,
        id,
        number,
        date,
        "1540",
        date,
        Position.COMMENTS,
        Channel.LETTER,
        false,
        false,
        valid,
        0);
  }

  static Snapshot.LetterRow letter(Snapshot.BodyRef body, String number) {
    return letter(body, number, LocalDate.of(2021, 8, 24));
  }

  /** A copy that is withdrawn or replaced. */
  static Snapshot.LetterRow gone(Snapshot.LetterRow letter) {
    return letter(letter.body(), letter.id(), letter.number(), letter.date(), false);
  }

  /** A received comment on V.1, for variations. */
  static Row comment(Snapshot.BodyRef body) {
    return new Row(body);
  }

  static final class Row {
    private final Snapshot.BodyRef body;
    private UUID letter;
    private String section = "V.1";
    private String document = "Báo cáo tổng hợp";
    private boolean isDocument;
    private String pages;
    private Status status = Status.RECEIVED;
    private Result result;
    private String response;
    private String revisionSection;
    private String revisionPages;
    private String revisionNote;
    private boolean late;
    private boolean restricted;
    private ReactionKind reaction;
    private String direction;

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
      return pages(String.valueOf(number));
    }

    Row pages(String ranges) {
      pages = ranges;
      return this;
    }

    Row late() {
      late = true;
      return this;
    }

    Row restricted() {
      restricted = true;
      return this;
    }

    Row reaction(ReactionKind kind) {
      reaction = kind;
      return this;
    }

    Row direction(String text) {
      direction = text;
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
      revisionPages = onPage == null ? null : onPage.toString();
      revisionNote = note;
      return this;
    }

    Row revisionPages(String ranges) {
      revisionPages = ranges;
      return this;
    }

    Snapshot.SectionRef section() {
      return section == null
          ? null
          : new Snapshot.SectionRef(
              UUID.nameUUIDFromBytes(section.getBytes(StandardCharsets.UTF_8)),
              section,
              "Giao thông",
              "00010005",
              document,
              isDocument);
    }

    Snapshot.CommentRow row() {
      return new Snapshot.CommentRow(
          UUID.randomUUID(),
          1042,
          null,
          letter,
          section(),
          pages,
          "Nội dung",
          null,
          null,
          status,
          result,
          response,
          revisionSection,
          revisionPages,
          revisionNote,
          null,
          restricted,
          late,
          false,
          Position.COMMENTS,
          direction == null ? null : "Các sở có ý kiến khác nhau",
          reaction,
          null,
          direction,
          direction == null ? null : "Thông báo số 12/TB-UBND",
          direction == null ? null : LocalDate.of(2021, 10, 5));
    }
  }
}
