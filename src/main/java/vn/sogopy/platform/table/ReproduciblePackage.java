package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An XLSX without timestamps: the same content gives the same bytes, and so the same ETag. */
public final class ReproduciblePackage {
  private static final String PROPERTIES = "docProps/core.xml";

  private static final String SHEETS = "xl/worksheets/";
  private static final Pattern DATED =
      Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)");
  private static final Pattern MERGED = Pattern.compile("(<mergeCell ref=\"[^\"]*\"/>)+");

  private ReproduciblePackage() {}

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
        steady.write(reproducible(part.getName(), parts.getInputStream(part).readAllBytes(), day));
        steady.closeEntry();
      }
    }
    steady.finish();
  }

  private static byte[] reproducible(String part, byte[] bytes, LocalDate day) {
    if (!part.equals(PROPERTIES) && !part.startsWith(SHEETS)) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String steady =
        part.equals(PROPERTIES)
            ? DATED.matcher(text).replaceAll("$1" + day + "T00:00:00Z$3")
            : MERGED.matcher(text).replaceAll(merged -> inOrder(merged.group()));
    return steady.getBytes(StandardCharsets.UTF_8);
  }

  /** fastexcel lists merged cells in the order of a hash set. */
  private static String inOrder(String merged) {
    return Arrays.stream(merged.split("(?<=>)")).sorted().collect(Collectors.joining());
  }
}
