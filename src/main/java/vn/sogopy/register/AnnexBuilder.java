package vn.sogopy.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.ConsulteeList;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** Builds the annexes after annex I. An extract has the numbers of the whole annexes. */
final class AnnexBuilder {
  private static final String OUTSIDE = "Ngoài danh sách lấy ý kiến";

  private final Snapshot snapshot;
  private final Map<String, String> names;
  private int number;

  /**
   * @param names of the organizations, by code
   */
  AnnexBuilder(Snapshot snapshot, Map<String, String> names) {
    this.snapshot = snapshot;
    this.names = names;
  }

  RegisterLetterhead letterhead() {
    var head = snapshot.head().letterhead();
    return new RegisterLetterhead(
        head.parentBody(),
        head.issuer(),
        head.abbreviation(),
        head.place(),
        snapshot.addressee(),
        head.signerTitle(),
        head.signerName(),
        head.recipients() == null ? List.of() : head.recipients(),
        head.issuer() == null ? null : snapshot.head().issuer());
  }

  /** The consultees by group, then the organizations that wrote without being consulted. */
  List<Annexes.AskedGroup> asked() {
    number = 0;
    Map<String, String> titles = new HashMap<>();
    snapshot.groups().forEach(group -> titles.put(group.code(), group.title()));
    Map<String, List<Annexes.Asked>> byGroup = new LinkedHashMap<>();
    for (ConsulteeView view : snapshot.bodies().asked()) {
      Annexes.Asked asked = asked(view);
      if (snapshot.included().test(asked.code())) {
        byGroup.computeIfAbsent(view.organization().group(), code -> new ArrayList<>()).add(asked);
      }
    }
    List<Annexes.AskedGroup> groups = new ArrayList<>();
    byGroup.forEach(
        (code, members) ->
            groups.add(
                new Annexes.AskedGroup(
                    Numbers.roman(asking().indexOf(code) + 1), titles.get(code), members)));
    List<Annexes.Asked> unasked =
        snapshot.bodies().unasked().stream()
            .map(this::unasked)
            .filter(asked -> snapshot.included().test(asked.code()))
            .toList();
    if (!unasked.isEmpty()) {
      String index = Numbers.roman(asking().size() + 1);
      groups.add(new Annexes.AskedGroup(index, OUTSIDE, unasked));
    }
    return groups;
  }

  /** The codes of all groups with consultees. */
  private List<String> asking() {
    return snapshot.ofDraft().stream()
        .filter(group -> group.counts().asked() > 0)
        .map(ConsultationRound.GroupCounts::code)
        .toList();
  }

  private Annexes.Asked asked(ConsulteeView view) {
    return new Annexes.Asked(
        ++number,
        view.organization().code(),
        name(view.organization().code(), view.organization().name()),
        view.requestLetters().stream().map(RequestLetter::citation).toList(),
        view.dueOn(),
        replies(view.letters()),
        view.stateLabel(),
        view.comments(),
        note(view));
  }

  private Annexes.Asked unasked(ConsulteeList.Unasked view) {
    return new Annexes.Asked(
        snapshot.bodies().asked().size()
            + snapshot.unasked().indexOf(view.organization().code())
            + 1,
        view.organization().code(),
        name(view.organization().code(), view.organization().name()),
        List.of(),
        null,
        replies(view.letters()),
        view.letters().isEmpty() ? "Có ý kiến, không bằng văn bản" : "Có ý kiến",
        view.comments(),
        null);
  }

  /** The name at the time of consultation, with what became of the organization. */
  private String name(String code, String today) {
    return snapshot.bodies().named(code, names.getOrDefault(code, today));
  }

  private static List<Annexes.Reply> replies(List<ConsulteeView.Letter> letters) {
    return letters.stream()
        .map(
            letter ->
                new Annexes.Reply(
                    "số " + letter.number() + " ngày " + VietnamTime.shortDate(letter.date()),
                    letter.receivedOn()))
        .toList();
  }

  private String note(ConsulteeView view) {
    boolean met =
        view.letters().stream()
            .anyMatch(letter -> letter.channel().isMeetingIn(snapshot.settings().kind()));
    return Wording.notes(
        view.answeredBy() == null ? null : view.answeredBy().words(),
        view.late() ? "Trả lời sau thời hạn" : null,
        met ? "Có ý kiến tại hội nghị" : null);
  }

  /**
   * A line for each group, their total, the comments outside the groups, and the total of annex I.
   */
  List<Annexes.MatrixLine> matrix() {
    Counts all = snapshot.counts();
    Counts.Unasked apart = all.unasked();
    List<Annexes.MatrixLine> lines = new ArrayList<>();
    List<String> codes =
        snapshot.ofDraft().stream()
            .filter(AnnexBuilder::isLine)
            .map(ConsultationRound.GroupCounts::code)
            .toList();
    for (ConsultationRound.GroupCounts group : snapshot.groups()) {
      if (isLine(group)) {
        String index = Numbers.roman(codes.indexOf(group.code()) + 1);
        lines.add(line(index, group.title(), group.counts()));
      }
    }
    lines.add(line(null, "Cộng", all));
    if (apart.comments() > 0) {
      lines.add(points(outside(), false, apart.comments(), apart.byResult()));
      Map<String, Integer> both = new LinkedHashMap<>(all.byResult());
      apart.byResult().forEach((result, number) -> both.merge(result, number, Integer::sum));
      lines.add(
          points("Tổng số ý kiến tại Phụ lục I", true, all.comments() + apart.comments(), both));
    }
    return lines;
  }

  /** A group has comments and no consultee if its members only wrote in place of others. */
  private static boolean isLine(ConsultationRound.GroupCounts group) {
    return group.counts().asked() > 0 || group.counts().comments() > 0;
  }

  /** What the line outside the groups counts: "Tại hội nghị; không bằng văn bản". */
  private String outside() {
    ConsultationRound.Apart apart = snapshot.apart();
    String title =
        Wording.notes(
            apart.unasked() > 0 ? OUTSIDE : null,
            apart.atMeetings() > 0 ? "tại hội nghị" : null,
            apart.unwritten() > 0 ? "không bằng văn bản" : null);
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static Annexes.MatrixLine line(String index, String title, Counts counts) {
    return new Annexes.MatrixLine(
        index,
        title,
        index == null,
        counts.asked(),
        counts.replied(),
        counts.agreed(),
        counts.comments(),
        counts.byResult());
  }

  private static Annexes.MatrixLine points(
      String title, boolean sum, int comments, Map<String, Integer> byResult) {
    return new Annexes.MatrixLine(null, title, sum, null, null, null, comments, byResult);
  }

  /** Every letter in scope, in register order, including replaced ones. */
  List<Annexes.LetterEntry> letters() {
    Map<UUID, Integer> comments = new HashMap<>();
    for (Snapshot.ByLetter selected : snapshot.selected()) {
      comments.merge(selected.letterId(), selected.comments(), Integer::sum);
    }
    List<Annexes.LetterEntry> entries = new ArrayList<>();
    int place = 0;
    for (Snapshot.LetterRow letter : snapshot.letters()) {
      place++;
      if (snapshot.included().test(letter.body().code())
          && (snapshot.scope().section() == null || comments.containsKey(letter.id()))) {
        entries.add(entry(place, letter, comments.getOrDefault(letter.id(), 0)));
      }
    }
    return entries;
  }

  private Annexes.LetterEntry entry(int place, Snapshot.LetterRow letter, int comments) {
    return new Annexes.LetterEntry(
        place,
        letter.id(),
        letter.body().code(),
        letter.body().name(),
        letter.number(),
        letter.date(),
        letter.arrivalNumber(),
        letter.receivedOn(),
        letter.position() == null ? null : letter.position().label(),
        letter.channel().label(),
        comments,
        letter.files(),
        note(letter));
  }

  private String note(Snapshot.LetterRow letter) {
    return Wording.notes(
        inPlace(letter.id()),
        letter.classified() ? Wording.CLASSIFIED : null,
        letter.late() ? Wording.LATE : null,
        letter.valid() ? null : "Đã rút hoặc được thay thế");
  }

  /** "Trả lời thay Sở Giao thông vận tải"; null if the letter is only about its sender. */
  private String inPlace(UUID letter) {
    String bodies =
        snapshot.bodies().asked().stream()
            .filter(view -> view.answeredBy() != null)
            .filter(view -> view.answeredBy().letter().id().equals(letter))
            .map(ConsulteeView::organization)
            .map(body -> names.getOrDefault(body.code(), body.name()))
            .collect(Collectors.joining(", "));
    return bodies.isEmpty() ? null : "Trả lời thay " + bodies;
  }
}
