package vn.sogopy.consultation.consultee;

import java.util.List;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;

/** The columns of a list of consultees. */
enum ConsulteeColumn implements TableColumn {
  CODE("mã", "mã cơ quan", "code", "organization code"),
  NAME(
      "cơ quan",
      "cơ quan, đơn vị",
      "cơ quan, đơn vị, địa phương",
      "cơ quan được lấy ý kiến",
      "tên cơ quan",
      "đơn vị",
      "organization",
      "agency",
      "body"),
  REQUEST_LETTER(
      "văn bản xin ý kiến",
      "số văn bản xin ý kiến",
      "số văn bản",
      "số, ngày văn bản xin ý kiến",
      "văn bản",
      "request letter",
      "request letters"),
  REQUEST_DATE(
      "ngày văn bản",
      "ngày văn bản xin ý kiến",
      "request letter date",
      "request date",
      "letter date"),
  DUE_ON("hạn trả lời", "thời hạn trả lời", "hạn", "due on", "due date", "due"),
  DOSSIER_RECEIVED_ON(
      "ngày nhận hồ sơ", "nhận hồ sơ ngày", "dossier received on", "dossier received"),
  CONTACT("đầu mối", "đầu mối liên hệ", "người liên hệ", "contact", "contact name"),
  PHONE("điện thoại", "số điện thoại", "phone", "telephone", "contact phone"),
  EMAIL("email", "thư điện tử", "địa chỉ email", "contact email");

  private final List<String> headings;

  ConsulteeColumn(String... headings) {
    this.headings = List.of(headings);
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  @Override
  public String title() {
    return name();
  }
}
