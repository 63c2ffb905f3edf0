package vn.sogopy.platform.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.sogopy.platform.table.TableException.Fault;

/** The parts of a workbook (ECMA-376 part 2), of a size that can be worked on. */
final class XlsxPackage implements Closeable {
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final ZipFile zip;
  private final String workbook;
  private final List<Relationship> relationships;

  private record Relationship(String id, String type, String part) {}

  private record Sheet(String name, boolean visible, String relationship) {}

  private XlsxPackage(ZipFile zip) throws IOException, XMLStreamException, TableException {
    this.zip = zip;
    this.workbook =
        relationships("").stream()
            .filter(one -> one.type.endsWith("/officeDocument"))
            .findFirst()
            .map(Relationship::part)
            .orElseThrow(() -> new TableException(Fault.NOT_XLSX, 0));
    this.relationships = relationships(workbook);
  }

  /**
   * @throws TableException if the file is no workbook, or too large
   * @throws IOException if the file itself is not to be had
   */
  static XlsxPackage open(Path file) throws IOException, TableException {
    ZipFile zip = null;
    try {
      zip = ZipFile.builder().setPath(file).get();
      new XlsxGuard().look(zip);
      return new XlsxPackage(zip);
    } catch (IOException | XMLStreamException | RuntimeException | TableException e) {
      if (zip != null) {
        zip.close();
      }
      if (e instanceof FileSystemException gone) {
        throw gone;
      }
      throw e instanceof TableException known ? known : new TableException(Fault.NOT_XLSX, 0);
    }
  }

  List<ZipArchiveEntry> parts() {
    return Collections.list(zip.getEntries());
  }

  InputStream read(String part) throws IOException, TableException {
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
    return new BufferedInputStream(zip.getInputStream(entry));
  }

  /** The part that has this role for the workbook ("styles", "sharedStrings"). */
  Optional<String> part(String role) {
    return relationships.stream()
        .filter(one -> one.type.endsWith("/" + role) && zip.getEntry(one.part) != null)
        .map(Relationship::part)
        .findFirst();
  }

  /**
   * The part of a sheet.
   *
   * @param name null for the first visible sheet
   * @throws TableException EMPTY if there is no such sheet
   */
  String sheet(String name) throws IOException, XMLStreamException, TableException {
    List<Sheet> sheets = new ArrayList<>();
    elements(
        workbook,
        element -> {
          if (element.getLocalName().equals("sheet")) {
            String id = element.getAttributeValue(RELATIONSHIPS, "id");
            String state = element.getAttributeValue(null, "state");
            sheets.add(
                new Sheet(
                    element.getAttributeValue(null, "name"),
                    state == null || state.equals("visible"),
                    id == null ? element.getAttributeValue(STRICT_RELATIONSHIPS, "id") : id));
          }
        });
    Sheet sheet =
        sheets.stream()
            .filter(one -> name == null ? one.visible : name.equals(one.name))
            .findFirst()
            .orElseThrow(() -> new TableException(Fault.EMPTY, 0));
    Map<String, String> parts = new HashMap<>();
    relationships.forEach(one -> parts.put(one.id, one.part));
    String part = parts.get(sheet.relationship);
    if (part == null || zip.getEntry(part) == null) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
    return part;
  }

  private List<Relationship> relationships(String part)
      throws IOException, XMLStreamException, TableException {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String file = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    List<Relationship> found = new ArrayList<>();
    elements(
        file,
        element -> {
          String target = element.getAttributeValue(null, "Target");
          String type = element.getAttributeValue(null, "Type");
          if (target != null && type != null) {
            String path = target.startsWith("/") ? target : "/" + folder + target;
            String resolved = Path.of(path).normalize().toString().replace('\\', '/').substring(1);
            found.add(new Relationship(element.getAttributeValue(null, "Id"), type, resolved));
          }
        });
    return found;
  }

  private void elements(String part, Consumer<XMLStreamReader> each)
      throws IOException, XMLStreamException, TableException {
    try (InputStream in = read(part)) {
      XMLStreamReader reader = PlainXml.read(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          each.accept(reader);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
