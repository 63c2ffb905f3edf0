package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.register.Extracts;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Registers;
import vn.sogopy.register.Seal;

/** Every format contains the same comments of a register, once each and in the same order. */
class FormatsAgreeTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** Words that fit on one line of every column. None is a prefix of another. */
  private static final Register WHOLE = Registers.large(240, i -> "Ý%03dK".formatted(i));

  static Stream<Arguments> formats() {
    return Stream.of(WHOLE, WHOLE.byTopic())
        .flatMap(
            register ->
                Stream.of(
                    Arguments.of("json", register),
                    Arguments.of("csv", register),
                    Arguments.of("xlsx", register),
                    Arguments.of("docx", register),
                    Arguments.of("pdf", register),
                    Arguments.of("html", register)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyCommentOnceInOrder(String format, Register register) throws IOException {
    List<String> found = new ArrayList<>();
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("Ý[0-9]{3}K").matcher(text(format, register));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    assertThat(found).isEqualTo(expected(register));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyBodyAndEveryFigure(String format, Register register) throws IOException {
    String text = text(format, register);
    for (int body = 1; body <= 30; body++) {
      assertThat(text).contains("Cơ quan số " + body);
    }
    if (!format.equals("csv")) {
      // The workbook and JSON have unformatted numbers.
      assertThat(text.replace(".", "")).contains("4859", "4857");
    }
  }

  /** JSON has the sentence in its report; {@code RegisterScopeTest}. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "docx", "pdf", "html"})
  void everyFormatTellsWhatIsLeftOut(String format) throws IOException {
    String sentence = "Bản này không bao gồm 04 ý kiến thuộc diện hạn chế tiếp cận";
    for (Register whole : List.of(WHOLE, WHOLE.byTopic())) {
      Register open = Registers.without(4, whole);
      assertThat(words(format, open, null)).contains(sentence);
      assertThat(words(format, open, Registers.ISSUED)).contains(sentence);
      assertThat(words(format, Extracts.ofOneBody(open, List.of("A")), null)).contains(sentence);
      assertThat(words(format, whole, null)).doesNotContain("không bao gồm");
      assertThat(words(format, Registers.inPublic(open), null)).doesNotContain("không bao gồm");
    }
  }

  /** The text with that outside of tables. */
  private static String words(String format, Register register, Seal seal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegisterRenderer renderer =
        switch (format) {
          case "csv" -> new CsvRenderer();
          case "xlsx" -> new XlsxRenderer();
          case "docx" -> new DocxRenderer();
          case "pdf" -> new PdfRenderer();
          default -> new HtmlRenderer();
        };
    renderer.write(register, seal, out);
    return switch (format) {
      case "xlsx" -> xlsx(out.toByteArray());
      case "pdf" -> pdf(out.toByteArray());
      case "docx" -> {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
            XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
          yield extractor.getText();
        }
      }
      default -> out.toString(StandardCharsets.UTF_8);
    };
  }

  /** {@link RegisterFormat#streams}: rows are read once, in order, with the same result. */
  @ParameterizedTest
  @EnumSource(RegisterFormat.class)
  void streamedRowsEqualRowsInMemory(RegisterFormat format) throws IOException {
    if (format == RegisterFormat.ZIP) {
      assertThat(format.streams()).isFalse();
    } else if (format.streams()) {
      String name = format.toString();
      assertThat(text(name, Registers.passing(WHOLE))).isEqualTo(text(name, WHOLE));
    } else {
      assertThatThrownBy(() -> text(format.toString(), Registers.passing(WHOLE)))
          .isInstanceOfAny(IllegalStateException.class, UnsupportedOperationException.class);
    }
  }

  private static List<String> expected(Register register) {
    if (register.topics() == null) {
      return register.voices().stream().map(voice -> voice.row().content()).toList();
    }
    return register.topics().stream()
        .flatMap(topic -> topic.rows().stream())
        .flatMap(shared -> shared.voices().stream())
        .map(voice -> voice.row().content())
        .toList();
  }

  private static String text(String format, Register register) throws IOException {
    return switch (format) {
      case "json" -> json(register);
      case "csv" -> utf8(new CsvRenderer(), register);
      case "xlsx" -> xlsx(bytes(new XlsxRenderer(), register));
      case "docx" -> docx(bytes(new DocxRenderer(), register));
      case "pdf" -> pdf(bytes(new PdfRenderer(), register));
      default -> Jsoup.parse(utf8(new HtmlRenderer(), register)).wholeText();
    };
  }

  private static byte[] bytes(RegisterRenderer renderer, Register register) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.write(register, null, out);
    return out.toByteArray();
  }

  private static String utf8(RegisterRenderer renderer, Register register) throws IOException {
    return new String(bytes(renderer, register), StandardCharsets.UTF_8);
  }

  private static String json(Register register) throws IOException {
    JsonNode tree = JSON.readTree(JSON.writeValueAsBytes(register));
    return tree.toString();
  }

  private static String xlsx(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      book.forEach(
          sheet -> {
            for (Row row : sheet) {
              for (Cell cell : row) {
                text.append(cell).append('\n');
              }
            }
          });
    }
    return text.toString();
  }

  private static String docx(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          for (XWPFTableCell cell : row.getTableCells()) {
            text.append(cell.getText()).append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
