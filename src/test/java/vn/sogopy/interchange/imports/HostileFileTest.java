package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Malicious files and non-tables: each has a specific response, and nothing is written. */
@QuarkusTest
class HostileFileTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String BOMB =
      HEAD
          + "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
          + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>";
  private static final String EXTERNAL =
      HEAD + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

  private record Case(String name, String type, byte[] file, String answer) {}

  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        HEAD
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook "
            + MAIN
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        HEAD
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    parts.put("xl/sharedStrings.xml", HEAD + "<sst " + MAIN + "><si><t>q</t></si></sst>");
    parts.put("xl/worksheets/sheet1.xml", HEAD + sheet(rows));
    return parts;
  }

  private static String sheet(String rows) {
    return "<worksheet "
        + MAIN
        + "><sheetData><row r=\"1\">"
        + cell("A1", "Cơ quan")
        + cell("B1", "Nội dung góp ý")
        + "</row>"
        + rows
        + "</sheetData></worksheet>";
  }

  private static String cell(String at, String text) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String row(String content) {
    return "<row r=\"2\">" + cell("A2", "stc") + cell("B2", content) + "</row>";
  }

  private static byte[] zip(Consumer<ZipOutputStream> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      fill.accept(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes, int times) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] book(Map<String, String> parts) {
    return zip(
        zip ->
            parts.forEach((name, xml) -> put(zip, name, xml.getBytes(StandardCharsets.UTF_8), 1)));
  }

  private static byte[] book(String rows) {
    return book(parts(rows));
  }

  private static byte[] with(String part, String xml) {
    Map<String, String> parts = parts(row("x"));
    parts.put(part, xml);
    return book(parts);
  }

  private static byte[] more(String part, byte[] bytes, int times) {
    return zip(
        zip -> {
          parts(row("x"))
              .forEach((name, xml) -> put(zip, name, xml.getBytes(StandardCharsets.UTF_8), 1));
          put(zip, part, bytes, times);
        });
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String line(String content) {
    return "{\"organization\": \"stc\", \"content\": \"" + content + "\"}\n";
  }

  /** A duplicate entry name, made by renaming in the bytes: no ZIP writer writes one. */
  private static byte[] twice() {
    byte[] book = more("xl/sharedStringz.xml", text("<x/>"), 1);
    byte[] from = text("xl/sharedStringz.xml");
    byte[] to = text("xl/sharedStrings.xml");
    for (int i = 0; i + from.length < book.length; i++) {
      if (Arrays.equals(book, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, book, i, to.length);
      }
    }
    return book;
  }

  private static List<Case> cases() {
    byte[] good = book(row("x"));
    List<Case> cases = new ArrayList<>();
    Consumer<Case> add = cases::add;
    String xlsx = Imports.XLSX;
    String wrong = "400 malformed-xlsx";
    String large = "400 too-long";
    add.accept(new Case("zip bomb", xlsx, more("xl/media/a.bin", new byte[1 << 20], 200), large));
    add.accept(
        new Case(
            "nested zip bomb",
            xlsx,
            more("xl/media/a.zip", zip(z -> put(z, "b", new byte[1 << 20], 500)), 200),
            large));
    add.accept(
        new Case(
            "huge shared strings",
            xlsx,
            with(
                "xl/sharedStrings.xml",
                HEAD
                    + "<sst "
                    + MAIN
                    + ">"
                    + ("<si><t>" + "x".repeat(1000) + "</t></si>").repeat(40_000)
                    + "</sst>"),
            large));
    for (String part :
        List.of("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
      String body = parts(row("&e;")).get(part).substring(HEAD.length());
      add.accept(new Case("entity bomb in " + part, xlsx, with(part, BOMB + body), wrong));
      add.accept(new Case("external entity in " + part, xlsx, with(part, EXTERNAL + body), wrong));
    }
    add.accept(
        new Case(
            "a DTD alone",
            xlsx,
            with("xl/worksheets/sheet1.xml", HEAD + "<!DOCTYPE worksheet>" + sheet(row("x"))),
            wrong));
    StringBuilder empty = new StringBuilder();
    for (int i = 2; i <= 1_048_576; i++) {
      empty.append("<row r=\"").append(i).append("\"/>");
    }
    add.accept(new Case("1,048,576 empty rows", xlsx, book(empty.toString()), "200 0"));
    add.accept(
        new Case(
            "a formula without a value",
            xlsx,
            book("<row r=\"2\">" + cell("A2", "stc") + "<c r=\"B2\"><f>1+1</f></c></row>"),
            "200 0"));
    add.accept(new Case("macros", xlsx, more("xl/vbaProject.bin", new byte[10], 1), "400 macros"));
    add.accept(
        new Case(
            "macros by type",
            xlsx,
            with(
                "[Content_Types].xml",
                parts("")
                    .get("[Content_Types].xml")
                    .replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")),
            "400 macros"));
    add.accept(
        new Case("docx", xlsx, zip(z -> put(z, "word/document.xml", text("<w/>"), 1)), wrong));
    add.accept(new Case("ods", xlsx, zip(z -> put(z, "content.xml", text("<o/>"), 1)), wrong));
    add.accept(new Case("pdf", xlsx, text("%PDF-1.7\n..."), wrong));
    add.accept(new Case("html", xlsx, text("<html><table></table></html>"), wrong));
    add.accept(
        new Case(
            "xls or encrypted",
            xlsx,
            new byte[] {
              (byte) 0xD0,
              (byte) 0xCF,
              0x11,
              (byte) 0xE0,
              (byte) 0xA1,
              (byte) 0xB1,
              0x1A,
              (byte) 0xE1,
              5
            },
            "400 old-or-locked-xls"));
    add.accept(new Case("truncated", xlsx, Arrays.copyOf(good, good.length / 2), wrong));
    add.accept(
        new Case("a cell of 10 MB", xlsx, book(row("x".repeat(10 * 1024 * 1024))), "422 too-long"));
    StringBuilder wide = new StringBuilder("<row r=\"2\">");
    for (int i = 0; i < 20_000; i++) {
      wide.append("<c t=\"inlineStr\"><is><t>x</t></is></c>");
    }
    add.accept(new Case("20,000 columns", xlsx, book(wide + "</row>"), large));
    add.accept(
        new Case(
            "a cell far out",
            xlsx,
            book("<row r=\"2\">" + cell("ZZZZZZ2", "x") + "</row>"),
            wrong));
    add.accept(
        new Case(
            "a row far down",
            xlsx,
            book("<row r=\"99999999999\">" + cell("A1", "x") + "</row>"),
            wrong));
    add.accept(new Case("the same part twice", xlsx, twice(), wrong));
    add.accept(new Case("an absolute name", xlsx, more("/etc/passwd", new byte[1], 1), wrong));
    add.accept(new Case("a name that climbs", xlsx, more("xl/../../x", new byte[1], 1), wrong));
    add.accept(
        new Case(
            "no sheet there",
            xlsx,
            with(
                "xl/_rels/workbook.xml.rels",
                HEAD
                    + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"),
            wrong));
    add.accept(
        new Case(
            "a line of 60 MB",
            Imports.NDJSON,
            text(line("x".repeat(60 * 1024 * 1024))),
            "422 too-long"));
    add.accept(
        new Case("deep nesting", Imports.NDJSON, text("[".repeat(100_000)), "422 wrong-type"));
    add.accept(
        new Case(
            "deep nesting in a field",
            Imports.NDJSON,
            text("{\"content\": " + "{\"a\":".repeat(5_000)),
            "422 wrong-type"));
    add.accept(new Case("NUL in JSON", Imports.NDJSON, text(line("a\0b")), "422 malformed-json"));
    add.accept(
        new Case("NUL escaped", Imports.NDJSON, text(line("a\\u0000b")), "422 invalid-text"));
    add.accept(
        new Case(
            "NDJSON in UTF-16",
            Imports.NDJSON,
            line("x").getBytes(StandardCharsets.UTF_16),
            "400 invalid-utf8"));
    add.accept(
        new Case(
            "NDJSON in Latin-1",
            Imports.NDJSON,
            line("é").getBytes(StandardCharsets.ISO_8859_1),
            "422 invalid-utf8"));
    add.accept(
        new Case(
            "CSV in UTF-16",
            "text/csv",
            "organization,content\n".getBytes(StandardCharsets.UTF_16),
            "400 invalid-utf8"));
    add.accept(
        new Case(
            "NUL in CSV",
            "text/csv",
            text("organization,content\nstc,a\0b\n"),
            "422 invalid-text"));
    add.accept(
        new Case(
            "a quote that never ends",
            "text/csv",
            text("organization,content\nstc,\"" + "x".repeat(20_000_000)),
            large));
    add.accept(
        new Case(
            "100,001 rows of CSV", "text/csv", text("content\n" + "x\n".repeat(100_031)), large));
    add.accept(new Case("nothing", Imports.NDJSON, new byte[0], "400 empty-body"));
    return cases;
  }

  @TestFactory
  List<DynamicTest> eachIsAnswered() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case one : cases()) {
      tests.add(DynamicTest.dynamicTest(one.name(), () -> answered(one)));
    }
    return tests;
  }

  private static void answered(Case one) {
    TestPlan plan = TestPlan.open();
    var answer = new Imports(plan).send(Key.COORDINATOR, one.type(), one.file()).extract();
    String code =
        switch (answer.statusCode()) {
          case 200 -> String.valueOf((int) answer.path("created"));
          case 422 -> answer.path("report.rows[0].errors[0].code");
          default -> answer.path("errors[0].code");
        };
    assertThat(answer.statusCode() + " " + code).as(answer.asString()).isEqualTo(one.answer());
    assertThat(plan.count()).isZero();
  }
}
