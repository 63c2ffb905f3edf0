package vn.sogopy.desk.submitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.desk.SentForm;
import vn.sogopy.platform.http.json.JsonInput;

/**
 * A letter with its points as typed into the page; null = not typed.
 *
 * @param once the externalId of the letter: the same form sent twice is one letter
 */
record LetterForm(
    String once,
    String number,
    String date,
    String position,
    String channel,
    String signer,
    String signerPosition,
    String subject,
    String inReplyTo,
    String replaces,
    List<Point> points) {
  /** The framework reads 1,000 fields of a form. */
  static final int MOST_POINTS = 200;

  /** One point as typed. */
  record Point(String section, String pages, String content, String proposal) {
    static final Point EMPTY = new Point(null, null, null, null);

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

  static LetterForm empty() {
    return new LetterForm(
        UUID.randomUUID().toString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(Point.EMPTY));
  }

  static LetterForm of(SentForm form) {
    List<String> sections = form.texts("muc");
    List<String> pages = form.texts("trang");
    List<String> contents = form.texts("noi_dung");
    List<String> proposals = form.texts("de_xuat");
    int number = Math.min(MOST_POINTS, contents.size());
    List<Point> points =
        IntStream.range(0, number)
            .mapToObj(
                i -> new Point(at(sections, i), at(pages, i), at(contents, i), at(proposals, i)))
            .toList();
    return new LetterForm(
        Objects.requireNonNullElseGet(form.text("_lan"), () -> UUID.randomUUID().toString()),
        form.text("so_van_ban"),
        form.text("ngay_van_ban"),
        form.text("y_kien_tra_loi"),
        form.text("hinh_thuc"),
        form.text("nguoi_ky"),
        form.text("chuc_vu"),
        form.text("trich_yeu"),
        form.text("tra_loi_van_ban"),
        form.text("thay_the"),
        points);
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? SentForm.orNull(texts.get(index)) : null;
  }

  public boolean replacing(UUID letter) {
    return letter.toString().equals(replaces);
  }

  public boolean isFull() {
    return points.size() >= MOST_POINTS;
  }

  LetterForm withOneMore() {
    return isFull()
        ? this
        : with(once, Stream.concat(points.stream(), Stream.of(Point.EMPTY)).toList());
  }

  /** The same letter to be sent as another one. */
  LetterForm again() {
    return with(UUID.randomUUID().toString(), points);
  }

  private LetterForm with(String newOnce, List<Point> newPoints) {
    return new LetterForm(
        newOnce,
        number,
        date,
        position,
        channel,
        signer,
        signerPosition,
        subject,
        inReplyTo,
        replaces,
        newPoints);
  }

  /** The places in {@link #points} of those that are sent: empty ones are not. */
  List<Integer> sent() {
    return IntStream.range(0, points.size()).filter(i -> !points.get(i).isEmpty()).boxed().toList();
  }

  /** The request of the API; its errors point to the index in {@link #sent}. */
  LetterRequest request(JsonInput input) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.put("date", date);
    fields.put("position", position);
    fields.put("channel", channel);
    fields.put("subject", subject);
    fields.put("inReplyTo", inReplyTo);
    fields.put("replaces", replaces);
    fields.put("externalId", once);
    if (signer != null || signerPosition != null) {
      Map<String, Object> signed = new LinkedHashMap<>();
      signed.put("fullName", signer);
      signed.put("position", signerPosition);
      fields.put("signer", signed);
    }
    List<Map<String, Object>> comments = new ArrayList<>();
    sent().forEach(index -> comments.add(points.get(index).fields()));
    fields.put("comments", comments);
    return input.typed(fields, LetterRequest.class);
  }
}
