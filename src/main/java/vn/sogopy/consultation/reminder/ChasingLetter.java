package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxWriter;
import vn.sogopy.platform.http.MediaTypes;

/**
 * The chasing letter (công văn đôn đốc) with the plan's letterhead. Number and day are blank, since
 * the clerks fill them in after the signature (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
@ApplicationScoped
public class ChasingLetter implements ChasingRenderer {
  static final String BLANK_DAY = "ngày      tháng      năm ";
  private static final List<String> RECIPIENTS = List.of("Như trên;", "Lưu: VT.");

  @Override
  public ChasingFormat format() {
    return ChasingFormat.DOCX;
  }

  @Override
  public String mediaType() {
    return MediaTypes.DOCX;
  }

  @Override
  public String name() {
    return "Công văn đôn đốc góp ý";
  }

  @Override
  public void write(ChasingList list, OutputStream out) throws IOException {
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
      ChasingAnnex.write(writer, list);
    }
    // Word needs a paragraph after the last table.
    writer.paragraph(DocxStyle.SECTION_END, null);
    writer.end(false);
  }
}
