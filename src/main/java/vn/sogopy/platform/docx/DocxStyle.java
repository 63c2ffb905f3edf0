package vn.sogopy.platform.docx;

import java.io.IOException;

/**
 * The styles of official papers, so that an office can change each in one place. Sizes and places
 * are those of Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths are twentieths of a point.
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

  /** Id of the style of ruled tables. */
  static final String TABLE = "BangKe";

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
   * @param outline level from 0; such a paragraph is kept with the next
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
  public String id() {
    return id;
  }

  static void write(DocxXml xml) throws IOException {
    String language = DocxPackage.LANGUAGE;
    xml.open("w:styles", "xmlns:w", DocxPackage.WORD);
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    xml.empty("w:rFonts", "w:ascii", FONT, "w:eastAsia", FONT, "w:hAnsi", FONT, "w:cs", FONT);
    xml.val("w:sz", 28).val("w:szCs", 28);
    xml.empty("w:lang", "w:val", language, "w:eastAsia", language, "w:bidi", language);
    xml.close().close().empty("w:pPrDefault").close();
    for (DocxStyle style : values()) {
      style.writeSelf(xml);
    }
    writeTable(xml);
    xml.close();
  }

  private void writeSelf(DocxXml xml) throws IOException {
    boolean builtIn = title.equals(id) || title.startsWith("heading");
    if (this == BASE) {
      xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", id);
    } else if (builtIn) {
      xml.open("w:style", "w:type", "paragraph", "w:styleId", id);
    } else {
      xml.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id);
    }
    xml.val("w:name", title);
    if (this != BASE) {
      xml.val("w:basedOn", BASE.id);
    }
    xml.empty("w:qFormat").open("w:pPr");
    if (outline >= 0 || this == GROUP_INDEX || this == EXTRACT || this == ANNEX_TITLE) {
      xml.empty("w:keepNext");
    }
    xml.empty("w:spacing", "w:before", before, "w:after", after);
    if (this == BODY || this == DIFFERENCES) {
      xml.empty("w:ind", "w:firstLine", DocxWriter.twips(10));
    }
    xml.val("w:jc", alignment);
    if (outline >= 0) {
      xml.val("w:outlineLvl", outline);
    }
    xml.close().open("w:rPr");
    if (face.contains("b")) {
      xml.empty("w:b").empty("w:bCs");
    }
    if (face.contains("i")) {
      xml.empty("w:i").empty("w:iCs");
    }
    if (this == MARK) {
      xml.val("w:color", "C00000");
    }
    xml.val("w:sz", halfPoints).val("w:szCs", halfPoints).close().close();
  }

  private static void writeTable(DocxXml xml) throws IOException {
    xml.open("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal");
    xml.val("w:name", "Normal Table").open("w:tblPr");
    xml.empty("w:tblInd", "w:w", "0", "w:type", "dxa");
    margins(xml, 0);
    xml.close().close();
    xml.open("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", TABLE);
    xml.val("w:name", "Bảng kẻ").val("w:basedOn", "TableNormal");
    xml.open("w:tblPr").open("w:tblBorders");
    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
    }
    xml.close();
    margins(xml, DocxWriter.twips(1));
    xml.close().close();
  }

  /** The margins of the cells of a table. */
  static void margins(DocxXml xml, int sides) throws IOException {
    xml.open("w:tblCellMar");
    xml.empty("w:top", "w:w", "0", "w:type", "dxa");
    xml.empty("w:left", "w:w", sides, "w:type", "dxa");
    xml.empty("w:bottom", "w:w", "0", "w:type", "dxa");
    xml.empty("w:right", "w:w", sides, "w:type", "dxa");
    xml.close();
  }
}
