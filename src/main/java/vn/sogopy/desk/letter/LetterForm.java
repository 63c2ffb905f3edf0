package vn.sogopy.desk.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sogopy.comment.Kind;
import vn.sogopy.interchange.wordletter.ProposalService.WordLetter;
import vn.sogopy.interchange.wordletter.ProposedHead;
import vn.sogopy.interchange.wordletter.ProposedParts;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;

/** The form of a letter: what a person typed, as it was sent, and what is wrong with it. */
public final class LetterForm {
  static final String BODY = "co_quan";
  static final String ON_BEHALF = "tra_loi_thay";
  static final String FILE = "file";

  /** The file whose proposals are in the form, and the warnings that were shown. */
  private static final String READ = "_da_doc";

  private static final String SEEN = "_da_xem";

  static final String REASON = "ly_do";
  private static final String NUMBER = "so";

  /** The fields that are one text of the letter. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "number", NUMBER,
          "date", "ngay",
          "arrivalNumber", "so_den",
          "receivedOn", "ngay_den",
          "position", "y_kien_tra_loi",
          "channel", "hinh_thuc",
          "subject", "trich_yeu",
          "occasion", "dip_gop_y",
          "inReplyTo", "tra_loi_van_ban",
          "reason", REASON);

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry(BODY, "Cơ quan gửi"),
          Map.entry(NUMBER, "Số, ký hiệu"),
          Map.entry("ngay", "Ngày văn bản"),
          Map.entry("so_den", "Số đến"),
          Map.entry("ngay_den", "Ngày đến"),
          Map.entry("y_kien_tra_loi", "Ý kiến trả lời"),
          Map.entry("hinh_thuc", "Hình thức"),
          Map.entry("nguoi_ky", "Người ký"),
          Map.entry("chuc_vu", "Chức vụ"),
          Map.entry("trich_yeu", "Trích yếu"),
          Map.entry(ON_BEHALF, "Trả lời thay cho"),
          Map.entry("tra_loi_van_ban", "Trả lời văn bản số"),
          Map.entry("dip_gop_y", "Hội nghị, dịp góp ý (nếu không phải văn bản)"),
          Map.entry(REASON, "Lý do nhập khi đã kết thúc lấy ý kiến"),
          Map.entry(FILE, "Tệp"));

  private static final Set<String> OF_PAGE = Set.of("_ma", "_lan", "_chon", SEEN, REASON);

  private static final Pattern OF_POINT = Pattern.compile(".+_([0-9]{1,3})");
  private static final Pattern COMMENT = Pattern.compile("/comments/([0-9]{1,3})(.*)");

  private static final Set<Integer> MENDABLE = Set.of(400, 409, 413, 415, 422);

  private final Map<String, String> values;
  private final List<Point> points;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private List<Warning> warnings = List.of();

  /** The points whose comments the letter has, in the order of these. */
  private List<Point> sent = List.of();

  private String existing;

  /** Names of bodies that may be meant, by code. */
  private Map<String, String> candidates = Map.of();

  /**
   * @param values by the name of the field
   */
  LetterForm(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
    points = new ArrayList<>();
    for (int i = 1; values.containsKey("noi_dung_" + i); i++) {
      points.add(Point.sent(i, values));
    }
  }

  /** An empty form of a letter that came on this day. */
  static LetterForm blank(LocalDate receivedOn) {
    LetterForm form =
        new LetterForm(
            Map.of("_lan", UUID.randomUUID().toString(), "ngay_den", receivedOn.toString()));
    form.addBlank();
    return form;
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String label(String name) {
    Matcher point = OF_POINT.matcher(name);
    return LABELS.getOrDefault(name, point.matches() ? "Ý " + point.group(1) : "");
  }

  /** Null = none. */
  public String error(String name) {
    return errors.get(name);
  }

  public Map<String, String> errors() {
    return errors;
  }

  public List<Warning> warnings() {
    return warnings;
  }

  public List<Point> points() {
    return points;
  }

  /** The id of the letter on file that prevents this one; null = none. */
  public String existing() {
    return existing;
  }

  public Map<String, String> candidates() {
    return candidates;
  }

  /** Whether a field that is folded away has a value or an error. */
  public boolean unfolded() {
    return has("mat")
        || List.of("dip_gop_y", "tra_loi_van_ban", REASON).stream()
            .anyMatch(name -> !value(name).isBlank() || errors.containsKey(name));
  }

  /** What was typed, to be kept while another kind of file is looked at. */
  public Map<String, String> typed() {
    return values.entrySet().stream()
        .filter(one -> !OF_PAGE.contains(one.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public List<Position> positions() {
    return List.of(Position.values());
  }

  public List<Channel> channels() {
    return List.of(Channel.values());
  }

  public List<Kind> kinds() {
    return List.of(Kind.values());
  }

  /** Null if it is empty. */
  String text(String name) {
    return value(name).isBlank() ? null : value(name);
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  void addBlank() {
    if (points.isEmpty() || !points.get(points.size() - 1).isBlank()) {
      points.add(Point.blank(points.size() + 1));
    }
  }

  /** Whether this file has filled in the form before. */
  boolean hasRead(String sha256) {
    return sha256.equals(value(READ));
  }

  /**
   * Fills in what a Word letter says. What was typed stays.
   *
   * @param sender its name; null = not found
   */
  void propose(String sha256, WordLetter letter, String sender) {
    set(READ, sha256);
    ProposedHead head = letter.head();
    ProposedParts parts = letter.parts();
    fill(BODY, sender);
    if (head.citation() != null) {
      fill(NUMBER, head.citation().number());
      fill("ngay", head.citation().date());
    }
    fill("trich_yeu", head.subject());
    fill("y_kien_tra_loi", parts.position() == null ? null : parts.position().name());
    points.removeIf(Point::isBlank);
    parts.items().forEach(item -> points.add(Point.proposed(points.size() + 1, item)));
  }

  private void fill(String name, Object value) {
    if (text(name) == null && value != null) {
      set(name, value.toString());
    }
  }

  /**
   * The letter as the API takes it.
   *
   * @param organization code; null = unknown
   */
  Map<String, Object> letter(String organization, List<String> onBehalfOf) {
    Map<String, Object> letter = new LinkedHashMap<>();
    TEXTS.forEach((name, field) -> letter.put(name, text(field)));
    letter.put("organization", organization);
    letter.put("externalId", text("_lan"));
    letter.put("classified", has("mat"));
    if (has("chi_minh") || !onBehalfOf.isEmpty()) {
      letter.put("onBehalfOf", onBehalfOf);
    }
    if (text("nguoi_ky") != null || text("chuc_vu") != null) {
      Map<String, String> signer = new LinkedHashMap<>();
      signer.put("fullName", text("nguoi_ky"));
      signer.put("position", text("chuc_vu"));
      letter.put("signer", signer);
    }
    letter.put("comments", comments());
    return letter;
  }

  private List<Map<String, Object>> comments() {
    List<Map<String, Object>> comments = new ArrayList<>();
    sent = new ArrayList<>();
    for (Point point : points) {
      if (point.dropped() || point.isBlank()) {
        continue;
      }
      if (point.joined() && !comments.isEmpty()) {
        point.continueComment(comments.get(comments.size() - 1));
      } else {
        comments.add(point.comment());
        sent.add(point);
      }
    }
    return comments;
  }

  void suggest(Map<String, String> bodies) {
    candidates = bodies;
  }

  void wrong(String field, String text) {
    errors.merge(field, text, (a, b) -> a + " " + b);
  }

  /**
   * Shows the problem at its fields.
   *
   * @throws ProblemException the same, if nothing in the form can mend it
   */
  void fail(ProblemException e) {
    if (!MENDABLE.contains(e.code().status())) {
      throw e;
    }
    Problem problem = Problem.ofPage(e, null, null);
    if (problem.errors() != null) {
      problem.errors().forEach(one -> wrong(field(one.pointer()), one.detail()));
    } else if (e.code() == ProblemCode.LETTER_EXISTS
        || e.code() == ProblemCode.EXTERNAL_ID_CONFLICT) {
      String location = e.headers().getOrDefault("Location", "");
      existing = location.substring(location.lastIndexOf('/') + 1);
      wrong(NUMBER, Messages.text(Messages.VIETNAMESE, "letter-exists.title", List.of()) + ".");
    } else {
      wrong(e.code() == ProblemCode.DRAFT_NOT_OPEN ? REASON : FILE, problem.detail());
    }
  }

  private String field(String pointer) {
    String at = pointer == null ? "" : pointer;
    Matcher comment = COMMENT.matcher(at);
    if (comment.matches() && Integer.parseInt(comment.group(1)) < sent.size()) {
      return sent.get(Integer.parseInt(comment.group(1))).field(comment.group(2));
    }
    String name = at.isEmpty() ? "" : at.split("/")[1];
    return switch (name) {
      case "organization" -> BODY;
      case "onBehalfOf" -> ON_BEHALF;
      case "signer" -> at.endsWith("position") ? "chuc_vu" : "nguoi_ky";
      case "comments" -> "y_kien_tra_loi";
      default -> TEXTS.getOrDefault(name, FILE);
    };
  }

  /** Returns whether these warnings were shown before; otherwise they are to be shown now. */
  boolean hasSeen(List<Warning> found) {
    String now =
        found.stream()
            .map(one -> one.pointer() + " " + one.code())
            .collect(Collectors.joining(", "));
    boolean seen = now.equals(value(SEEN));
    set(SEEN, now);
    warnings = found;
    return seen;
  }
}
