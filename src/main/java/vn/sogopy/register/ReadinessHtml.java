package vn.sogopy.register;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** The review of what is missing before submission, as a page. */
public final class ReadinessHtml {
  /** The style of working pages, on a screen and in print. */
  public static final String CSS =
      """
      body { font-family: "Times New Roman", serif; font-size: 14pt; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 17pt; } h2 { font-size: 15pt; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; font-size: 12pt; margin-bottom: 1rem; }
      th, td { border: 1px solid #444; padding: .25rem .4rem; text-align: left; vertical-align: top; min-width: 3em;
        white-space: pre-wrap; overflow-wrap: anywhere; }
      th { background: #eee; } .mark { color: #c00000; font-weight: bold; }
      .good { color: #06602c; font-weight: bold; } .bad { color: #c00000; font-weight: bold; }
      @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
      """;

  private ReadinessHtml() {}

  static void write(Readiness readiness, OutputStream out) throws IOException {
    String title = "RÀ SOÁT ĐIỀU KIỆN TRÌNH DỰ THẢO LẦN " + readiness.draft();
    Markup html = Markup.page(out, title, CSS);
    html.element("h1", title);
    html.element("p", readiness.planTitle());
    if (readiness.mark() != null) {
      html.element("p", readiness.mark(), "class", "mark");
    }
    html.element("p", "Lập lúc " + VietnamTime.clock(readiness.at()));
    html.element(
        "p",
        readiness.ready()
            ? "Đủ điều kiện chốt."
            : "Chưa đủ điều kiện chốt" + missing(readiness) + ".",
        "class",
        readiness.ready() ? "good" : "bad");
    if (readiness.restrictedLeftOut() > 0) {
      html.element("p", PageHeadings.leftOut(readiness.restrictedLeftOut()) + ".");
    }
    points(html, "Ý kiến chưa xử lý xong", readiness.unanswered());
    points(html, "Tiếp thu, chưa ghi nơi chỉnh sửa", readiness.unplaced());
    points(html, "Đã tiếp thu, cơ quan góp ý chưa xác nhận", readiness.unconfirmed());
    html.element("h2", "Đăng tải lấy ý kiến rộng rãi");
    html.element(
        "p",
        readiness.publication().detail() + ".",
        "class",
        readiness.publication().enough() ? "good" : "bad");
    silent(html, readiness.silent());
    parked(html, readiness.parked());
    oddDates(html, readiness.oddDates());
    html.element("h2", "Ý kiến trùng lời (" + Numbers.of(readiness.duplicates().size()) + " nhóm)");
    for (Readiness.Same same : readiness.duplicates()) {
      points(html, same.points());
    }
    html.end();
  }

  /** ": còn 39 ý kiến chưa xử lý xong; 02 nội dung tiếp thu …", without zeros. */
  private static String missing(Readiness readiness) {
    StringJoiner missing = new StringJoiner("; ", ": còn ", "").setEmptyValue("");
    long pending = readiness.counts().pending();
    if (pending > 0) {
      missing.add(Numbers.prose(pending) + " ý kiến chưa xử lý xong");
    }
    long unplaced = readiness.unplaced().total();
    if (unplaced > 0) {
      missing.add(Numbers.prose(unplaced) + " nội dung tiếp thu chưa ghi nơi chỉnh sửa");
    }
    return missing.toString();
  }

  private static void points(Markup html, String title, Readiness.Points points)
      throws IOException {
    heading(html, title, points.total());
    if (points.total() > points.items().size()) {
      html.element("p", "Chỉ nêu " + Numbers.of(points.items().size()) + " ý kiến đầu.");
    }
    points(html, points.items());
  }

  private static void points(Markup html, List<Readiness.Point> points) throws IOException {
    table(
        html,
        List.of(
            "STT", "Cơ quan góp ý", "Phần, mục", "Nội dung góp ý", "Trạng thái", "Mã tiếp nhận"),
        points,
        point ->
            Arrays.asList(
                point.index(),
                point.body(),
                point.place(),
                point.content(),
                point.state(),
                String.valueOf(point.receiptNumber())));
  }

  private static void silent(Markup html, List<Readiness.Silent> silent) throws IOException {
    heading(html, "Chưa có văn bản trả lời", silent.size());
    table(
        html,
        List.of("Cơ quan", "Hạn trả lời", "Tình trạng", "Đầu mối", "Điện thoại", "Email"),
        silent,
        body ->
            Arrays.asList(
                body.name(),
                body.dueOn() == null ? "" : VietnamTime.shortDate(body.dueOn()),
                Wording.notes(body.overdue() ? "Quá hạn" : null, body.proposal()),
                body.contact(),
                body.phone(),
                body.email()));
  }

  private static void parked(Markup html, List<WaitingLetters.Waiting> parked) throws IOException {
    heading(html, "Văn bản chờ vào sổ", parked.size());
    if (!parked.isEmpty()) {
      html.element("p", "Chưa vào sổ, chưa tính vào số liệu nào.");
    }
    table(
        html,
        List.of("Nơi gửi, như đã ghi", "Số, ký hiệu", "Ngày văn bản", "Đến lúc"),
        parked,
        letter ->
            Arrays.asList(
                letter.sender(),
                letter.number(),
                letter.date() == null ? "" : VietnamTime.shortDate(letter.date()),
                VietnamTime.clock(letter.receivedAt())));
  }

  private static void oddDates(Markup html, List<Readiness.OddDates> odd) throws IOException {
    heading(html, "Văn bản có ngày cần xem lại", odd.size());
    table(
        html,
        List.of("Cơ quan", "Số, ký hiệu", "Ngày văn bản", "Cần xem lại"),
        odd,
        letter ->
            Arrays.asList(
                letter.body(),
                letter.number(),
                VietnamTime.shortDate(letter.date()),
                letter.warnings().stream().map(Warning::detail).collect(joining("\n"))));
  }

  /** The heading of a list, with its number of items. */
  public static void heading(Markup html, String title, int number) throws IOException {
    html.element("h2", title + " (" + Numbers.of(number) + ")");
  }

  /**
   * A table with a row for each item; nothing if there is none.
   *
   * @param cells of a row; null = empty
   */
  public static <T> void table(
      Markup html, List<String> headings, List<T> items, Function<T, List<String>> cells)
      throws IOException {
    if (items.isEmpty()) {
      return;
    }
    html.open("table").open("thead").open("tr");
    for (String heading : headings) {
      html.element("th", heading, "scope", "col");
    }
    html.close().close().open("tbody");
    for (T item : items) {
      html.open("tr");
      for (String cell : cells.apply(item)) {
        html.element("td", cell);
      }
      html.close();
    }
    html.close().close();
  }
}
