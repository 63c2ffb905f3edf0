package vn.sogopy.register;

import java.util.List;
import vn.sogopy.platform.text.Numbers;

/** The documents of the dossier; docs/domain.md section 6. */
public enum DocumentKind {
  /** The comments: báo cáo tổng hợp ý kiến. */
  SUMMARY("BẢNG TỔNG HỢP", "Tổng hợp", List.of(Annex.COMMENTS, Annex.ASKED, Annex.LETTERS)),
  /** The answers: báo cáo giải trình, tiếp thu. */
  RESPONSE(
      "BẢNG GIẢI TRÌNH, TIẾP THU", "Giải trình, tiếp thu", List.of(Annex.COMMENTS, Annex.MATRIX)),
  /** Both in one document. */
  FULL(
      "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH",
      "Tổng hợp, tiếp thu, giải trình",
      List.of(Annex.values()));

  private final String title;
  private final String subject;
  private final List<Annex> annexes;

  DocumentKind(String title, String subject, List<Annex> annexes) {
    this.title = title;
    this.subject = subject;
    this.annexes = annexes;
  }

  /** The annexes of the report, in order. */
  public List<Annex> annexes() {
    return annexes;
  }

  /** The number of the annex in this document, "Phụ lục II"; null if it has no such annex. */
  public String number(Annex annex) {
    int place = annexes.indexOf(annex);
    return place < 0 ? null : "Phụ lục " + Numbers.roman(place + 1);
  }

  /** Whether the document has the columns of results and answers. */
  public boolean answers() {
    return this != SUMMARY;
  }

  /** Before what the report is about. */
  String title() {
    return title;
  }

  String subject() {
    return subject;
  }
}
