package vn.sogopy.desk.submitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.desk.SentForm;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.ProblemException;

/** A letter with its points as typed into the page, and why it was refused. */
final class LetterForm extends SentForm {
  /** The externalId of the letter: the same form sent twice is one letter. */
  private static final String ONCE = "_lan";

  private static final String NUMBER = "so_van_ban";

  /** The fields that are one text of the letter. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "number", NUMBER,
          "date", "ngay_van_ban",
          "position", "y_kien_tra_loi",
          "channel", "hinh_thuc",
          "subject", "trich_yeu",
          "inReplyTo", "tra_loi_van_ban",
          "replaces", "thay_the");

  private static final Map<String, String> LABELS =
      Map.of(
          NUMBER,
          "Số, ký hiệu",
          "ngay_van_ban",
          "Ngày văn bản",
          "y_kien_tra_loi",
          "Ý kiến trả lời",
          "hinh_thuc",
          "Hình thức",
          "nguoi_ky",
          "Người ký",
          "trich_yeu",
          "Trích yếu",
          "tra_loi_van_ban",
          "Trả lời văn bản số",
          "thay_the",
          "Thay thế văn bản",
          "cac-y-kien",
          "Các ý kiến",
          "tep",
          "Tệp kèm theo");

  /** The fields of a point by the properties of a comment. */
  private static final Map<String, String> OF_POINT =
      Map.of("section", "muc", "locator", "trang", "content", "noi_dung", "proposal", "de_xuat");

  private static final Map<String, String> POINT_LABELS =
      Map.of("muc", "mục", "trang", "trang", "noi_dung", "nội dung", "de_xuat", "đề xuất");

  private static final Pattern COMMENT = Pattern.compile("/comments/([0-9]+)(?:/(\\w+).*)?");

  private final List<Point> points = new ArrayList<>();

  /** One point as typed; null = not typed. */
  record Point(String section, String pages, String content, String proposal) {
    static final Point EMPTY = new Point(null, null, null, null);

    static Point of(List<String> row) {
      List<String> typed = new ArrayList<>();
      row.forEach(text -> typed.add(SentForm.orNull(text)));
      return new Point(typed.get(0), typed.get(1), typed.get(2), typed.get(3));
    }

    boolean isEmpty() {
      return equals(EMPTY);
    }

    private Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("section", section);
      fields.put("content", content);
      fields.put("proposal", proposal);
      if (pages != null) {
        fields.put("locator", Map.of("pages", PageRanges.readWords(pages).orElse(pages)));
      }
      return fields;
    }
  }

  LetterForm(SentForm sent) {
    super(sent);
    rows("muc", "trang", "noi_dung", "de_xuat").stream().map(Point::of).forEach(points::add);
    if (typed(ONCE) == null) {
      renew();
    }
  }

  static LetterForm blank() {
    return new LetterForm(SentForm.empty()).withOneMore();
  }

  public List<Point> points() {
    return points;
  }

  public boolean replacing(UUID letter) {
    return has("thay_the", letter.toString());
  }

  public boolean isFull() {
    return points.size() >= LetterRequest.MAX_COMMENTS;
  }

  LetterForm withOneMore() {
    if (!isFull()) {
      points.add(Point.EMPTY);
    }
    return this;
  }

  /** Makes this another letter than the one that was sent. */
  void renew() {
    put(ONCE, UUID.randomUUID().toString());
  }

  /** The name of a field, or of one of a point, for the list of what is wrong. */
  public String label(String field) {
    String[] ofPoint = field.split("-");
    String label = POINT_LABELS.get(ofPoint[0]);
    return label == null
        ? LABELS.get(field)
        : "Ý kiến %d, %s".formatted(Integer.parseInt(ofPoint[1]) + 1, label);
  }

  /** The places in {@link #points} of those that are sent: empty ones are not. */
  private List<Integer> sent() {
    return IntStream.range(0, points.size()).filter(i -> !points.get(i).isEmpty()).boxed().toList();
  }

  /** The request of the API. */
  LetterRequest request(JsonInput input) {
    Map<String, Object> fields = new LinkedHashMap<>();
    TEXTS.forEach((name, field) -> fields.put(name, typed(field)));
    fields.put("externalId", typed(ONCE));
    if (typed("nguoi_ky") != null || typed("chuc_vu") != null) {
      Map<String, Object> signed = new LinkedHashMap<>();
      signed.put("fullName", typed("nguoi_ky"));
      signed.put("position", typed("chuc_vu"));
      fields.put("signer", signed);
    }
    fields.put("comments", sent().stream().map(index -> points.get(index).fields()).toList());
    return input.fields(LetterRequest.class, fields);
  }

  /** Shows the refusal of {@link #request} at its fields. */
  void fail(ProblemException refused) {
    wrong(refused, this::field);
  }

  private String field(String pointer) {
    Matcher point = COMMENT.matcher(pointer);
    if (point.matches() && Integer.parseInt(point.group(1)) < sent().size()) {
      String field = OF_POINT.getOrDefault(String.valueOf(point.group(2)), "noi_dung");
      return field + "-" + sent().get(Integer.parseInt(point.group(1)));
    }
    String name = pointer.isEmpty() ? "" : pointer.split("/")[1];
    return switch (name) {
      case "signer" -> "nguoi_ky";
      case "comments" -> "cac-y-kien";
      case "file" -> "tep";
      default -> TEXTS.getOrDefault(name, NUMBER);
    };
  }
}
