package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
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
import vn.sogopy.platform.table.TableException.Fault;

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
   * @param workbook closed here
   * @throws TableException if it is no workbook (NOT_XLSX), has macros, or holds too much
   */
  static XlsxGuard of(SeekableByteChannel workbook) throws TableException {
    XlsxGuard guard = new XlsxGuard();
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(workbook).get()) {
      guard.check(zip);
      return guard;
    } catch (IOException | RuntimeException e) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
  }

  /** Elements and attributes of all parts. */
  long nodes() {
    return nodes;
  }

  private void check(ZipFile zip) throws IOException, TableException {
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      String name = part.getName();
      if (names.size() == MAX_PARTS) {
        throw new TableException(Fault.TOO_LARGE, MAX_PARTS);
      }
      boolean elsewhere =
          name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../");
      if (elsewhere || !names.add(name.toLowerCase(Locale.ROOT))) {
        throw new TableException(Fault.NOT_XLSX, 0);
      }
      if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
        throw new TableException(Fault.MACROS, 0);
      }
      long before = unpacked;
      try (InputStream in = new Counted(zip.getInputStream(part))) {
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          xml(name, in);
        } else {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (name.endsWith("sharedStrings.xml") && unpacked - before > MAX_STRINGS) {
          throw new TableException(Fault.TOO_LARGE, MAX_STRINGS);
        }
      } catch (TooMuchException e) {
        throw new TableException(Fault.TOO_LARGE, MAX_UNPACKED);
      } catch (XMLStreamException e) {
        throw new TableException(
            e.getNestedException() instanceof TooMuchException ? Fault.TOO_LARGE : Fault.NOT_XLSX,
            MAX_UNPACKED);
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

  private void xml(String name, InputStream in) throws XMLStreamException, TableException {
    XMLStreamReader reader = PlainXml.read(in);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        nodes += 1 + reader.getAttributeCount();
        element(name, reader);
      }
    }
  }

  private void element(String part, XMLStreamReader xml) throws XMLStreamException, TableException {
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
          throw new TableException(Fault.MACROS, 0);
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

  private void merge(String part, String reference) throws TableException {
    if (reference == null) {
      return;
    }
    CellRangeAddress range = CellRangeAddress.valueOf(reference);
    range.validate(SpreadsheetVersion.EXCEL2007);
    if (range.getLastRow() > range.getFirstRow()) {
      List<CellRangeAddress> found = merges.computeIfAbsent(part, name -> new ArrayList<>());
      if (found.size() == MAX_MERGES) {
        throw new TableException(Fault.TOO_LARGE, MAX_MERGES);
      }
      found.add(range);
    }
  }

  private static final class TooMuchException extends IOException {}

  private final class Counted extends ProxyInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    protected void afterRead(int bytes) throws TooMuchException {
      unpacked += Math.max(bytes, 0);
      if (unpacked > MAX_UNPACKED) {
        throw new TooMuchException();
      }
    }
  }
}
