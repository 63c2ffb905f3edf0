package vn.sogopy.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.sogopy.table.TableException.Fault;

/**
 * Looks through a workbook before it is read: every part is unpacked once, to nowhere, since what a
 * ZIP says of its own sizes is not to be trusted, and read as XML without any of its entities.
 */
final class XlsxGuard {
  private static final int MAX_PARTS = 1_000;
  private static final int MAX_MERGES = 100_000;

  /** A1 to XFD1048576, and what else a sheet's own references may look like. */
  private static final Pattern CELL = Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}");

  /** Cells that are one, over several rows: the first has the value. */
  record Merge(int firstRow, int lastRow, int column) {}

  private final long maxUnpacked;
  private final Map<String, List<Merge>> merges = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private String firstVisible;
  private long unpacked;

  XlsxGuard(long maxUnpacked) {
    this.maxUnpacked = maxUnpacked;
  }

  void look(ZipFile zip) throws IOException, TableException {
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
      try (InputStream in = new Counted(zip.getInputStream(part))) {
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          xml(name, in);
        } else {
          in.transferTo(OutputStream.nullOutputStream());
        }
      } catch (TooMuchException e) {
        throw new TableException(Fault.TOO_LARGE, maxUnpacked);
      } catch (XMLStreamException e) {
        throw new TableException(
            e.getNestedException() instanceof TooMuchException ? Fault.TOO_LARGE : Fault.NOT_XLSX,
            maxUnpacked);
      }
    }
  }

  /** Of the first visible sheet, in the order of their first rows. */
  List<Merge> merges() {
    return merges.getOrDefault(targets.getOrDefault(firstVisible, ""), List.of()).stream()
        .sorted(java.util.Comparator.comparingInt(Merge::firstRow))
        .toList();
  }

  private void xml(String name, InputStream in) throws XMLStreamException, TableException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new TableException(Fault.NOT_XLSX, 0);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        element(name, reader);
      }
    }
  }

  private void element(String part, XMLStreamReader xml) throws TableException {
    switch (xml.getLocalName()) {
      case "c" -> cell(xml.getAttributeValue(null, "r"));
      case "mergeCell" -> merge(part, xml.getAttributeValue(null, "ref"));
      case "sheet" -> {
        if (firstVisible == null && part.endsWith("workbook.xml") && isVisible(xml)) {
          firstVisible = relationship(xml);
        }
      }
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
        // no matter
      }
    }
  }

  private static boolean isVisible(XMLStreamReader sheet) {
    String state = sheet.getAttributeValue(null, "state");
    return state == null || state.equals("visible");
  }

  private static String relationship(XMLStreamReader sheet) {
    for (int i = 0; i < sheet.getAttributeCount(); i++) {
      if (sheet.getAttributeLocalName(i).equals("id") && sheet.getAttributeNamespace(i) != null) {
        return sheet.getAttributeValue(i);
      }
    }
    return "";
  }

  private static String path(String target) {
    return target == null ? "" : target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  /** The library that reads makes a list as long as the column's number. */
  private static void cell(String reference) throws TableException {
    if (reference != null && (!CELL.matcher(reference).matches() || column(reference) > 16_384)) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
  }

  private void merge(String part, String range) throws TableException {
    String[] ends = range == null ? new String[0] : range.split(":");
    if (ends.length != 2) {
      return;
    }
    cell(ends[0]);
    cell(ends[1]);
    List<Merge> found = merges.computeIfAbsent(part, name -> new ArrayList<>());
    if (found.size() == MAX_MERGES) {
      throw new TableException(Fault.TOO_LARGE, MAX_MERGES);
    }
    Merge merge = new Merge(row(ends[0]), row(ends[1]), column(ends[0]) - 1);
    if (merge.lastRow() > merge.firstRow()) {
      found.add(merge);
    }
  }

  private static int row(String reference) {
    return Integer.parseInt(reference.replaceAll("[^0-9]", ""));
  }

  /** From 1. */
  private static int column(String reference) {
    int column = 0;
    for (char c : reference.toCharArray()) {
      column = Character.isLetter(c) ? column * 26 + c - 'A' + 1 : column;
    }
    return column;
  }

  private static final class TooMuchException extends IOException {}

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws TooMuchException {
      unpacked += read;
      if (unpacked > maxUnpacked) {
        throw new TooMuchException();
      }
    }
  }
}
