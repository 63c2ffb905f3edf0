package vn.sogopy.letter.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether a file is complete and not encrypted. A signature covers only its first bytes. */
final class FileEnd {
  /** Bytes. PDF readers look for the end marker in this range (ISO 32000-1, annex H). */
  private static final int PDF_END = 1024;

  /** Bytes at the end of the file that are searched for the trailer. */
  private static final int WINDOW = 64 * 1024;

  private static final Pattern START = Pattern.compile("startxref\\s+([0-9]{1,18})\\s+%%EOF");
  private static final Pattern ENCRYPT = Pattern.compile("/Encrypt(?![A-Za-z])");
  private static final String TRAILER = "trailer";

  private static final int MARKER = 0xFF;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int PNG_SIGNATURE = 8;
  private static final int IEND = 0x49454E44;

  private FileEnd() {}

  /** Whether the file has its end and no password. */
  static boolean isWholePdf(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return text(file, Math.max(0, file.length() - PDF_END), PDF_END).contains("%%EOF")
          && !ENCRYPT.matcher(trailer(file)).find();
    }
  }

  /** The trailer dictionary; ISO 32000-1, 7.5.5 and 7.5.8. */
  private static String trailer(RandomAccessFile file) throws IOException {
    String tail = text(file, Math.max(0, file.length() - WINDOW), WINDOW);
    int at = tail.lastIndexOf(TRAILER);
    if (at >= 0) {
      return tail.substring(at);
    }
    long start = -1;
    for (Matcher found = START.matcher(tail); found.find(); ) {
      start = Long.parseLong(found.group(1));
    }
    if (start < 0 || start >= file.length()) {
      return "";
    }
    String table = text(file, start, WINDOW);
    String end = table.startsWith("xref") ? "startxref" : "stream";
    int length = table.indexOf(end);
    return length < 0 ? table : table.substring(0, length);
  }

  private static String text(RandomAccessFile file, long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.min(most, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Walks the chunks up to IEND. Bytes after it are ignored. */
  static boolean isWholePng(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(PNG_SIGNATURE);
      while (true) {
        long length = file.readInt() & 0xFFFFFFFFL;
        int type = file.readInt();
        long next = file.getFilePointer() + length + Integer.BYTES;
        if (next > file.length()) {
          return false;
        }
        if (type == IEND) {
          return true;
        }
        file.seek(next);
      }
    } catch (EOFException cut) {
      return false;
    }
  }

  /**
   * Walks the segments up to the image data, then looks for the end marker, which cannot occur in
   * image data. Bytes after it are ignored, since cameras append data.
   */
  static boolean isWholeJpeg(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(2);
      int marker = 0;
      while (marker != SCAN) {
        if (file.readUnsignedByte() != MARKER) {
          return false;
        }
        do {
          marker = file.readUnsignedByte();
        } while (marker == MARKER);
        long segment = file.getFilePointer();
        file.seek(segment + file.readUnsignedShort());
      }
      return hasEnd(file);
    } catch (EOFException cut) {
      return false;
    }
  }

  private static boolean hasEnd(RandomAccessFile file) throws IOException {
    byte[] piece = new byte[WINDOW];
    int before = 0;
    for (int read = file.read(piece); read > 0; read = file.read(piece)) {
      for (int i = 0; i < read; i++) {
        int now = piece[i] & 0xFF;
        if (before == MARKER && now == END) {
          return true;
        }
        before = now;
      }
    }
    return false;
  }
}
