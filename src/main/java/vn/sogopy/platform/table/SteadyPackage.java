package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An XLSX without timestamps: the same content gives the same bytes, and so the same ETag. */
public final class SteadyPackage {
  private static final String PROPERTIES = "docProps/core.xml";

  private static final String SHEETS = "xl/worksheets/";
  private static final Pattern MERGED = Pattern.compile("(<mergeCell ref=\"[^\"]*\"/>)+");

  private SteadyPackage() {}

  /**
   * @param day replaces every timestamp
   * @param out not closed here
   */
  public static void write(byte[] written, LocalDate day, OutputStream out) throws IOException {
    ZipOutputStream steady = new ZipOutputStream(out);
    // By its directory: the entries that fastexcel writes cannot be read as a stream.
    try (ZipFile parts =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(written)).get()) {
      for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
        ZipEntry entry = new ZipEntry(part.getName());
        entry.setTimeLocal(day.atTime(LocalTime.NOON));
        steady.putNextEntry(entry);
        byte[] bytes = parts.getInputStream(part).readAllBytes();
        steady.write(steady(part.getName(), bytes, day));
        steady.closeEntry();
      }
    }
    steady.finish();
  }

  private static byte[] steady(String part, byte[] bytes, LocalDate day) {
    return part.equals(PROPERTIES)
        ? dated(bytes, day)
        : part.startsWith(SHEETS) ? inOrder(bytes) : bytes;
  }

  /** fastexcel lists merged cells in the order of a hash set. */
  private static byte[] inOrder(byte[] sheet) {
    String text = new String(sheet, StandardCharsets.UTF_8);
    Matcher merged = MERGED.matcher(text);
    if (!merged.find()) {
      return sheet;
    }
    String ordered =
        Arrays.stream(merged.group().split("(?<=>)")).sorted().collect(Collectors.joining());
    return (text.substring(0, merged.start()) + ordered + text.substring(merged.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] dated(byte[] properties, LocalDate day) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(
            "(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)", "$1" + day + "T00:00:00Z$3")
        .getBytes(StandardCharsets.UTF_8);
  }
}
