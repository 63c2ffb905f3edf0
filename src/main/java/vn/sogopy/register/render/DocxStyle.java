package vn.sogopy.register.render;

import java.io.IOException;

/**
 * The parts of the document as styles that the office can change in one place. Sizes and places are
 * those of Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths are twentieths of a point.
 */
enum DocxStyle {
  BASE("Normal", "Normal", 28, "", "left", 0, 0),
  PARENT("CoQuanChuQuan", "Cơ quan chủ quản", 24, "", "center", 0, 0),
  ISSUER("CoQuanBanHanh", "Cơ quan ban hành", 24, "b", "center", 0, 0),
  NATION("QuocHieu", "Quốc hiệu", 24, "b", "center", 0, 0),
  MOTTO("TieuNgu", "Tiêu ngữ", 26, "b", "center", 0, 0),
  RULE("DuongKe", "Đường kẻ", 4, "", "center", 0, 0),
  NUMBER("SoKyHieu", "Số, ký hiệu", 26, "", "center", 120, 0),
  PLACE("DiaDanhNgayThang", "Địa danh, ngày tháng", 26, "i", "center", 120, 280),
  TITLE("Heading1", "heading 1", 28, "b", "center", 0, 0, 0),
  SUBJECT("TrichYeu", "Trích yếu", 28, "b", "center", 0, 60),
  EXTRACT("Trich", "Trích", 28, "i", "center", 0, 60),
  ADDRESSEE("KinhGui", "Kính gửi", 28, "", "center", 240, 240),
  BODY("NoiDung", "Nội dung", 28, "", "both", 0, 120),
  DIFFERENCES("Heading2", "heading 2", 28, "b", "both", 120, 120, 1),
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
  GROUP("NhomCoQuan", "Nhóm cơ quan", 22, "b", "left", 40, 40, 1),
  GROUP_INDEX("SoNhom", "Số thứ tự nhóm, cơ quan", 22, "b", "center", 40, 40),
  AGENCY("CoQuanGopY", "Cơ quan góp ý", 22, "b", "left", 40, 40, 2),
  TOPIC("PhanMuc", "Phần, mục", 22, "b", "left", 20, 20, 1),
  LAST("DongCuoi", "Dòng cuối văn bản", 22, "i", "left", 160, 0),
  SECTION_END("HetPhan", "Hết phần", 2, "", "left", 0, 0),
  PAGE("header", "header", 28, "", "center", 0, 0),
  MARK("DauDuThao", "Dấu dự thảo", 20, "b", "right", 0, 0);

  private static final String FONT = "Times New Roman";
  private static final int NO_OUTLINE = -1;

  private final String id;
  private final String title;
  private final int halfPoints;
  private final String face;
  private final String alignment;
  private final int before;
  private final int after;
  private final int outline;

  DocxStyle(
      String id,
      String title,
      int halfPoints,
      String face,
      String alignment,
      int before,
      int after) {
    this(id, title, halfPoints, face, alignment, before, after, NO_OUTLINE);
  }

  /**
   * @param face b, i or both
   * @param outline level from 0; such a paragraph stays with the next
   */
  DocxStyle(
      String id,
      String title,
      int halfPoints,
      String face,
      String alignment,
      int before,
      int after,
      int outline) {
    this.id = id;
    this.title = title;
    this.halfPoints = halfPoints;
    this.face = face;
    this.alignment = alignment;
    this.before = before;
    this.after = after;
    this.outline = outline;
  }

  /** The style's id within the document. */
  String id() {
    return id;
  }

  /** The id of the style of all ruled tables. */
  static final String TABLE = "BangKe";

  static void write(DocxXml xml) throws IOException {
    xml.open("w:styles", "xmlns:w", DocxParts.WORD);
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    xml.empty("w:rFonts", "w:ascii", FONT, "w:eastAsia", FONT, "w:hAnsi", FONT, "w:cs", FONT);
    xml.empty("w:sz", "w:val", "28").empty("w:szCs", "w:val", "28");
    xml.empty(
        "w:lang",
        "w:val",
        DocxParts.LANGUAGE,
        "w:eastAsia",
        DocxParts.LANGUAGE,
        "w:bidi",
        DocxParts.LANGUAGE);
    xml.close().close().empty("w:pPrDefault").close();
    for (DocxStyle style : values()) {
      style.writeSelf(xml);
    }
    writeTable(xml);
    xml.close();
  }

  private void writeSelf(DocxXml xml) throws IOException {
    boolean own = this != BASE && !title.equals(id) && !title.startsWith("heading");
    if (this == BASE) {
      xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", id);
    } else if (own) {
      xml.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id);
    } else {
      xml.open("w:style", "w:type", "paragraph", "w:styleId", id);
    }
    xml.empty("w:name", "w:val", title);
    if (this != BASE) {
      xml.empty("w:basedOn", "w:val", BASE.id);
    }
    xml.empty("w:qFormat").open("w:pPr");
    if (outline >= 0 || this == GROUP_INDEX || this == EXTRACT || this == ANNEX_TITLE) {
      xml.empty("w:keepNext");
    }
    xml.empty("w:spacing", "w:before", String.valueOf(before), "w:after", String.valueOf(after));
    if (this == BODY || this == DIFFERENCES) {
      xml.empty("w:ind", "w:firstLine", String.valueOf(DocxParts.twips(10)));
    }
    xml.empty("w:jc", "w:val", alignment);
    if (outline >= 0) {
      xml.empty("w:outlineLvl", "w:val", String.valueOf(outline));
    }
    xml.close().open("w:rPr");
    if (face.contains("b")) {
      xml.empty("w:b").empty("w:bCs");
    }
    if (face.contains("i")) {
      xml.empty("w:i").empty("w:iCs");
    }
    if (this == MARK) {
      xml.empty("w:color", "w:val", "C00000");
    }
    String size = String.valueOf(halfPoints);
    xml.empty("w:sz", "w:val", size).empty("w:szCs", "w:val", size).close().close();
  }

  private static void writeTable(DocxXml xml) throws IOException {
    xml.open("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal");
    xml.empty("w:name", "w:val", "Normal Table")
        .open("w:tblPr")
        .empty("w:tblInd", "w:w", "0", "w:type", "dxa");
    margins(xml, 0);
    xml.close().close();
    xml.open("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", TABLE);
    xml.empty("w:name", "w:val", "Bảng kẻ").empty("w:basedOn", "w:val", "TableNormal");
    xml.open("w:tblPr").open("w:tblBorders");
    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
    }
    xml.close();
    margins(xml, DocxParts.twips(1));
    xml.close().close();
  }

  /** Of the cells of a table. */
  static void margins(DocxXml xml, int sides) throws IOException {
    xml.open("w:tblCellMar");
    xml.empty("w:top", "w:w", "0", "w:type", "dxa");
    xml.empty("w:left", "w:w", String.valueOf(sides), "w:type", "dxa");
    xml.empty("w:bottom", "w:w", "0", "w:type", "dxa");
    xml.empty("w:right", "w:w", String.valueOf(sides), "w:type", "dxa");
    xml.close();
  }
}
