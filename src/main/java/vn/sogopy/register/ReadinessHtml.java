package vn.sogopy.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** "Còn thiếu gì để trình?" as a page. */
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
    String title = "Còn thiếu gì để trình? Dự thảo lần " + readiness.draft();
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
            ? "Không còn gì ngăn việc chốt."
            : "Chưa chốt được, trừ khi cho phép: còn "
                + Numbers.of(readiness.unanswered().total())
                + " ý kiến chưa xử lý xong, "
                + Numbers.of(readiness.unplaced().total())
                + " nội dung tiếp thu chưa ghi nơi chỉnh sửa.",
        "class",
        readiness.ready() ? "good" : "bad");
    if (readiness.restrictedLeftOut() > 0) {
      html.element(
          "p",
          "Không tính " + Numbers.of(readiness.restrictedLeftOut()) + " ý kiến hạn chế người xem.");
    }
    points(html, "Ý kiến chưa xử lý xong", readiness.unanswered());
    points(html, "Tiếp thu, chưa ghi nơi chỉnh sửa", readiness.unplaced());
    silent(html, readiness.silent());
    parked(html, readiness.parked());
    oddDates(html, readiness.oddDates());
    duplicates(html, readiness.duplicates());
    html.end();
  }

  private static void points(Markup html, String title, Readiness.Points points)
      throws IOException {
    html.element("h2", title + " (" + Numbers.of(points.total()) + ")");
    if (points.total() > points.items().size()) {
      html.element("p", "Chỉ nêu " + Numbers.of(points.items().size()) + " ý kiến đầu.");
    }
    if (!points.items().isEmpty()) {
      points(html, points.items());
    }
  }

  private static void points(Markup html, List<Readiness.Point> points) throws IOException {
    head(html, "STT", "Cơ quan góp ý", "Phần, mục", "Nội dung góp ý", "Trạng thái", "Số tiếp nhận");
    for (Readiness.Point point : points) {
      row(
          html,
          point.index(),
          point.body(),
          point.place(),
          point.content(),
          point.state(),
          String.valueOf(point.receiptNumber()));
    }
    html.close().close();
  }

  private static void silent(Markup html, List<Readiness.Silent> silent) throws IOException {
    html.element("h2", "Chưa có văn bản trả lời (" + Numbers.of(silent.size()) + ")");
    if (silent.isEmpty()) {
      return;
    }
    head(html, "Cơ quan", "Hạn trả lời", "Tình trạng", "Đầu mối", "Điện thoại", "Email");
    for (Readiness.Silent body : silent) {
      row(
          html,
          body.name(),
          day(body.dueOn()),
          body.overdue() ? "Quá hạn" : "",
          body.contact(),
          body.phone(),
          body.email());
    }
    html.close().close();
  }

  private static void parked(Markup html, List<Readiness.Parked> parked) throws IOException {
    html.element("h2", "Văn bản chờ xác định cơ quan (" + Numbers.of(parked.size()) + ")");
    if (parked.isEmpty()) {
      return;
    }
    html.element("p", "Chưa vào sổ, chưa tính vào số liệu nào.");
    head(html, "Nơi gửi, như đã ghi", "Số, ký hiệu", "Ngày", "Đến lúc");
    for (Readiness.Parked letter : parked) {
      row(
          html,
          letter.sender(),
          letter.number(),
          day(letter.date()),
          VietnamTime.clock(letter.receivedAt()));
    }
    html.close().close();
  }

  private static void oddDates(Markup html, List<Readiness.OddDates> odd) throws IOException {
    html.element("h2", "Văn bản có ngày cần xem lại (" + Numbers.of(odd.size()) + ")");
    if (odd.isEmpty()) {
      return;
    }
    head(html, "Cơ quan", "Số, ký hiệu", "Ngày", "Cần xem lại");
    for (Readiness.OddDates letter : odd) {
      row(
          html,
          letter.body(),
          letter.number(),
          day(letter.date()),
          String.join("\n", letter.warnings().stream().map(warning -> warning.detail()).toList()));
    }
    html.close().close();
  }

  private static void duplicates(Markup html, List<Readiness.Same> duplicates) throws IOException {
    html.element("h2", "Ý kiến trùng lời (" + Numbers.of(duplicates.size()) + " nhóm)");
    for (Readiness.Same same : duplicates) {
      points(html, same.points());
    }
  }

  private static String day(LocalDate day) {
    return day == null ? "" : VietnamTime.shortDate(day);
  }

  /** Opens a table and its body. */
  public static void head(Markup html, String... headings) throws IOException {
    html.open("table").open("thead").open("tr");
    for (String heading : headings) {
      html.element("th", heading, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  public static void row(Markup html, String... cells) throws IOException {
    html.open("tr");
    for (String cell : cells) {
      html.element("td", cell);
    }
    html.close();
  }
}
