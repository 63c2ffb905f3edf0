package vn.sogopy.letter.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Distinguishes compound files ([MS-CFB]), such as Word and Excel files before 2007, by the names
 * of their streams. An entry of the directory has 128 bytes and begins at a multiple of them, so
 * the file is read from its start to its end, and a damaged one is no error. Macros of Excel 4 are
 * not recognised.
 */
final class OleContent {
  static final byte[] SIGNATURE = HexFormat.of().parseHex("D0CF11E0A1B11AE1");

  private static final int ENTRY = 128;
  private static final int LENGTH_AT = 64;
  private static final int KIND_AT = 66;
  private static final int CLASS_AT = 80;
  private static final int ROOT = 5;

  /** The class of installers (MSI, and MST, MSP with another first byte), from its second byte. */
  private static final byte[] INSTALLER = HexFormat.of().parseHex("100C0000000000C000000000000046");

  private static final String OTHER = "application/x-ole-storage";
  private static final String POWER_POINT = "PowerPoint Document";
  private static final String ENCRYPTED = "EncryptedPackage";
  private static final String MACROS = "_VBA_PROJECT";
  private static final String ATTACHED = "__attach";

  /** Media types by stream. A Word file can contain an Excel file, so its stream is first. */
  private static final Map<String, String> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("__properties_version1.0", "application/vnd.ms-outlook");
    TYPES.put("WordDocument", "application/msword");
    TYPES.put(POWER_POINT, "application/vnd.ms-powerpoint");
    TYPES.put("VisioDocument", "application/vnd.visio");
    TYPES.put("Workbook", "application/vnd.ms-excel");
    TYPES.put("Book", "application/vnd.ms-excel");
    TYPES.put("Dgn~H", "image/vnd.dgn");
  }

  private OleContent() {}

  static FileContent of(Path file) throws IOException {
    Set<String> found = new HashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      byte[] entry = new byte[ENTRY];
      while (in.readNBytes(entry, 0, ENTRY) == ENTRY) {
        if (isInstaller(entry)) {
          return FileContent.program("application/x-msi");
        }
        String name = name(entry);
        if (name.startsWith(ATTACHED)) {
          found.add(ATTACHED);
        } else if (TYPES.containsKey(name) || name.equals(ENCRYPTED) || name.equals(MACROS)) {
          found.add(name);
        }
      }
    }
    String type =
        TYPES.keySet().stream().filter(found::contains).findFirst().map(TYPES::get).orElse(OTHER);
    return new FileContent(type, risk(found, type));
  }

  private static FileRisk risk(Set<String> found, String type) {
    if (found.contains(MACROS)) {
      return FileRisk.MACROS;
    }
    // The macros of PowerPoint are inside its stream.
    if (type.equals(OTHER) || found.contains(ENCRYPTED) || found.contains(POWER_POINT)) {
      return FileRisk.UNKNOWN;
    }
    return found.contains(ATTACHED) ? FileRisk.ARCHIVE : FileRisk.NONE;
  }

  private static boolean isInstaller(byte[] entry) {
    int from = CLASS_AT + 1;
    return entry[KIND_AT] == ROOT
        && Arrays.equals(entry, from, from + INSTALLER.length, INSTALLER, 0, INSTALLER.length);
  }

  /** The name in UTF-16, whose length in bytes includes its end; empty for other bytes. */
  private static String name(byte[] entry) {
    int length = (entry[LENGTH_AT] & 0xFF) | (entry[LENGTH_AT + 1] & 0xFF) << 8;
    return length < 2 || length > LENGTH_AT
        ? ""
        : new String(entry, 0, length - 2, StandardCharsets.UTF_16LE);
  }
}
