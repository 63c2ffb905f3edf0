package vn.sogopy.platform.http.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads and changes parts of a workbook as text. */
final class Zips {
  private Zips() {}

  /** The same workbook with this part rewritten. */
  static byte[] rewritten(byte[] book, String part, UnaryOperator<String> how) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from = open(book);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        to.write(
            entry.getName().equals(part)
                ? how.apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
    return out.toByteArray();
  }

  /** The same workbook with this part after so many MiB of blanks, which are streamed. */
  static byte[] swollen(byte[] book, String part, int mebibytes) throws IOException {
    byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from = open(book);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        for (int i = 0; entry.getName().equals(part) && i < mebibytes; i++) {
          to.write(blanks);
        }
        from.getInputStream(entry).transferTo(to);
      }
    }
    return out.toByteArray();
  }

  /** The same workbook with one more part. */
  static byte[] with(byte[] book, String part, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from = open(book);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
      to.putNextEntry(new ZipEntry(part));
      to.write(content);
    }
    return out.toByteArray();
  }

  private static ZipFile open(byte[] book) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(book)).get();
  }
}
