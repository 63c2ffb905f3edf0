package vn.sogopy.interchange.imports;

import java.util.List;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;

/** The columns of a table of comments in the order of the template. It uses the first headings. */
enum CommentColumn implements TableColumn {
  ORGANIZATION(
      List.of("/organization"),
      "Mã, tên hoặc tên khác của cơ quan; bỏ trống nếu tài khoản nộp tệp đã gắn với cơ quan.",
      "Cơ quan góp ý",
      "chủ thể góp ý",
      "đơn vị",
      "đơn vị góp ý",
      "cơ quan",
      "cơ quan, đơn vị",
      "cơ quan, đơn vị góp ý",
      "cơ quan, đơn vị, địa phương",
      "cơ quan, tổ chức",
      "tên cơ quan",
      "mã cơ quan",
      "tổ chức",
      "organization",
      "organization code",
      "agency",
      "body"),
  LETTER(
      List.of("/letter/number", "/letter"),
      "Số, ký hiệu của văn bản góp ý; có thể ghi cả ngày: 510/SGTVT-KCHT ngày 24/8/2021.",
      "Số văn bản",
      "số, ký hiệu",
      "số ký hiệu văn bản",
      "số, ký hiệu văn bản",
      "số, ngày văn bản",
      "số, ngày tháng văn bản",
      "số, ngày, tháng văn bản",
      "số hiệu văn bản",
      "văn bản",
      "văn bản góp ý",
      "số văn bản góp ý",
      "công văn",
      "số công văn",
      "letter",
      "letter number"),
  LETTER_DATE(
      List.of("/letter/date"),
      "Ngày của văn bản: 24/8/2021, 2021-08-24 hoặc ngày 24 tháng 8 năm 2021.",
      "Ngày văn bản",
      "ngày",
      "ngày văn bản góp ý",
      "ngày, tháng",
      "ngày tháng",
      "ngày tháng năm",
      "ngày ban hành",
      "ngày công văn",
      "letter date",
      "date"),
  RECEIVED_ON(
      List.of("/letter/receivedOn"),
      "Ngày văn bản đến cơ quan lập quy hoạch; bỏ trống là hôm nay.",
      "Ngày đến",
      "ngày nhận",
      "ngày nhận văn bản",
      "ngày tiếp nhận",
      "ngày văn bản đến",
      "received on",
      "arrival date"),
  ARRIVAL_NUMBER(
      List.of("/letter/arrivalNumber"),
      "Số đến trong sổ của cơ quan lập quy hoạch.",
      "Số đến",
      "số văn bản đến",
      "số vào sổ",
      "arrival number"),
  POSITION(
      List.of("/letter/position"),
      "Ý kiến trả lời của cả văn bản, chọn trong danh sách. Dòng nhất trí, không ghi nội dung là văn bản trả lời không có ý kiến.",
      "Ý kiến trả lời",
      "quan điểm",
      "quan điểm trả lời",
      "kết quả trả lời",
      "position",
      "letter position"),
  SECTION(
      List.of("/section"),
      "Mã hoặc tên mục của dự thảo; bỏ trống là ý kiến chung.",
      "Mục",
      "phần, mục",
      "phần mục",
      "phần, mục của dự thảo",
      "mục của dự thảo",
      "nhóm vấn đề hoặc phần, mục",
      "chương, mục",
      "mã mục",
      "section",
      "section code"),
  PAGE(
      List.of("/locator/pages", "/locator/page"),
      "Số trang; nhiều trang ghi như 45-46, 50.",
      "Trang",
      "số trang",
      "các trang",
      "page",
      "pages"),
  PARAGRAPH(
      List.of("/locator/paragraph"),
      "Số thứ tự của đoạn trong trang.",
      "Đoạn",
      "đoạn số",
      "paragraph"),
  QUOTE(
      List.of("/locator/quote"),
      "Lời của dự thảo mà ý kiến nói đến.",
      "Trích dẫn",
      "trích dẫn dự thảo",
      "nội dung dự thảo",
      "quote",
      "quotation"),
  CONTENT(
      List.of("/content"),
      "Nội dung góp ý, mỗi dòng một ý kiến, nhiều nhất 20.000 ký tự. Bắt buộc, trừ khi ý kiến trả lời là nhất trí.",
      "Nội dung góp ý",
      "ý kiến",
      "nội dung",
      "ý kiến góp ý",
      "nội dung ý kiến",
      "nội dung ý kiến góp ý",
      "góp ý",
      "content",
      "comment"),
  PROPOSAL(
      List.of("/proposal"),
      "Đề xuất sửa đổi.",
      "Đề xuất",
      "đề xuất sửa",
      "đề xuất sửa đổi",
      "đề nghị sửa",
      "kiến nghị",
      "proposal",
      "proposed wording"),
  KIND(
      List.of("/kind"),
      "Chọn trong danh sách; bỏ trống là Nội dung khác.",
      "Loại ý kiến",
      "loại",
      "phân loại",
      "kind",
      "type"),
  ALSO_SECTIONS(
      List.of("/alsoSections"),
      "Các mục khác mà ý kiến chạm đến, cách nhau bằng dấu chấm phẩy.",
      "Mục liên quan",
      "các mục liên quan",
      "mục liên quan khác",
      "also sections",
      "related sections"),
  AUTHOR(
      List.of("/author/fullName"),
      "Họ tên người góp ý, nếu có.",
      "Người góp ý",
      "họ tên",
      "họ và tên",
      "họ tên người góp ý",
      "author",
      "author full name"),
  AUTHOR_POSITION(
      List.of("/author/position"),
      "Chức vụ của người góp ý.",
      "Chức vụ",
      "chức danh",
      "author position"),
  RESTRICTED(
      List.of("/restricted"),
      "Có: chỉ cơ quan góp ý, tư vấn và cơ quan lập quy hoạch xem được.",
      "Hạn chế",
      "hạn chế tiếp cận",
      "hạn chế người xem",
      "restricted"),
  CHANNEL(
      List.of("/letter/channel"),
      "Văn bản đến bằng hình thức nào, chọn trong danh sách; bỏ trống là văn bản giấy.",
      "Hình thức",
      "hình thức gửi",
      "hình thức góp ý",
      "hình thức trả lời",
      "channel"),
  SIGNER(
      List.of("/letter/signer/fullName", "/letter/signer"),
      "Họ tên người ký văn bản.",
      "Người ký",
      "họ tên người ký",
      "họ và tên người ký",
      "người ký văn bản",
      "signer"),
  SIGNER_POSITION(
      List.of("/letter/signer/position"),
      "Chức vụ của người ký.",
      "Chức vụ người ký",
      "signer position"),
  SUBJECT(
      List.of("/letter/subject"),
      "Trích yếu của văn bản.",
      "Trích yếu",
      "trích yếu văn bản",
      "trích yếu nội dung",
      "subject"),
  ON_BEHALF_OF(
      List.of("/letter/onBehalfOf"),
      "Mã hoặc tên các cơ quan mà văn bản trả lời thay, cách nhau bằng dấu chấm phẩy; bỏ trống là theo mặc định.",
      "Trả lời thay cho",
      "trả lời thay",
      "thay cho",
      "on behalf of"),
  EXTERNAL_ID(
      List.of("/externalId"),
      "Mã của dòng ở hệ thống gửi, để gửi lại không sinh trùng.",
      "Mã ngoài",
      "mã hệ thống ngoài",
      "externalid",
      "external id"),
  REASON(
      List.of("/reason"),
      "Lý do nhập khi dự thảo đã kết thúc lấy ý kiến.",
      "Lý do",
      "lý do nhập muộn",
      "reason");

  private final List<String> pointers;
  private final String explanation;
  private final List<String> headings;

  CommentColumn(List<String> pointers, String explanation, String... headings) {
    this.pointers = pointers;
    this.explanation = explanation;
    this.headings = List.of(headings);
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  @Override
  public List<String> alike() {
    return this == ALSO_SECTIONS ? List.of("Mục") : List.of();
  }

  String explanation() {
    return explanation;
  }

  /** JSON pointers of the value in the comment; the first that has one counts. */
  List<String> pointers() {
    return pointers;
  }

  /** The column of this pointer or of its nearest ancestor; else CONTENT. */
  static CommentColumn ofPointer(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      for (CommentColumn column : values()) {
        if (column.pointers.contains(at)) {
          return column;
        }
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return CONTENT;
  }
}
