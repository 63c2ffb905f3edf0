package vn.sogopy.platform.http.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.PlainXml;

/**
 * Checks a workbook before it is read. Every part is unpacked once and discarded, since the sizes
 * in a ZIP are untrusted. It is read as XML without DTD and entities.
 */
final class XlsxGuard {
  private static final int MAX_PARTS = 1_000;
  private static final int MAX_MERGES = 100_000;

  /** Bytes of all parts together, unpacked. */
  static final long MAX_UNPACKED = 64L * 1024 * 1024;

  /** Bytes of the shared strings, which stay in memory while the workbook is read. */
  private static final long MAX_STRINGS = 32L * 1024 * 1024;

  private final Map<String, List<CellRangeAddress>> merges = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private long unpacked;
  private long nodes;

  private XlsxGuard() {}

  /**
   * @throws ProblemException 400 if the file is no workbook, has macros, or holds too much
   * @throws IOException if it cannot be opened
   */
  static XlsxGuard of(Path file) throws IOException {
    XlsxGuard guard = new XlsxGuard();
    SeekableByteChannel workbook = Files.newByteChannel(file);
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(workbook).get()) {
      guard.check(zip);
      return guard;
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw refused(FieldCode.MALFORMED_XLSX);
    }
  }

  static ProblemException refused(FieldCode code) {
    return ProblemException.invalid(FieldError.pointer("", code));
  }

  /** Elements and attributes of all parts. */
  long nodes() {
    return nodes;
  }

  private void check(ZipFile zip) {
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      String name = part.getName();
      if (names.size() == MAX_PARTS) {
        throw TableReader.tooLarge(MAX_PARTS);
      }
      boolean elsewhere =
          name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../");
      if (elsewhere || !names.add(name.toLowerCase(Locale.ROOT))) {
        throw refused(FieldCode.MALFORMED_XLSX);
      }
      if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
        throw refused(FieldCode.MACROS);
      }
      long before = unpacked;
      try (InputStream in = new Counted(zip.getInputStream(part))) {
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          xml(name, in);
        } else {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (name.endsWith("sharedStrings.xml") && unpacked - before > MAX_STRINGS) {
          throw TableReader.tooLarge(MAX_STRINGS);
        }
      } catch (IOException | XMLStreamException e) {
        throw unpacked > MAX_UNPACKED
            ? TableReader.tooLarge(MAX_UNPACKED)
            : refused(FieldCode.MALFORMED_XLSX);
      }
    }
  }

  /**
   * The cells of one sheet that are merged over several rows, in the order of their first rows.
   *
   * @param relationship id of the sheet in the workbook
   */
  List<CellRangeAddress> merges(String relationship) {
    return merges.getOrDefault(targets.getOrDefault(relationship, ""), List.of()).stream()
        .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow))
        .toList();
  }

  private void xml(String name, InputStream in) throws XMLStreamException {
    XMLStreamReader reader = PlainXml.read(in);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        nodes += 1 + reader.getAttributeCount();
        element(name, reader);
      }
    }
  }

  private void element(String part, XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "c" -> cell(xml.getAttributeValue(null, "r"));
      case "mergeCell" -> merge(part, xml.getAttributeValue(null, "ref"));
      case "Relationship" -> {
        if (part.endsWith("workbook.xml.rels")) {
          targets.put(
              xml.getAttributeValue(null, "Id"), path(xml.getAttributeValue(null, "Target")));
        }
      }
      case "Default", "Override" -> {
        String type = xml.getAttributeValue(null, "ContentType");
        if (part.equals("[Content_Types].xml") && type != null && type.contains("macroEnabled")) {
          throw refused(FieldCode.MACROS);
        }
      }
      default -> {
        // Other elements are not checked.
      }
    }
  }

  private static String path(String target) {
    return target == null ? "" : target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  /** Checks the column: fastexcel allocates a list as long as its number. */
  private static void cell(String reference) throws XMLStreamException {
    if (reference != null
        && CellReference.classifyCellReference(reference, SpreadsheetVersion.EXCEL2007)
            != CellReference.NameType.CELL) {
      throw new XMLStreamException("cell " + reference);
    }
  }

  private void merge(String part, String reference) {
    if (reference == null) {
      return;
    }
    CellRangeAddress range = CellRangeAddress.valueOf(reference);
    range.validate(SpreadsheetVersion.EXCEL2007);
    if (range.getLastRow() > range.getFirstRow()) {
      List<CellRangeAddress> found = merges.computeIfAbsent(part, name -> new ArrayList<>());
      if (found.size() == MAX_MERGES) {
        throw TableReader.tooLarge(MAX_MERGES);
      }
      found.add(range);
    }
  }

  private final class Counted extends ProxyInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    protected void afterRead(int bytes) throws IOException {
      unpacked += Math.max(bytes, 0);
      if (unpacked > MAX_UNPACKED) {
        throw new IOException("too much");
      }
    }
  }
}
