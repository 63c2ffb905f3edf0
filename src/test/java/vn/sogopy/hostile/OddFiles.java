package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to send: valid ones that the service wrote or the contract shows, and broken ones. */
final class OddFiles {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String BOUNDARY = "sogopy-ranh-gioi";
  private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

  private final Map<String, byte[]> right = new HashMap<>();

  /** Keeps a workbook that the service wrote for this operation. */
  void keep(String operation, byte[] file) {
    right.put(operation, file);
  }

  void fill(Message message, String type, ValueGenerator values, Random random) {
    Operation operation = message.operation;
    if (type.equals("multipart/form-data")) {
      message.header("Content-Type", type + "; boundary=" + BOUNDARY);
      message.body = form(operation, values, random);
    } else if (type.startsWith("multipart/")) {
      message.header("Content-Type", type + "; boundary=" + BOUNDARY + "; type=\"text/xml\"");
      message.body =
          form(
              List.of(part("Content-Type: text/xml", shown(operation, "application/xml", random))));
    } else if (type.equals(XLSX)) {
      message.body = right.getOrDefault(operation.id(), zip("xl/workbook.xml", "<workbook/>"));
    } else {
      message.body = shown(operation, type, random);
    }
  }

  private static byte[] shown(Operation operation, String type, Random random) {
    List<JsonNode> examples = operation.examples().getOrDefault(type, List.of());
    if (examples.isEmpty()) {
      return bytes("{\"content\": \"Đề nghị bổ sung.\"}\n");
    }
    JsonNode example = OddValues.of(examples, random);
    String text = example.isTextual() ? example.asText() : example + "\n";
    return bytes(text.replaceAll("\\b(510|644|642)\\b", String.valueOf(random.nextInt(100_000))));
  }

  private byte[] form(Operation operation, ValueGenerator values, Random random) {
    JsonNode schema = operation.bodies().get("multipart/form-data");
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    if (schema.path("properties").has("letter")) {
      JsonNode letter = values.value(schema.at("/properties/letter"), "letter");
      parts.writeBytes(
          part(
              "Content-Disposition: form-data; name=\"letter\"\r\nContent-Type: application/json",
              bytes(letter.toString())));
    }
    byte[] file = right.get(operation.id());
    String name = "b%C3%A1o-c%C3%A1o.xlsx";
    if (file == null) {
      file = bytes(PDF);
      name = "C\u00f4ng v\u0103n.pdf";
    }
    parts.writeBytes(
        part("Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"", file));
    return form(List.of(parts.toByteArray()));
  }

  static byte[] part(String headers, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
    out.writeBytes(content);
    out.writeBytes(bytes("\r\n"));
    return out.toByteArray();
  }

  static byte[] form(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    out.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
    return out.toByteArray();
  }

  static byte[] broken(byte[] file, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
      case 1 -> new byte[0];
      case 2 -> flipped(file, random);
      case 3 -> joined(file, file);
      case 4 -> joined(bytes("\u0000\u0000"), file);
      default -> odd(random);
    };
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] copy = file.clone();
    for (int i = 0; i < 5 && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  /** A file of an unexpected type. */
  static byte[] odd(Random random) {
    return switch (random.nextInt(15)) {
      case 0 ->
          bytes(
              "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>");
      case 1 -> bytes("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");
      case 2 -> bytes("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>");
      case 3 -> bytes("<a>".repeat(5000));
      case 4 -> bytes("<a " + "b".repeat(100_000) + "=\"\"/>");
      case 5 -> zip("../../etc/x", "y");
      case 6 ->
          zip(
              "[Content_Types].xml",
              "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
              "xl/workbook.xml",
              "<x/>");
      case 7 -> zip("xl/workbook.xml", " ".repeat(3_000_000));
      case 8 ->
          zip(
              "xl/workbook.xml",
              "<workbook><sheets><sheet name=\"a\" sheetId=\"1\"/></sheets></workbook>",
              "xl/worksheets/sheet1.xml",
              "<worksheet><sheetData><row r=\"99999999999\"><c r=\"ZZZZZZ1\"><v>1e999</v></c></row></sheetData></worksheet>");
      case 9 -> bytes("{\"content\": \"a\"}\n{\"content\": \n\n[1]\nnull\n\"x\"\n{}\n");
      case 10 -> bytes("\"Nội dung\n".repeat(3) + "\"");
      case 11 -> bytes("Nội dung góp ý" + ";Mục".repeat(3000) + "\n;;;\n");
      case 12 -> bytes("Nội dung góp ý;Mục\n" + "x;y;z\n".repeat(300));
      case 13 -> "Nội dung góp ý;Mục\nx;V.1\n".getBytes(StandardCharsets.UTF_16);
      default ->
          new byte[] {
            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
          };
    };
  }

  /** Names and contents in turn. */
  static byte[] zip(String... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(bytes(entries[i + 1]));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(arrays).forEach(out::writeBytes);
    return out.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
