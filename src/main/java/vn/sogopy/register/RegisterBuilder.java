package vn.sogopy.register;

import static vn.sogopy.consultation.ReplyState.State.AGREED;
import static vn.sogopy.consultation.ReplyState.State.NOT_REPLIED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.ReplyState;
import vn.sogopy.text.Roman;

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
  private final Map<Snapshot.BodyRef, Papers> bodies = new TreeMap<>(REGISTER_ORDER);

  /** All that one body sent, in order. */
  private static final class Papers {
    final List<Snapshot.LetterRow> letters = new ArrayList<>();
    final List<Snapshot.CommentRow> comments = new ArrayList<>();
    Snapshot.BodyRef latest;
  }

  RegisterBuilder(Snapshot snapshot) {
    this.snapshot = snapshot;
    for (Snapshot.LetterRow letter : snapshot.letters()) {
      papers(letter.body()).letters.add(letter);
    }
    for (Snapshot.CommentRow comment : snapshot.comments()) {
      papers(comment.body()).comments.add(comment);
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

  Register build(Instant at, String by) {
    return new Register(
        Wording.title(snapshot),
        snapshot.sample() ? Register.SAMPLE_MARK : null,
        snapshot.plan(),
        snapshot.planTitle(),
        snapshot.draft(),
        at,
        by,
        snapshot.counts(),
        snapshot.restrictedLeftOut(),
        groups());
  }

  private List<Register.Group> groups() {
    Map<String, List<Register.Body>> byGroup = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Snapshot.BodyRef, Papers> entry : bodies.entrySet()) {
      Snapshot.BodyRef ref = entry.getKey();
      if (entry.getValue().comments.isEmpty() && reply(ref) == NOT_REPLIED) {
        // Those that have not replied stand only in annex II.
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

  private Register.Body body(int number, Snapshot.BodyRef ref, Papers papers) {
    Map<UUID, String> citations = new LinkedHashMap<>();
    List<Register.Letter> letters = new ArrayList<>();
    Set<UUID> spoken =
        papers.comments.stream().map(Snapshot.CommentRow::letterId).collect(Collectors.toSet());
    for (Snapshot.LetterRow letter : papers.letters) {
      if (!letter.stands() && !spoken.contains(letter.id())) {
        continue;
      }
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
    return new Register.Body(
        number,
        ref.code(),
        papers.latest.name(),
        letters,
        agrees ? Register.AGREEMENT : null,
        rows);
  }

  private ReplyState.State reply(Snapshot.BodyRef ref) {
    ReplyState reply = snapshot.replies().get(ref.code());
    return reply == null ? NOT_REPLIED : reply.state();
  }

  private Register.Row row(String index, Snapshot.CommentRow comment, String letter) {
    return new Register.Row(
        index,
        comment.id(),
        comment.receiptNumber(),
        comment.part(),
        letter,
        Wording.place(comment),
        comment.content(),
        comment.proposal(),
        comment.status(),
        result(comment),
        Wording.result(comment),
        Wording.answer(comment, snapshot.documents()),
        comment.late() ? "Gửi sau thời hạn" : null);
  }

  private static Result result(Snapshot.CommentRow comment) {
    return comment.status() == Status.APPROVED ? comment.result() : null;
  }
}
