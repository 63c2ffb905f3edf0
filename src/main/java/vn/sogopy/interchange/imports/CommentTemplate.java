package vn.sogopy.interchange.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.table.TableTemplate.Field;

/** Writes the workbook template for comments: headings, an example row, drop-down lists. */
final class CommentTemplate {
  /** A row with this text is never imported. */
  static final String EXAMPLE =
      "(Minh họa, dòng này không được nạp) Đề nghị bổ sung tuyến đường tỉnh 258B vào quy hoạch.";

  /** The labels of the kinds. */
  static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::label).toList();

  static final List<String> POSITIONS =
      Arrays.stream(Position.values()).map(Position::label).toList();

  static final List<String> CHANNELS = Arrays.stream(Channel.values()).map(Channel::label).toList();

  private static final Set<CommentColumn> DATES =
      EnumSet.of(CommentColumn.LETTER_DATE, CommentColumn.RECEIVED_ON);

  /** The sheets that are not imported. */
  static final Set<String> BESIDE = Set.of("Danh mục", TableTemplate.HELP);

  static final String NAME = "Mẫu nộp ý kiến góp ý";

  private static final List<String> NOTES =
      List.of(
          "Mỗi dòng là một ý kiến vào một chỗ của dự thảo. Chỉ cột Nội dung góp ý là bắt buộc; thứ tự các cột tùy ý, cột khác được bỏ qua và nêu trong kết quả.",
          "Văn bản chỉ nhất trí: một dòng có số, ngày văn bản, ý kiến trả lời là nhất trí, để trống nội dung. Thông tin văn bản (ngày đến, số đến, người ký…) được lấy ở dòng đầu tiên của văn bản; văn bản đã có thì giữ như đã ghi.",
          "Dòng minh họa (chữ nghiêng) không được nạp; có thể xóa. Ô gộp theo chiều dọc được hiểu là có giá trị ở mọi dòng.",
          "Gửi lại cùng tệp không sinh trùng: dòng đã nạp được giữ nguyên. Dòng sai được nêu ở cột Lỗi của tệp trả về.");

  private static final double[] WIDTHS = {
    30, 18, 13, 13, 9, 22, 26, 10, 7, 24, 60, 36, 20, 14, 18, 16, 9, 18, 18, 16, 30, 30, 14, 18
  };

  private final List<String> sections;
  private final String own;
  private final TableTemplate table;

  /**
   * @param sections in the form "V.1 Giao thông"
   * @param organizations names
   * @param own name of the organization that receives the template; null = any
   */
  CommentTemplate(List<String> sections, List<String> organizations, String own) {
    this.sections = sections;
    this.own = own;
    Map<CommentColumn, List<String>> choices =
        Map.of(
            CommentColumn.ORGANIZATION, organizations,
            CommentColumn.SECTION, sections,
            CommentColumn.KIND, KINDS,
            CommentColumn.RESTRICTED, List.of("Có", "Không"),
            CommentColumn.POSITION, POSITIONS,
            CommentColumn.CHANNEL, CHANNELS);
    table =
        new TableTemplate(
            NAME,
            NOTES,
            Arrays.stream(CommentColumn.values())
                .map(column -> field(column, choices.getOrDefault(column, List.of())))
                .toList());
  }

  private static Field field(CommentColumn column, List<String> choices) {
    return new Field(
        column.title(),
        WIDTHS[column.ordinal()],
        column == CommentColumn.CONTENT,
        DATES.contains(column),
        column.explanation(),
        choices);
  }

  void write(LocalDate today, OutputStream out) throws IOException {
    table.write(today, "Góp ý", this::example, out);
  }

  private void example(Worksheet sheet) {
    put(sheet, CommentColumn.ORGANIZATION, own == null ? "Sở Giao thông vận tải" : own);
    put(sheet, CommentColumn.LETTER, "510/SGTVT-KCHT");
    sheet.value(1, CommentColumn.LETTER_DATE.ordinal(), LocalDate.of(2021, 8, 24));
    sheet.value(1, CommentColumn.RECEIVED_ON.ordinal(), LocalDate.of(2021, 8, 26));
    put(sheet, CommentColumn.ARRIVAL_NUMBER, "1543");
    put(sheet, CommentColumn.POSITION, Position.COMMENTS.label());
    put(sheet, CommentColumn.CHANNEL, Channel.LETTER.label());
    put(sheet, CommentColumn.SECTION, sections.isEmpty() ? "Ý kiến chung" : sections.get(0));
    put(sheet, CommentColumn.PAGE, PageRanges.EXAMPLE);
    put(sheet, CommentColumn.CONTENT, EXAMPLE);
    put(sheet, CommentColumn.PROPOSAL, "Thêm ĐT.258B vào bảng danh mục đường tỉnh.");
    put(sheet, CommentColumn.KIND, Kind.MISSING.label());
    for (CommentColumn column : CommentColumn.values()) {
      table.style(sheet, column.ordinal(), 1, 1).italic().fontColor("7F7F7F").set();
    }
    if (own != null) {
      sheet.value(2, CommentColumn.ORGANIZATION.ordinal(), own);
    }
  }

  private static void put(Worksheet sheet, CommentColumn column, String text) {
    sheet.value(1, column.ordinal(), text);
  }
}
