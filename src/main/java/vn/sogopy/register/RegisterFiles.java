package vn.sogopy.register;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.letter.attachment.FileType;

/**
 * Writes registers as files. The ZIP of the dossier has both reports, and the copies of the letters
 * in the order of the index.
 */
@ApplicationScoped
public class RegisterFiles {
  static final String SUMMARY = "Báo cáo tổng hợp ý kiến.docx";
  static final String RESPONSE = "Báo cáo giải trình, tiếp thu.docx";

  /** The time of every entry: the same content gives the same bytes, in any time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** Characters that file systems or archives may refuse, and separators. */
  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&._]+");

  private static final Pattern ENDING = Pattern.compile(".*\\.([A-Za-z0-9]{1,10})");

  /** Maximum length of a letter's symbol in a file name, in characters. */
  private static final int MAX = 80;

  @Inject @Any Instance<RegisterRenderer> renderers;
  @Inject AttachmentReader attachments;

  /**
   * The content of a file.
   *
   * @param register for the ZIP the whole register, from which both reports are derived
   * @param files files of its letters that the caller may see; only the ZIP has them
   */
  public record Dossier(Register register, List<AttachmentView> files) {}

  public RegisterRenderer renderer(RegisterFormat format) {
    return renderers.select(Identifier.Literal.of(format.toString())).get();
  }

  /** Copies of letters are copied in pieces; the stream is not closed. */
  public void write(
      Dossier dossier, RegisterFormat format, boolean byTopic, Seal seal, OutputStream out)
      throws IOException {
    if (format == RegisterFormat.ZIP) {
      zip(dossier, byTopic, seal, renderer(RegisterFormat.DOCX), attachments::copy, out);
    } else {
      Register register = dossier.register();
      renderer(format).write(byTopic ? register.byTopic() : register, seal, out);
    }
  }

  /** Copies bytes of a file, from the first to the last, inclusive. */
  @FunctionalInterface
  interface Copies {
    void copy(UUID file, long from, long to, OutputStream out) throws IOException;
  }

  static void zip(
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
    Map<UUID, Annexes.LetterEntry> letters = new HashMap<>();
    dossier.register().letters().forEach(letter -> letters.put(letter.id(), letter));
    Map<UUID, Integer> places = new HashMap<>();
    for (AttachmentView file :
        dossier.files().stream()
            .sorted(Comparator.comparing(one -> letters.get(one.letter()).number()))
            .toList()) {
      int place = places.merge(file.letter(), 1, Integer::sum);
      zip.putNextEntry(entry(name(letters.get(file.letter()), file, place)));
      if (file.size() > 0) {
        copies.copy(file.id(), 0, file.size() - 1, zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }

  /** An entry of a ZIP. */
  public static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  /**
   * "012_SXD_642-SXD-QHKT.pdf" begins with the number in the index of letters, so that names
   * differ. A second file of the same letter ends with "_2".
   *
   * @param place of the file among those of its letter, from 1
   */
  private static String name(Annexes.LetterEntry letter, AttachmentView file, int place) {
    return "%03d_%s_%s%s.%s"
        .formatted(
            letter.number(),
            plain(letter.code().toUpperCase(Locale.ROOT)),
            plain(letter.symbol()),
            place == 1 ? "" : "_" + place,
            FileType.of(file.mediaType()).map(FileType::ending).orElse(ending(file.fileName())));
  }

  private static String ending(String name) {
    Matcher ending = ENDING.matcher(name);
    return ending.matches() ? ending.group(1).toLowerCase(Locale.ROOT) : "bin";
  }

  private static String plain(String text) {
    String plain = UNFIT.matcher(text).replaceAll("-").replaceAll("^[-.]+|[-.]+$", "");
    int end = plain.offsetByCodePoints(0, Math.min(MAX, plain.codePointCount(0, plain.length())));
    return plain.substring(0, end);
  }
}
