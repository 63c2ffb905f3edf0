package vn.sogopy.interchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.table.ReproduciblePackage;
import vn.sogopy.platform.table.TableSheet;
import vn.sogopy.platform.text.StateSecrets;

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

  private static final String LISTS = "Danh mục";
  private static final String HELP = "Hướng dẫn";

  /** The sheets that are not imported. */
  static final Set<String> BESIDE = Set.of(LISTS, HELP);

  /** Name of the file, without extension. */
  static final String NAME = "Mẫu nộp ý kiến góp ý";

  private static final String FONT = "Times New Roman";
  private static final int LAST = 500;
  private static final double[] WIDTHS = {
    30, 18, 13, 13, 9, 22, 26, 10, 7, 24, 60, 36, 20, 14, 18, 16, 9, 18, 18, 16, 30, 30, 14, 18
  };

  private final List<String> sections;
  private final List<String> organizations;
  private final String own;

  /**
   * @param sections in the form "V.1 Giao thông"
   * @param organizations names
   * @param own name of the organization that receives the template; null = any
   */
  CommentTemplate(List<String> sections, List<String> organizations, String own) {
    this.sections = sections;
    this.organizations = organizations;
    this.own = own;
  }

  void write(LocalDate today, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Workbook book = new Workbook(written, "SoGopY", "1.0");
    book.properties().setTitle(NAME);
    Worksheet sheet = book.newWorksheet("Góp ý");
    Worksheet lists = book.newWorksheet(LISTS);
    explain(book.newWorksheet(HELP));
    head(sheet);
    example(sheet);
    choose(sheet, CommentColumn.ORGANIZATION, lists, 0, "Cơ quan", organizations);
    choose(sheet, CommentColumn.SECTION, lists, 1, "Mục", sections);
    choose(sheet, CommentColumn.KIND, lists, 2, "Loại ý kiến", KINDS);
    choose(sheet, CommentColumn.RESTRICTED, lists, 3, "Hạn chế", List.of("Có", "Không"));
    choose(sheet, CommentColumn.POSITION, lists, 4, "Ý kiến trả lời", POSITIONS);
    choose(sheet, CommentColumn.CHANNEL, lists, 5, "Hình thức", CHANNELS);
    book.finish();
    ReproduciblePackage.write(written.toByteArray(), today, out);
  }

  private static void head(Worksheet sheet) {
    for (CommentColumn column : CommentColumn.values()) {
      int index = column.ordinal();
      boolean needed = column == CommentColumn.CONTENT;
      sheet.width(index, WIDTHS[index]);
      sheet.value(0, index, column.title());
      TableSheet.framed(sheet, 0, index, index)
          .bold()
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .fillColor(needed ? "FFE699" : "D9E2F3")
          .set();
      style(sheet, column, 1, LAST).set();
    }
    sheet.rowHeight(0, 32);
    sheet.freezePane(0, 1);
    TableSheet.landscape(sheet);
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
      style(sheet, column, 1, 1).italic().fontColor("7F7F7F").set();
    }
    if (own != null) {
      sheet.value(2, CommentColumn.ORGANIZATION.ordinal(), own);
    }
  }

  private static void put(Worksheet sheet, CommentColumn column, String text) {
    sheet.value(1, column.ordinal(), text);
  }

  private static StyleSetter style(Worksheet sheet, CommentColumn column, int from, int to) {
    return sheet
        .range(from, column.ordinal(), to, column.ordinal())
        .style()
        .fontName(FONT)
        .fontSize(11)
        .wrapText(true)
        .verticalAlignment("top")
        .format(DATES.contains(column) ? "dd/mm/yyyy" : "@");
  }

  /** A drop-down list. Other values can be typed; the import checks the names. */
  private static void choose(
      Worksheet sheet,
      CommentColumn column,
      Worksheet lists,
      int list,
      String heading,
      List<String> values) {
    lists.width(list, 48);
    lists.value(0, list, heading);
    lists.style(0, list).fontName(FONT).bold().fillColor("D9E2F3").set();
    for (int i = 0; i < values.size(); i++) {
      lists.value(i + 1, list, values.get(i));
    }
    if (!values.isEmpty()) {
      sheet
          .range(1, column.ordinal(), LAST, column.ordinal())
          .validateWithList(lists.range(1, list, values.size(), list))
          .allowBlank(true)
          .showErrorMessage(false)
          .errorStyle(DataValidationErrorStyle.INFORMATION);
    }
  }

  private static void explain(Worksheet sheet) {
    List<String> lines =
        List.of(
            StateSecrets.VIETNAMESE,
            "Mỗi dòng là một ý kiến vào một chỗ của dự thảo. Chỉ cột Nội dung góp ý là bắt buộc; thứ tự các cột tùy ý, cột khác được bỏ qua và nêu trong kết quả.",
            "Văn bản chỉ nhất trí: một dòng có số, ngày văn bản, ý kiến trả lời là nhất trí, để trống nội dung. Thông tin văn bản (ngày đến, số đến, người ký…) được lấy ở dòng đầu tiên của văn bản; văn bản đã có thì giữ như đã ghi.",
            "Dòng minh họa (chữ nghiêng) không được nạp; có thể xóa. Ô gộp theo chiều dọc được hiểu là có giá trị ở mọi dòng.",
            "Gửi lại cùng tệp không sinh trùng: dòng đã nạp được giữ nguyên. Dòng sai được nêu ở cột Lỗi của tệp trả về.");
    sheet.width(0, 22);
    sheet.width(1, 90);
    int row = 0;
    for (String line : lines) {
      sheet.value(row, 0, line);
      sheet.range(row, 0, row, 1).merge();
      StyleSetter style = sheet.range(row, 0, row, 1).style().fontName(FONT).wrapText(true);
      (row == 0 ? style.bold().fontColor("C00000") : style).set();
      sheet.rowHeight(row, 34);
      row++;
    }
    row++;
    sheet.value(row, 0, "Cột");
    sheet.value(row, 1, "Cách ghi");
    sheet.range(row, 0, row, 1).style().fontName(FONT).bold().fillColor("D9E2F3").set();
    for (CommentColumn column : CommentColumn.values()) {
      row++;
      sheet.value(row, 0, column.title());
      sheet.value(row, 1, column.explanation());
      sheet
          .range(row, 0, row, 1)
          .style()
          .fontName(FONT)
          .wrapText(true)
          .verticalAlignment("top")
          .set();
    }
  }
}
