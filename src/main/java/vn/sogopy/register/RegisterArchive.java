package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;

/**
 * The ZIP of the dossier: both reports, and the copies of the letters in the order of the index.
 */
@ApplicationScoped
public class RegisterArchive {
  static final String SUMMARY = "Báo cáo tổng hợp ý kiến.docx";
  static final String RESPONSE = "Báo cáo giải trình, tiếp thu.docx";

  /** The time of every entry: the same content gives the same bytes, in any time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Renderers renderers;
  private final AttachmentReader attachments;

  @Inject
  RegisterArchive(Renderers renderers, AttachmentReader attachments) {
    this.renderers = renderers;
    this.attachments = attachments;
  }

  /** Copies files in pieces; the stream is not closed. */
  public void write(Dossier dossier, boolean byTopic, Seal seal, OutputStream out)
      throws IOException {
    RegisterRenderer docx = renderers.of(RegisterFormat.DOCX);
    write(dossier, byTopic, seal, docx, attachments::copy, out);
  }

  /** Copies bytes of a file, from the first to the last, inclusive. */
  @FunctionalInterface
  interface Copies {
    void copy(UUID file, long from, long to, OutputStream out) throws IOException;
  }

  static void write(
      Dossier dossier,
      boolean byTopic,
      Seal seal,
      RegisterRenderer docx,
      Copies copies,
      OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (DocumentKind kind : List.of(DocumentKind.SUMMARY, DocumentKind.RESPONSE)) {
      Register report = dossier.register().as(kind);
      zip.putNextEntry(entry(kind == DocumentKind.SUMMARY ? SUMMARY : RESPONSE));
      docx.write(byTopic ? report.byTopic() : report, seal, zip);
      zip.closeEntry();
    }
    CopyNames names = new CopyNames(dossier.register().letters());
    for (AttachmentView file : ordered(dossier)) {
      zip.putNextEntry(entry(names.next(file)));
      if (file.size() > 0) {
        copies.copy(file.id(), 0, file.size() - 1, zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }

  private static List<AttachmentView> ordered(Dossier dossier) {
    Map<UUID, Integer> places = new HashMap<>();
    dossier.register().letters().forEach(letter -> places.put(letter.id(), letter.number()));
    return dossier.files().stream()
        .sorted(Comparator.comparing(file -> places.get(file.letter())))
        .toList();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  /**
   * The content of the ZIP.
   *
   * @param register the whole register, from which both reports are derived
   * @param files files of its letters that the caller may see
   */
  public record Dossier(Register register, List<AttachmentView> files) {}
}
