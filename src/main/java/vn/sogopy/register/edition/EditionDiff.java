package vn.sogopy.register.edition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.platform.text.Markup;
import vn.sogopy.register.ReadinessHtml;
import vn.sogopy.register.Register;

/** The difference of two editions. */
@Schema(name = "EditionDiff")
public record EditionDiff(
    @Schema(description = "Bản trước · the earlier one") Side before,
    @Schema(description = "Bản sau · the later one") Side after,
    @Schema(description = "Ý kiến chỉ có ở bản sau · only in the later one") List<Line> came,
    @Schema(description = "Ý kiến chỉ có ở bản trước · only in the earlier one") List<Line> went,
    @Schema(description = "Ý kiến có thay đổi · changed in result or wording")
        List<Change> changed) {

  /** One of the two editions. */
  @Schema(name = "EditionDiffSide")
  public record Side(UUID edition, int draft, int number, Counts summary) {
    private String title() {
      return "bản chốt số liệu lần " + number + " (dự thảo lần " + draft + ")";
    }
  }

  /** A comment. */
  @Schema(name = "EditionDiffLine")
  public record Line(
      UUID id, long receiptNumber, String index, String body, String place, String content) {}

  /** A comment of both editions, with its changes. */
  @Schema(name = "EditionDiffChange")
  public record Change(
      UUID id,
      long receiptNumber,
      @Schema(description = "STT ở bản sau · its index in the later one") String index,
      String body,
      List<Field> fields) {}

  /** A changed column. */
  @Schema(name = "EditionDiffField")
  public record Field(
      @Schema(description = "Tên cột · the column") String column,
      @Schema(nullable = true) String before,
      @Schema(nullable = true) String after) {}

  /** Compares two registers comment by comment. */
  static EditionDiff of(Edition earlier, Register before, Edition later, Register after) {
    Map<UUID, Register.Voice> old = voices(before);
    Map<UUID, Register.Voice> now = voices(after);
    List<Line> came = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    now.forEach(
        (id, voice) -> {
          if (!old.containsKey(id)) {
            came.add(line(voice));
            return;
          }
          List<Field> fields = fields(old.get(id), voice);
          if (!fields.isEmpty()) {
            changed.add(
                new Change(
                    id, voice.row().receiptNumber(), voice.row().index(), voice.body(), fields));
          }
        });
    List<Line> went = new ArrayList<>();
    old.forEach(
        (id, voice) -> {
          if (!now.containsKey(id)) {
            went.add(line(voice));
          }
        });
    return new EditionDiff(side(earlier, before), side(later, after), came, went, changed);
  }

  private static Side side(Edition edition, Register register) {
    return new Side(edition.id, register.draft(), edition.number, register.summary());
  }

  private static Map<UUID, Register.Voice> voices(Register register) {
    Map<UUID, Register.Voice> voices = new LinkedHashMap<>();
    register.voices().forEach(voice -> voices.put(voice.row().id(), voice));
    return voices;
  }

  private static Line line(Register.Voice voice) {
    Register.Row row = voice.row();
    return new Line(
        row.id(), row.receiptNumber(), row.index(), voice.body(), row.place(), row.fullContent());
  }

  /** The STT is not compared: it depends on the preceding comments. */
  private static List<Field> fields(Register.Voice old, Register.Voice now) {
    List<Field> fields = new ArrayList<>();
    Register.Row before = old.row();
    Register.Row after = now.row();
    add(fields, "Cơ quan góp ý", old.body(), now.body());
    add(fields, "Phần, mục của dự thảo", before.place(), after.place());
    add(fields, "Nội dung góp ý", before.fullContent(), after.fullContent());
    add(fields, "Kết quả xử lý", before.resultLabel(), after.resultLabel());
    add(fields, "Nội dung tiếp thu, giải trình", before.fullAnswer(), after.fullAnswer());
    add(
        fields,
        "Đề nghị UBND tỉnh cho ý kiến",
        String.join("; ", before.differences()),
        String.join("; ", after.differences()));
    add(fields, "Ghi chú", before.note(), after.note());
    return fields;
  }

  private static void add(List<Field> fields, String column, String before, String after) {
    if (!Objects.equals(before, after)) {
      fields.add(new Field(column, before, after));
    }
  }

  /** Writes the difference as a page. */
  void writePage(OutputStream out) throws IOException {
    String title = "Thay đổi từ " + before.title() + " đến " + after.title();
    Markup html = Markup.page(out, title, ReadinessHtml.CSS);
    html.element("h1", title);
    lines(html, "Ý kiến bổ sung", came);
    lines(html, "Ý kiến không còn trong bản này", went);
    ReadinessHtml.heading(html, "Ý kiến có thay đổi", changed.size());
    ReadinessHtml.table(
        html,
        List.of("STT", "Cơ quan góp ý", "Nội dung thay đổi", "Trước", "Sau"),
        changed.stream().flatMap(EditionDiff::cells).toList(),
        cells -> cells);
    html.end();
  }

  private static Stream<List<String>> cells(Change change) {
    return change.fields().stream()
        .map(
            field ->
                Arrays.asList(
                    change.index(), change.body(), field.column(), field.before(), field.after()));
  }

  private static void lines(Markup html, String title, List<Line> lines) throws IOException {
    ReadinessHtml.heading(html, title, lines.size());
    ReadinessHtml.table(
        html,
        List.of("STT", "Cơ quan góp ý", "Phần, mục", "Nội dung góp ý"),
        lines,
        line -> Arrays.asList(line.index(), line.body(), line.place(), line.content()));
  }
}
