package vn.sogopy.interchange.worklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;

/** The columns of a work-list, in the order of the export. */
enum WorklistColumn implements TableColumn {
  ID(Use.HIDDEN, 10, "Mã hệ thống", "id"),
  VERSION(Use.HIDDEN, 10, "Phiên bản", "version"),
  BASE(Use.HIDDEN, 10, "Dấu khi xuất", "base"),
  CODE(Use.READ, 9, "Mã ý kiến", "receipt number"),
  ORGANIZATION(Use.READ, 17, "Cơ quan", "organization"),
  LETTER(Use.READ, 15, "Văn bản", "letter"),
  /** The names of the letter's files; the cell is a link to the first one. */
  SCAN(Use.READ, 15, "Bản scan", "scan"),
  PLACE(Use.READ, 15, "Mục", "section"),
  PAGE(Use.READ, 9, "Trang", "page"),
  QUOTE(Use.READ, 18, "Trích dẫn", "quote"),
  CONTENT(Use.READ, 44, "Nội dung góp ý", "nội dung", "content"),
  PROPOSAL(Use.READ, 26, "Đề xuất", "proposal"),
  DUE(Use.READ, 11, "Hạn trả lời", "hạn", "due"),
  STATUS(Use.READ, 11, "Trạng thái", "status"),
  RETURN_REASON(Use.READ, 17, "Lý do trả lại lần trước", "return reason"),
  PREVIOUS(Use.READ, 30, "Ý kiến và trả lời kỳ trước", "previous"),
  REPLIES(Use.READ, 30, "Ý kiến cơ quan được hỏi", "replies"),
  DIRECTION(Use.READ, 26, "Ý kiến chỉ đạo", "direction"),
  /** Filled while a conflict of this caller is unresolved. */
  CONFLICT(Use.READ, 17, "Xung đột lần trước", "conflict"),
  RESULT(Use.FILL, 14, "Kết quả", "kết quả xử lý", "result"),
  RESPONSE(Use.FILL, 46, "Nội dung trả lời", "nội dung tiếp thu, giải trình", "response"),
  REVISION_SECTION(Use.FILL, 12, "Mục chỉnh sửa", "revision section"),
  REVISION_PAGE(Use.FILL, 10, "Trang chỉnh sửa", "revision page"),
  REVISION_NOTE(Use.FILL, 16, "Ghi chú chỉnh sửa", "revision note"),
  SAME_AS(Use.FILL, 10, "Trả lời như ý kiến số", "same as"),
  DONE(Use.FILL, 7, "Đã xong", "final", "done"),
  ASSIGNEE(Use.FILL, 15, "Phân công", "assignee"),
  DECISION(Use.DECIDE, 10, "Duyệt / Trả lại", "decision"),
  REASON(Use.DECIDE, 20, "Lý do trả lại", "reason"),
  /** The result of an import. It is ignored when the list is sent again. */
  OUTCOME(Use.REPORT, 40, "Kết quả nhập", "import result");

  enum Use {
    HIDDEN,
    /** Grey: read only. */
    READ,
    /** Yellow: to be filled in. */
    FILL,
    /** Yellow: only in the work-list of a coordinator. */
    DECIDE,
    REPORT
  }

  /** The columns of the answer without its revised place. */
  static final Set<WorklistColumn> WORDS = EnumSet.of(RESULT, RESPONSE, SAME_AS);

  /** The columns of the revised place. */
  static final Set<WorklistColumn> REVISION =
      EnumSet.of(REVISION_SECTION, REVISION_PAGE, REVISION_NOTE);

  static final Set<WorklistColumn> FILLED_IN =
      Stream.of(values())
          .filter(WorklistColumn::isFilledIn)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(WorklistColumn.class)));

  /** The columns whose exported values {@link #BASE} contains. */
  static final List<WorklistColumn> REMEMBERED =
      Stream.of(values()).filter(c -> c.use == Use.READ || c.use == Use.FILL).toList();

  private final Use use;
  private final double width;
  private final List<String> headings;

  WorklistColumn(Use use, double width, String... headings) {
    this.use = use;
    this.width = width;
    this.headings = List.of(headings);
  }

  Use use() {
    return use;
  }

  /** In characters. */
  double width() {
    return width;
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  boolean isFilledIn() {
    return use == Use.FILL || use == Use.DECIDE;
  }

  /** The columns of the export for this role. */
  static List<WorklistColumn> of(boolean coordinator) {
    return Stream.of(values())
        .filter(c -> c.use != Use.REPORT && (coordinator || c.use != Use.DECIDE))
        .toList();
  }
}
