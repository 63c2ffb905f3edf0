package vn.sogopy.letter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small generated files of many types. */
public final class SampleFiles {
  public static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private SampleFiles() {}

  /** A grey square. */
  public static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The header and the end of a PDF, with random bytes between. */
  public static byte[] pdf(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] head = text("%PDF-1.4\n");
    System.arraycopy(head, 0, bytes, 0, head.length);
    byte[] end = text("\n%%EOF\n");
    if (size > head.length + end.length) {
      System.arraycopy(end, 0, bytes, size - end.length, end.length);
    }
    return bytes;
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] docx() {
    return office(WORD + ".main+xml", "word/document.xml");
  }

  /** An OOXML package whose main part has this type. */
  public static byte[] office(String type, String part, String... more) {
    String types =
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/"
            + part
            + "\" ContentType=\""
            + type
            + "\"/></Types>";
    String[] entries = new String[more.length + 4];
    entries[0] = "[Content_Types].xml";
    entries[1] = types;
    entries[2] = part;
    entries[3] = "<x/>";
    System.arraycopy(more, 0, entries, 4, more.length);
    return zip(entries);
  }

  /** A compound file, such as one of Word before 2007, with these streams. */
  public static byte[] ole(String... streams) {
    ByteBuffer file = ByteBuffer.allocate(640 + 128 * streams.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, HexFormat.of().parseHex("D0CF11E0A1B11AE1"));
    entry(file, 512, "Root Entry", 5);
    for (int i = 0; i < streams.length; i++) {
      entry(file, 640 + 128 * i, streams[i], 2);
    }
    return file.array();
  }

  private static void entry(ByteBuffer file, int at, String name, int kind) {
    byte[] written = name.getBytes(StandardCharsets.UTF_16LE);
    file.put(at, written);
    file.putShort(at + 64, (short) (written.length + 2));
    file.put(at + 66, (byte) kind);
  }

  /** A file that begins with these bytes, in hex. */
  public static byte[] beginning(String hex) {
    return Arrays.copyOf(HexFormat.of().parseHex(hex), 600);
  }

  /** Names and contents in turn. */
  public static byte[] zip(String... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(text(entries[i + 1]));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
