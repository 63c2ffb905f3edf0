package vn.sogopy.consultation.reminder;

import static vn.sogopy.platform.table.Column.centred;
import static vn.sogopy.platform.table.Column.text;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxTable;
import vn.sogopy.platform.docx.DocxWriter;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The chasing letter (công văn đôn đốc) with the plan's letterhead. Number and day are blank, since
 * the clerks fill them in after the signature (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
final class ChasingLetter {
  private static final String BLANK_DAY = "ngày      tháng      năm ";
  private static final List<String> RECIPIENTS = List.of("Như trên;", "Lưu: VT.");

  /** A date of ten characters and the margins of its cell need 22 mm. */
  private static final List<Column> SILENT =
      List.of(
          centred("STT", 12),
          text("Cơ quan, đơn vị", 46),
          text("Văn bản xin ý kiến", 65),
          centred("Hạn trả lời", 24),
          centred("Quá hạn (ngày)", 18));

  private static final List<Column> OVERDUE =
      List.of(
          centred("STT", 12),
          text("Cơ quan, đơn vị", 46),
          text("Nội dung đề nghị", 63),
          centred("Hạn trả lời", 24),
          centred("Ý kiến số", 20));

  private ChasingLetter() {}

  static void write(ChasingList list, OutputStream out) throws IOException {
    ChasingProse prose = new ChasingProse(list);
    DocxWriter writer =
        new DocxWriter(
            new DocxWriter.About(
                prose.subject(),
                list.planTitle(),
                list.issuer(),
                // Without the time of day: the same list gives the same bytes all day.
                list.today().atStartOfDay().toInstant(ZoneOffset.UTC),
                Objects.requireNonNullElse(list.mark(), "")),
            out);
    Letterhead head = list.letterhead();
    writer.head(
        head.parentBody(),
        head.issuer(),
        "Số:        /" + Objects.requireNonNullElse(head.abbreviation(), "") + "-",
        prose.subject(),
        (head.place() == null ? "" : head.place() + ", ") + BLANK_DAY + list.today().getYear());
    writer.paragraph(DocxStyle.ADDRESSEE, "Kính gửi: " + prose.addressees());
    for (String paragraph : prose.paragraphs()) {
      writer.paragraph(DocxStyle.BODY, paragraph);
    }
    writer.foot(
        Objects.requireNonNullElse(head.recipients(), RECIPIENTS),
        head.signerTitle(),
        head.signerName());
    if (!prose.toOne()) {
      writer.endSection(false);
      annex(writer, list);
    }
    // Word needs a paragraph after the last table.
    writer.paragraph(DocxStyle.SECTION_END, null);
    writer.end(false);
  }

  /** The list that is annexed to the letter. */
  private static void annex(DocxWriter writer, ChasingList list) throws IOException {
    boolean anySilent = !list.lines().isEmpty();
    writer.paragraph(DocxStyle.TITLE, anySilent ? list.title() : ChasingList.REQUESTS);
    writer.paragraph(DocxStyle.ANNEX_TITLE, list.subject());
    writer.keptWithNext(
        DocxStyle.ATTACHED,
        "(Kèm theo Công văn số        /%s-       %s%s\ncủa %s)"
            .formatted(
                Objects.requireNonNullElse(list.letterhead().abbreviation(), ""),
                BLANK_DAY,
                list.today().getYear(),
                list.issuer()));
    if (anySilent) {
      silent(writer.table(SILENT, false), list);
    }
    if (!list.requests().isEmpty()) {
      if (anySilent) {
        writer.paragraph(DocxStyle.BASE, null);
        writer.paragraph(DocxStyle.TITLE, ChasingList.REQUESTS);
      }
      requests(writer.table(OVERDUE, false), list);
    }
  }

  private static void silent(DocxTable table, ChasingList list) throws IOException {
    for (ChasingList.Group group : list.groups()) {
      table.heading(DocxStyle.GROUP, group.index(), group.title(), null);
      for (ChasingList.Line line : group.lines()) {
        table.row(line.texts(";\n").subList(0, SILENT.size()));
      }
    }
    table.end();
  }

  private static void requests(DocxTable table, ChasingList list) throws IOException {
    int number = 0;
    for (OverdueRequest request : list.requests()) {
      number++;
      table.row(
          List.of(
              String.valueOf(number),
              request.organization().name(),
              request.text(),
              VietnamTime.shortDate(request.dueOn()),
              request.citation()));
    }
    table.end();
  }
}
