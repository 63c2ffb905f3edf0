package vn.sogopy.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.sogopy.letter.SampleFiles;

/** Files as offices send them. */
final class OddFiles {
  private OddFiles() {}

  static byte[] content(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".doc" -> SampleFiles.ole("WordDocument");
      case ".dwg" -> SampleFiles.beginning("414331303237");
      case ".rar" -> SampleFiles.beginning("526172211A0700");
      case ".7z" -> SampleFiles.beginning("377ABCAF271C");
      case ".eml" -> SampleFiles.text("Message-ID: <1@example.org>\n");
      case ".tif" -> SampleFiles.beginning("49492A00");
      case ".exe" -> SampleFiles.text("MZ\u0000");
      default -> SampleFiles.beginning("3082");
    };
  }

  /** A letter with numbered points. */
  static byte[] word(List<String> points) {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("Kính gửi: Sở Kế hoạch và Đầu tư");
      for (int i = 0; i < points.size(); i++) {
        document.createParagraph().createRun().setText((i + 1) + ". " + points.get(i));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
