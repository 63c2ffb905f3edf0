package vn.sogopy.platform.docx;

/**
 * The styles of official papers, so that an office can change each in one place. Sizes and
 * positions follow Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths are in twentieths of a point.
 */
public enum DocxStyle {
  BASE("Normal", "Normal", 28, "", "left", 0, 0),
  PARENT("CoQuanChuQuan", "Cơ quan chủ quản", 24, "", "center", 0, 0),
  ISSUER("CoQuanBanHanh", "Cơ quan ban hành", 24, "b", "center", 0, 0),
  NATION("QuocHieu", "Quốc hiệu", 24, "b", "center", 0, 0),
  MOTTO("TieuNgu", "Tiêu ngữ", 26, "b", "center", 0, 0),
  RULE("DuongKe", "Đường kẻ", 4, "", "center", 0, 0),
  NUMBER("SoKyHieu", "Số, ký hiệu", 26, "", "center", 120, 0),
  LETTER_SUBJECT("TrichYeuCongVan", "Trích yếu công văn", 24, "", "center", 60, 0),
  PLACE("DiaDanhNgayThang", "Địa danh, ngày tháng", 26, "i", "center", 120, 280),
  TITLE("Heading1", "heading 1", 28, "b", "center", 0, 0),
  SUBJECT("TrichYeu", "Trích yếu", 28, "b", "center", 0, 60),
  EXTRACT("Trich", "Trích", 28, "i", "center", 0, 60),
  ADDRESSEE("KinhGui", "Kính gửi", 28, "", "center", 240, 240),
  BODY("NoiDung", "Nội dung", 28, "", "both", 0, 120),
  DIFFERENCES("Heading2", "heading 2", 28, "b", "both", 120, 120),
  SIGNER_TITLE("ChucVu", "Chức vụ người ký", 28, "b", "center", 0, 0),
  SIGNER("NguoiKy", "Họ tên người ký", 28, "b", "center", 1600, 0),
  COPIES_HEAD("NoiNhan", "Nơi nhận", 24, "bi", "left", 0, 0),
  COPIES("DanhSachNoiNhan", "Danh sách nơi nhận", 22, "", "left", 0, 0),
  ANNEX_TITLE("TenPhuLuc", "Tên phụ lục", 28, "b", "center", 0, 0),
  ATTACHED("KemTheo", "Kèm theo", 28, "i", "center", 0, 160),
  CELL("OBang", "Ô bảng", 22, "", "left", 20, 20),
  CELL_SHORT("OBangGiua", "Ô bảng, căn giữa", 22, "", "center", 20, 20),
  CELL_SUM("OBangCong", "Ô bảng, dòng cộng", 22, "b", "left", 20, 20),
  CELL_SUM_SHORT("OBangCongGiua", "Ô bảng, dòng cộng, căn giữa", 22, "b", "center", 20, 20),
  CELL_HEAD("DauBang", "Đầu bảng", 22, "b", "center", 40, 40),
  GROUP("NhomCoQuan", "Nhóm cơ quan", 22, "b", "left", 40, 40),
  GROUP_INDEX("SoNhom", "Số thứ tự nhóm, cơ quan", 22, "b", "center", 40, 40),
  AGENCY("CoQuanGopY", "Cơ quan góp ý", 22, "b", "left", 40, 40),
  TOPIC("PhanMuc", "Phần, mục", 22, "b", "left", 20, 20),
  LAST("DongCuoi", "Dòng cuối văn bản", 22, "i", "left", 160, 0),
  SECTION_END("HetPhan", "Hết phần", 2, "", "left", 0, 0),
  PAGE("header", "header", 28, "", "center", 0, 0),
  MARK("DauDuThao", "Dấu dự thảo", 20, "b", "right", 0, 0);

  /** Id of the style of ruled tables. */
  static final String TABLE = "BangKe";

  private static final String HEAD =
      """
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>
      <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>
      </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
      """;

  private static final String TABLES =
      """
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>
      <w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      <w:style w:type="table" w:customStyle="1" w:styleId="BangKe"><w:name w:val="Bảng kẻ"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
      <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>
      <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      </w:styles>\
      """;

  private final String id;
  private final String title;
  private final int halfPoints;
  private final String face;
  private final String alignment;
  private final int before;
  private final int after;

  /**
   * @param face b, i or both
   */
  DocxStyle(
      String id,
      String title,
      int halfPoints,
      String face,
      String alignment,
      int before,
      int after) {
    this.id = id;
    this.title = title;
    this.halfPoints = halfPoints;
    this.face = face;
    this.alignment = alignment;
    this.before = before;
    this.after = after;
  }

  /** The style's id within the document. */
  public String id() {
    return id;
  }

  /** The part {@code word/styles.xml}. */
  static String part() {
    StringBuilder part = new StringBuilder(HEAD);
    for (DocxStyle style : values()) {
      part.append(style.xml());
    }
    return part.append(TABLES).toString();
  }

  /** The level in the outline, from 0; null = none. Such a paragraph is kept with the next. */
  private Integer outline() {
    return switch (this) {
      case TITLE -> 0;
      case DIFFERENCES, GROUP, TOPIC -> 1;
      case AGENCY -> 2;
      default -> null;
    };
  }

  private String xml() {
    Integer outline = outline();
    boolean builtIn = title.equals(id) || title.startsWith("heading");
    boolean keepsNext =
        outline != null || this == GROUP_INDEX || this == EXTRACT || this == ANNEX_TITLE;
    boolean indented = this == BODY || this == DIFFERENCES;
    return "<w:style w:type=\"paragraph\""
        + (this == BASE ? " w:default=\"1\"" : builtIn ? "" : " w:customStyle=\"1\"")
        + " w:styleId=\"%s\"><w:name w:val=\"%s\"/>".formatted(id, title)
        + (this == BASE ? "" : "<w:basedOn w:val=\"Normal\"/>")
        + "<w:qFormat/><w:pPr>"
        + (keepsNext ? "<w:keepNext/>" : "")
        + "<w:spacing w:before=\"%d\" w:after=\"%d\"/>".formatted(before, after)
        + (indented ? "<w:ind w:firstLine=\"567\"/>" : "")
        + "<w:jc w:val=\"%s\"/>".formatted(alignment)
        + (outline == null ? "" : "<w:outlineLvl w:val=\"%d\"/>".formatted(outline))
        + "</w:pPr><w:rPr>"
        + (face.contains("b") ? "<w:b/><w:bCs/>" : "")
        + (face.contains("i") ? "<w:i/><w:iCs/>" : "")
        + (this == MARK ? "<w:color w:val=\"C00000\"/>" : "")
        + "<w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%1$d\"/></w:rPr></w:style>\n"
            .formatted(halfPoints);
  }
}
