package vn.sogopy.register.edition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.register.ReadinessHtml;

/** The difference of two editions as a page. */
final class DiffHtml {
  private DiffHtml() {}

  static void write(EditionDiff diff, OutputStream out) throws IOException {
    String title = "Thay đổi từ " + name(diff.before()) + " đến " + name(diff.after());
    Markup html = Markup.page(out, title, ReadinessHtml.CSS);
    html.element("h1", title);
    lines(html, "Ý kiến thêm", diff.came());
    lines(html, "Ý kiến không còn", diff.went());
    html.element("h2", "Ý kiến có thay đổi (" + Numbers.of(diff.changed().size()) + ")");
    if (!diff.changed().isEmpty()) {
      ReadinessHtml.head(html, "STT", "Cơ quan góp ý", "Cột", "Trước", "Sau");
      for (EditionDiff.Change change : diff.changed()) {
        for (EditionDiff.Field field : change.fields()) {
          ReadinessHtml.row(
              html, change.index(), change.body(), field.column(), field.before(), field.after());
        }
      }
      html.close().close();
    }
    html.end();
  }

  private static String name(EditionDiff.Side side) {
    return "bản chốt số " + side.number() + " (dự thảo lần " + side.draft() + ")";
  }

  private static void lines(Markup html, String title, List<EditionDiff.Line> lines)
      throws IOException {
    html.element("h2", title + " (" + Numbers.of(lines.size()) + ")");
    if (lines.isEmpty()) {
      return;
    }
    ReadinessHtml.head(html, "STT", "Cơ quan góp ý", "Phần, mục", "Nội dung góp ý");
    for (EditionDiff.Line line : lines) {
      ReadinessHtml.row(html, line.index(), line.body(), line.place(), line.content());
    }
    html.close().close();
  }
}
