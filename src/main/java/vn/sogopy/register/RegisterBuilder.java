package vn.sogopy.register;

import static vn.sogopy.consultation.ReplyState.State.AGREED;
import static vn.sogopy.consultation.ReplyState.State.NOT_REPLIED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.ReplyState;
import vn.sogopy.security.Act;
import vn.sogopy.text.Roman;
import vn.sogopy.text.VietnamTime;

/**
 * From the snapshot to the register: groups, agencies numbered straight through, comments n.m.
 * Plain Java.
 */
final class RegisterBuilder {
  private static final Comparator<Snapshot.BodyRef> REGISTER_ORDER =
      Comparator.comparingInt(Snapshot.BodyRef::groupPosition)
          .thenComparingInt(Snapshot.BodyRef::position)
          .thenComparing(Snapshot.BodyRef::code);

  private final Snapshot snapshot;
  private final Map<String, ReplyState> replies;
  private final Map<Snapshot.BodyRef, Papers> bodies = new TreeMap<>(REGISTER_ORDER);

  /** All that one body sent, in order. */
  private static final class Papers {
    final List<Snapshot.LetterRow> letters = new ArrayList<>();
    final List<Snapshot.CommentRow> comments = new ArrayList<>();
    Snapshot.BodyRef latest;
  }

  RegisterBuilder(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.replies = snapshot.sums().replies();
    for (Snapshot.LetterRow letter : snapshot.letters()) {
      papers(letter.body()).letters.add(letter);
    }
    Snapshot.BodyRef body = null;
    Papers papers = null;
    for (Snapshot.CommentRow comment : snapshot.comments()) {
      // Most have the very body of the one before: RegisterRows.
      if (comment.body() != body) {
        body = comment.body();
        papers = papers(body);
      }
      papers.comments.add(comment);
    }
  }

  /** The name printed is that of the latest paper. */
  private Papers papers(Snapshot.BodyRef body) {
    Papers papers = bodies.computeIfAbsent(body, key -> new Papers());
    if (papers.latest == null || !body.on().isBefore(papers.latest.on())) {
      papers.latest = body;
    }
    return papers;
  }

  Register build(Act act) {
    RegisterScope scope = snapshot.scope();
    List<Register.Group> groups = groups();
    AnnexBuilder annexes = new AnnexBuilder(snapshot, names());
    int differences =
        (int)
            snapshot.comments().stream()
                .filter(comment -> !Wording.differences(comment).isEmpty())
                .count();
    return new Register(
        ReportWording.title(snapshot),
        snapshot.plan().head().sample() ? Register.SAMPLE_MARK : null,
        snapshot.plan().slug(),
        snapshot.plan().head().title(),
        snapshot.plan().draft(),
        snapshot.plan().status().label(),
        scope.document(),
        scope.isExtract() ? scope.words(snapshot.scopeNames()) : null,
        scope.publicForm(),
        act.at(),
        act.caller().name(),
        annexes.letterhead(),
        report(snapshot, act, differences),
        scope.document() == DocumentKind.FULL
            ? Stream.of(DocumentKind.SUMMARY, DocumentKind.RESPONSE)
                .map(kind -> part(kind, act, differences))
                .toList()
            : List.of(),
        snapshot.sums().counts(),
        snapshot.sums().restrictedLeftOut(),
        sections(),
        groups,
        null,
        annexes.asked(),
        annexes.matrix(),
        annexes.letters(),
        null);
  }

  private Register.Part part(DocumentKind kind, Act act, int differences) {
    Snapshot other = snapshot.as(kind);
    return new Register.Part(kind, ReportWording.title(other), report(other, act, differences));
  }

  /** The extract for one body is annex I alone. */
  private static Register.Report report(Snapshot snapshot, Act act, int differences) {
    return snapshot.scope().organization() == null
        ? ReportWording.report(snapshot, VietnamTime.dayOf(act.at()), differences)
        : null;
  }

  /** What each body of annex I is called there. */
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>(snapshot.names());
    bodies.forEach((ref, papers) -> names.put(ref.code(), papers.latest.name()));
    return names;
  }

  private List<Register.Section> sections() {
    Map<String, Snapshot.CommentRow> byPath = new HashMap<>();
    for (Snapshot.CommentRow comment : snapshot.comments()) {
      if (comment.sectionPath() != null) {
        byPath.putIfAbsent(comment.sectionPath(), comment);
      }
    }
    return new TreeMap<>(byPath)
        .values().stream()
            .map(first -> new Register.Section(first.sectionCode(), Wording.topic(first)))
            .toList();
  }

  private List<Register.Group> groups() {
    Map<String, List<Register.Body>> byGroup = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Snapshot.BodyRef, Papers> entry : bodies.entrySet()) {
      Snapshot.BodyRef ref = entry.getKey();
      if (entry.getValue().comments.isEmpty() && hasNoRow(ref)) {
        continue;
      }
      number++;
      titles.put(ref.groupCode(), ref.groupTitle());
      byGroup
          .computeIfAbsent(ref.groupCode(), code -> new ArrayList<>())
          .add(body(number, ref, entry.getValue()));
    }
    List<Register.Group> groups = new ArrayList<>();
    byGroup.forEach(
        (code, members) ->
            groups.add(
                new Register.Group(Roman.of(groups.size() + 1), code, titles.get(code), members)));
    return groups;
  }

  /**
   * Those that have not replied stand only in annex II; and what a body says of the draft as a
   * whole is no part of an extract of one section.
   */
  private boolean hasNoRow(Snapshot.BodyRef ref) {
    return snapshot.scope().section() != null || reply(ref) == NOT_REPLIED;
  }

  private Register.Body body(int number, Snapshot.BodyRef ref, Papers papers) {
    Map<UUID, String> citations = new LinkedHashMap<>();
    List<Register.Letter> letters = new ArrayList<>();
    boolean classified = false;
    Set<UUID> spoken =
        papers.comments.stream().map(Snapshot.CommentRow::letterId).collect(Collectors.toSet());
    for (Snapshot.LetterRow letter : papers.letters) {
      if (!letter.stands() && !spoken.contains(letter.id())) {
        continue;
      }
      classified |= letter.classified();
      String citation = Wording.citation(letter);
      citations.put(letter.id(), citation);
      letters.add(new Register.Letter(letter.id(), letter.number(), letter.date(), citation));
    }
    boolean several = letters.size() > 1;
    List<Register.Row> rows = new ArrayList<>();
    for (Snapshot.CommentRow comment : papers.comments) {
      String letter = several ? citations.get(comment.letterId()) : null;
      rows.add(row(number + "." + (rows.size() + 1), comment, letter));
    }
    boolean agrees = rows.isEmpty() && reply(ref) == AGREED;
    String name = papers.latest.name();
    return new Register.Body(
        number,
        ref.code(),
        name,
        Wording.heading(name, letters),
        letters,
        agrees ? Register.AGREEMENT : null,
        rows.isEmpty() && !agrees ? remark(classified) : null,
        rows);
  }

  private static String remark(boolean classified) {
    return classified ? Wording.CLASSIFIED : "Đã có văn bản, chưa ghi nhận ý kiến cụ thể";
  }

  private ReplyState.State reply(Snapshot.BodyRef ref) {
    ReplyState reply = replies.get(ref.code());
    return reply == null ? NOT_REPLIED : reply.state();
  }

  private Register.Row row(String index, Snapshot.CommentRow comment, String letter) {
    return new Register.Row(
        index,
        comment.id(),
        comment.receiptNumber(),
        comment.part(),
        letter,
        comment.sectionCode(),
        Wording.place(comment),
        comment.content(),
        comment.proposal(),
        snapshot.scope().publicForm() ? null : comment.author(),
        comment.status(),
        result(comment),
        Wording.result(comment),
        Wording.answer(comment, snapshot.documents()),
        Wording.isPromise(comment),
        comment.status() == Status.APPROVED ? comment.sameAs() : null,
        comment.restricted(),
        Wording.differences(comment),
        Wording.direction(comment),
        Wording.note(comment));
  }

  private static Result result(Snapshot.CommentRow comment) {
    return comment.status() == Status.APPROVED ? comment.result() : null;
  }
}
