package vn.sogopy.consultation.reminder;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * The parts of an administrative document as named Word styles. Source: Nghị định 30/2020/NĐ-CP,
 * Phụ lục I.
 */
enum OfficialStyles {
  BASE("Normal", 28, false, false, STJc.LEFT, 0, 0, 0),
  PARENT("Cơ quan chủ quản", 24, false, false, STJc.CENTER, 0, 0, 0),
  ISSUER("Cơ quan ban hành", 24, true, false, STJc.CENTER, 0, 0, 0),
  MOTTO_1("Quốc hiệu", 24, true, false, STJc.CENTER, 0, 0, 0),
  MOTTO_2("Tiêu ngữ", 26, true, false, STJc.CENTER, 0, 0, 0),
  NUMBER("Số, ký hiệu", 26, false, false, STJc.CENTER, 120, 0, 0),
  SUBJECT("Trích yếu", 24, false, false, STJc.CENTER, 60, 0, 0),
  PLACE("Địa danh, ngày tháng", 28, false, true, STJc.CENTER, 120, 0, 0),
  ADDRESSEE("Kính gửi", 28, false, false, STJc.CENTER, 240, 240, 0),
  BODY("Nội dung", 28, false, false, STJc.BOTH, 0, 120, 720),
  SIGNER("Chức vụ, họ tên", 28, true, false, STJc.CENTER, 0, 0, 0),
  COPIES_HEAD("Nơi nhận", 24, true, true, STJc.LEFT, 0, 0, 0),
  COPIES("Danh sách nơi nhận", 22, false, false, STJc.LEFT, 0, 0, 0),
  TITLE("Tên danh sách", 28, true, false, STJc.CENTER, 0, 0, 0),
  ATTACHED("Kèm theo", 28, false, true, STJc.CENTER, 0, 240, 0),
  CELL("Ô bảng", 22, false, false, STJc.LEFT, 20, 20, 0),
  CELL_HEAD("Đầu bảng", 22, true, false, STJc.CENTER, 40, 40, 0),
  PAGE("Số trang", 28, false, false, STJc.CENTER, 0, 0, 0),
  MARK("Dữ liệu mẫu", 24, true, false, STJc.RIGHT, 0, 0, 0);

  private static final String FONT = "Times New Roman";

  private final String title;
  private final int halfPoints;
  private final boolean bold;
  private final boolean italic;
  private final STJc.Enum alignment;

  /** Twentieths of a point. */
  private final int before;

  private final int after;
  private final int firstLine;

  OfficialStyles(
      String title,
      int halfPoints,
      boolean bold,
      boolean italic,
      STJc.Enum alignment,
      int before,
      int after,
      int firstLine) {
    this.title = title;
    this.halfPoints = halfPoints;
    this.bold = bold;
    this.italic = italic;
    this.alignment = alignment;
    this.before = before;
    this.after = after;
    this.firstLine = firstLine;
  }

  /** The id of the style in the document. */
  String id() {
    return this == BASE ? "Normal" : "SGY" + name().replace("_", "");
  }

  static void addTo(XWPFDocument document) {
    XWPFStyles styles = document.createStyles();
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    styles.setDefaultFonts(fonts);
    styles.setSpellingLanguage("vi-VN");
    for (OfficialStyles style : values()) {
      styles.addStyle(new XWPFStyle(style.build()));
    }
  }

  private CTStyle build() {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id());
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(title);
    if (this == BASE) {
      style.setDefault(true);
    } else {
      style.setCustomStyle(true);
      style.addNewBasedOn().setVal(BASE.id());
    }
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    CTSpacing spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(before));
    spacing.setAfter(BigInteger.valueOf(after));
    if (firstLine > 0) {
      CTInd indent = paragraph.addNewInd();
      indent.setFirstLine(BigInteger.valueOf(firstLine));
    }
    paragraph.addNewJc().setVal(alignment);
    if (this == TITLE) {
      // Shows the title in the navigation pane.
      paragraph.addNewOutlineLvl().setVal(BigInteger.ZERO);
    }
    CTRPr run = style.addNewRPr();
    if (bold) {
      run.addNewB();
    }
    if (italic) {
      run.addNewI();
    }
    if (this == MARK) {
      run.addNewColor().setVal("C00000");
    }
    run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
    return style;
  }
}
