package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.register.RegisterFiles.Dossier;

class RegisterFilesTest {
  /** Writes the title of its register in place of a document. */
  private static final RegisterRenderer TITLES =
      (register, seal, out) -> {
        String view = register.topics() == null ? "agency" : "topic";
        out.write((register.document() + " " + view).getBytes(StandardCharsets.UTF_8));
      };

  private static Annexes.LetterEntry letter(int number, String code, String symbol) {
    return new Annexes.LetterEntry(
        number,
        id(symbol),
        code,
        "Cơ quan",
        symbol,
        LocalDate.of(2021, 8, 25),
        null,
        null,
        null,
        "Văn bản giấy",
        0,
        1,
        null);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static AttachmentView file(String content, String letter, String mediaType) {
    return new AttachmentView(
        id(content),
        id(letter),
        "../../x.DOC",
        mediaType,
        FileRisk.NONE,
        content.length(),
        "",
        Registers.AT,
        "x");
  }

  private static byte[] zip(Dossier dossier, boolean byTopic) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegisterFiles.zip(
        dossier,
        byTopic,
        null,
        TITLES,
        (id, from, to, sink) ->
            sink.write((id + " " + from + "-" + to).getBytes(StandardCharsets.UTF_8)),
        out);
    return out.toByteArray();
  }

  private static Map<String, String> entries(byte[] zip) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return entries;
  }

  private static Dossier dossier() {
    Annexes.LetterEntry[] letters = {
      letter(3, "snv", "99/SNV"),
      letter(12, "sxd", "642/SXD-QHKT"),
      letter(1000, "snnptnt", "397 /SNN&PTNT-KHTC \"..\\:*?"),
      letter(1001, "sldtbxh", "331/SLĐTBXH")
    };
    return new Dossier(
        Registers.withLetters(List.of(letters)),
        List.of(
            file("first", "642/SXD-QHKT", "application/pdf"),
            file("odd", "397 /SNN&PTNT-KHTC \"..\\:*?", "application/zip"),
            file("second", "642/SXD-QHKT", MediaTypes.DOCX),
            file("late", "331/SLĐTBXH", "image/jpeg"),
            file("third", "642/SXD-QHKT", "application/pdf"),
            // Of another type: the extension of its name.
            file("fourth", "642/SXD-QHKT", "application/msword")));
  }

  @Test
  void bothReportsThenTheCopiesByTheirNumber() throws IOException {
    Map<String, String> entries = entries(zip(dossier(), false));
    assertThat(entries.keySet())
        .containsExactly(
            "Báo cáo tổng hợp ý kiến.docx",
            "Báo cáo giải trình, tiếp thu.docx",
            "012_SXD_642-SXD-QHKT.pdf",
            "012_SXD_642-SXD-QHKT_2.docx",
            "012_SXD_642-SXD-QHKT_3.pdf",
            "012_SXD_642-SXD-QHKT_4.doc",
            "1000_SNNPTNT_397-SNN&PTNT-KHTC.zip",
            "1001_SLDTBXH_331-SLĐTBXH.jpg");
    assertThat(entries)
        .containsEntry("Báo cáo tổng hợp ý kiến.docx", "SUMMARY agency")
        .containsEntry("Báo cáo giải trình, tiếp thu.docx", "RESPONSE agency")
        .containsEntry("012_SXD_642-SXD-QHKT_2.docx", id("second") + " 0-5");
  }

  @Test
  void byTopicBothReportsAreByTopic() throws IOException {
    assertThat(entries(zip(dossier(), true)))
        .containsEntry("Báo cáo tổng hợp ý kiến.docx", "SUMMARY topic")
        .containsEntry("Báo cáo giải trình, tiếp thu.docx", "RESPONSE topic");
  }

  @Test
  void noEntryTellsWhenItWasMade() throws IOException {
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip(dossier(), false)));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      assertThat(entry.getTimeLocal()).isEqualTo("1980-02-01T00:00:00");
    }
    assertThat(zip(dossier(), false)).isEqualTo(zip(dossier(), false));
  }
}
