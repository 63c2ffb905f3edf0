package vn.sogopy.register;

import static vn.sogopy.consultation.round.ReplyState.State.AGREED;
import static vn.sogopy.consultation.round.ReplyState.State.NOT_REPLIED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.security.Actor;

/** Builds the register of a snapshot: groups, agencies numbered across all groups, comments n.m. */
final class RegisterBuilder {
  private static final Comparator<Snapshot.BodyRef> REGISTER_ORDER =
      Comparator.comparingInt(Snapshot.BodyRef::groupPosition)
          .thenComparingInt(Snapshot.BodyRef::position)
          .thenComparing(Snapshot.BodyRef::code);

  private final Snapshot snapshot;
  private final Map<String, ReplyState> replies;
  private final Map<Snapshot.BodyRef, BodyData> bodies = new TreeMap<>(REGISTER_ORDER);

  /** The letters of one organization, in order, and the number of its comments. */
  private static final class BodyData {
    final List<Snapshot.LetterRow> letters = new ArrayList<>();

    /** The letters with comments. */
    final Set<UUID> commented = new HashSet<>();

    int comments;

    /** The number of its rows: the comments in scope that the reader sees. */
    int rows;

    Snapshot.BodyRef latest;
  }

  RegisterBuilder(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.replies = snapshot.replies();
    for (Snapshot.LetterRow letter : snapshot.letters()) {
      data(letter.body()).letters.add(letter);
    }
    for (Snapshot.ByLetter counted : snapshot.counted()) {
      BodyData data = data(counted.body());
      data.commented.add(counted.letterId());
      data.comments += counted.comments();
    }
    for (Snapshot.ByLetter selected : snapshot.selected()) {
      if (snapshot.included().test(selected.body().code())
          && (snapshot.restricted() || !selected.restricted())) {
        data(selected.body()).rows += selected.comments();
      }
    }
  }

  /**
   * The organizations with rows, in the order of the register. The comments must have the same
   * order.
   */
  List<UUID> commenting() {
    return bodies.entrySet().stream()
        .filter(entry -> entry.getValue().rows > 0)
        .map(entry -> entry.getKey().id())
        .toList();
  }

  /** The printed name is the name on the day of the latest letter or comment. */
  private BodyData data(Snapshot.BodyRef body) {
    BodyData data = bodies.computeIfAbsent(body, key -> new BodyData());
    if (data.latest == null || !body.on().isBefore(data.latest.on())) {
      data.latest = body;
    }
    return data;
  }

  /**
   * @param rows of all comments of {@link #commenting()}
   */
  Register build(Actor actor, StreamedRows rows) {
    RegisterScope scope = snapshot.scope();
    List<Register.Group> groups = groups(rows);
    AnnexBuilder annexes = new AnnexBuilder(snapshot, names());
    return new Register(
        ReportWording.title(snapshot, scope.document()),
        snapshot.head().mark(),
        snapshot.draft().plan(),
        snapshot.head().title(),
        snapshot.draft().number(),
        snapshot.status().label(),
        scope.document(),
        snapshot.filters().isEmpty() ? null : snapshot.filters(),
        scope.publicForm(),
        actor.at(),
        actor.caller().name(),
        annexes.letterhead(),
        report(scope.document(), actor),
        scope.document() == DocumentKind.FULL
            ? Stream.of(DocumentKind.SUMMARY, DocumentKind.RESPONSE)
                .map(kind -> part(kind, actor))
                .toList()
            : List.of(),
        snapshot.counts(),
        snapshot.restrictedLeftOut(),
        sections(),
        groups,
        null,
        annexes.asked(),
        annexes.matrix(),
        annexes.letters(),
        null);
  }

  private Register.Part part(DocumentKind kind, Actor actor) {
    return new Register.Part(kind, ReportWording.title(snapshot, kind), report(kind, actor));
  }

  /** An extract for one organization has no report. */
  private Register.Report report(DocumentKind kind, Actor actor) {
    return snapshot.scope().organization() == null
        ? ReportWording.report(snapshot, kind, actor.today(), differences())
        : null;
  }

  /** The names of the organizations in annex I, by code. */
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>(snapshot.names());
    bodies.forEach((ref, data) -> names.put(ref.code(), data.latest.name()));
    return names;
  }

  private List<Register.Section> sections() {
    return snapshot.sections().stream()
        .sorted(Comparator.comparing(Snapshot.SectionRef::path))
        .map(section -> new Register.Section(section.code(), Wording.topic(section)))
        .toList();
  }

  /**
   * The number of open points, by the position of the letter or of the comment itself. A direction
   * closes the point.
   */
  private int differences() {
    return snapshot.points().differing()
        - snapshot.points().directedDisagreeing()
        + snapshot.selected().stream()
            .filter(letter -> snapshot.included().test(letter.body().code()))
            .filter(letter -> letter.position() == Position.DISAGREES)
            .mapToInt(Snapshot.ByLetter::comments)
            .sum();
  }

  /** Groups and organizations have the numbers of the whole register, also in an extract. */
  private List<Register.Group> groups(StreamedRows rows) {
    Map<String, Register.Group> groups = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Snapshot.BodyRef, BodyData> entry : bodies.entrySet()) {
      Snapshot.BodyRef ref = entry.getKey();
      BodyData data = entry.getValue();
      if (data.comments == 0 && reply(ref) == NOT_REPLIED) {
        continue; // only in annex II
      }
      String index = Numbers.roman(groups.size() + 1);
      number++;
      List<Register.Body> members =
          groups
              .computeIfAbsent(
                  ref.groupCode(),
                  code -> new Register.Group(index, code, ref.groupTitle(), new ArrayList<>()))
              .bodies();
      if (isShown(ref, data)) {
        members.add(body(number, ref, data, rows));
      }
    }
    return groups.values().stream().filter(group -> !group.bodies().isEmpty()).toList();
  }

  /** An extract of one section omits replies about the whole draft. */
  private boolean isShown(Snapshot.BodyRef ref, BodyData data) {
    return data.rows > 0
        || (snapshot.scope().section() == null && snapshot.included().test(ref.code()));
  }

  private Register.Body body(int number, Snapshot.BodyRef ref, BodyData data, StreamedRows rows) {
    Map<UUID, String> citations = new LinkedHashMap<>();
    List<Register.Letter> letters = new ArrayList<>();
    boolean classified = false;
    for (Snapshot.LetterRow letter : data.letters) {
      if (!letter.valid() && !data.commented.contains(letter.id())) {
        continue;
      }
      classified |= letter.classified();
      String citation = Wording.citation(letter);
      citations.put(letter.id(), citation);
      letters.add(new Register.Letter(letter.id(), letter.number(), letter.date(), citation));
    }
    boolean several = letters.size() > 1;
    boolean agrees = data.comments == 0 && reply(ref) == AGREED;
    String name = snapshot.bodies().named(ref.code(), data.latest.name());
    return new Register.Body(
        number,
        ref.code(),
        name,
        Wording.heading(name, letters),
        letters,
        agrees ? Register.AGREEMENT : null,
        data.comments > 0 || agrees ? null : remark(classified),
        rows.next(
            data.rows,
            (place, comment) ->
                row(
                    number + "." + place,
                    comment,
                    several ? citations.get(comment.letterId()) : null)));
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
        comment.section() == null ? null : comment.section().code(),
        Wording.place(comment),
        comment.content(),
        comment.proposal(),
        snapshot.scope().publicForm() ? null : comment.author(),
        comment.status(),
        result(comment),
        Wording.result(comment),
        Wording.answer(comment, snapshot.places()),
        Wording.isUnplacedChange(comment),
        comment.status() == Status.APPROVED ? comment.sameAs() : null,
        comment.restricted(),
        Wording.differences(comment),
        Wording.direction(comment),
        Wording.directed(comment),
        Wording.isUnconfirmed(comment),
        Wording.note(comment));
  }

  private static Result result(Snapshot.CommentRow comment) {
    return comment.status() == Status.APPROVED ? comment.result() : null;
  }
}
