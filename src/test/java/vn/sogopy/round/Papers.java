package vn.sogopy.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reads the rows of annexes from every form of the register; see {@link Annexes}. */
final class Papers {
  private Papers() {}

  private static String text(JsonNode node, String field) {
    return node.get(field).isNull() ? "" : node.get(field).asText();
  }

  private static String day(JsonNode node, String field) {
    return node.get(field).isNull() ? "" : Words.date(LocalDate.parse(node.get(field).asText()));
  }

  private static String lines(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("\n"));
  }

  /** Phụ lục I of the JSON. */
  static List<List<String>> comments(JsonNode register) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode group : register.get("groups")) {
      rows.add(List.of(text(group, "index"), text(group, "title")));
      for (JsonNode body : group.get("bodies")) {
        rows.add(List.of(text(body, "number"), text(body, "heading")));
        String remark = text(body, "agreement") + text(body, "remark");
        if (!remark.isEmpty()) {
          rows.add(List.of("", "", "", remark, "", "", ""));
        }
        for (JsonNode row : body.get("rows")) {
          rows.add(comment(row));
        }
      }
    }
    return rows;
  }

  private static List<String> comment(JsonNode row) {
    String proposal = text(row, "proposal");
    String author = text(row, "author");
    String answer = text(row, "answer");
    String direction = text(row, "direction");
    return List.of(
        text(row, "index"),
        text(row, "letter"),
        text(row, "place"),
        text(row, "content")
            + (proposal.isEmpty() ? "" : "\nĐề xuất: " + proposal)
            + (author.isEmpty() ? "" : "\n(" + author + ")"),
        text(row, "resultLabel"),
        answer + (answer.isEmpty() || direction.isEmpty() ? "" : "\n") + direction,
        text(row, "note"));
  }

  /** Phụ lục II of the JSON. */
  static List<List<String>> asked(JsonNode register) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode group : register.get("asked")) {
      rows.add(List.of(text(group, "index"), text(group, "title")));
      for (JsonNode body : group.get("bodies")) {
        List<String> citations = new ArrayList<>();
        List<String> days = new ArrayList<>();
        for (JsonNode reply : body.get("replies")) {
          citations.add(text(reply, "citation"));
          days.add(day(reply, "receivedOn"));
        }
        rows.add(
            List.of(
                text(body, "number"),
                text(body, "name"),
                lines(body.get("requestLetters")),
                day(body, "dueOn"),
                String.join("\n", citations),
                String.join("\n", days),
                text(body, "state"),
                text(body, "comments"),
                text(body, "note")));
      }
    }
    return rows;
  }

  /** Phụ lục III of the JSON. */
  static List<List<String>> matrix(JsonNode register) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode line : register.get("matrix")) {
      List<String> cells = new ArrayList<>();
      for (String field : List.of("index", "title", "asked", "replied", "agreed", "comments")) {
        cells.add(text(line, field));
      }
      Reckoning.RESULTS.forEach(result -> cells.add(text(line.get("byResult"), result)));
      rows.add(cells);
    }
    return rows;
  }

  /** Phụ lục IV of the JSON. */
  static List<List<String>> letters(JsonNode register) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode letter : register.get("letters")) {
      rows.add(
          List.of(
              text(letter, "number"),
              text(letter, "name"),
              text(letter, "symbol"),
              day(letter, "date"),
              text(letter, "arrivalNumber"),
              day(letter, "receivedOn"),
              text(letter, "position"),
              text(letter, "channel"),
              text(letter, "comments"),
              text(letter, "files"),
              text(letter, "note")));
    }
    return rows;
  }

  /** The tables of a Word document by the paragraph before them, without their headings. */
  static List<List<String>> table(XWPFDocument document, String title) {
    boolean found = false;
    for (IBodyElement element : document.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        found |= paragraph.getText().equals(title);
      } else if (found && element instanceof XWPFTable table) {
        return table.getRows().stream()
            .skip(1)
            .map(
                row ->
                    row.getTableCells().stream()
                        .map(
                            cell ->
                                cell.getParagraphs().stream()
                                    .map(XWPFParagraph::getText)
                                    .collect(Collectors.joining("\n")))
                        .toList())
            .toList();
      }
    }
    return List.of();
  }

  static XWPFDocument document(byte[] file) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a sheet below its headings. A heading across the table is one cell. */
  static List<List<String>> sheet(byte[] file, String name) {
    List<List<String>> rows = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = book.getSheet(name);
      int width = 0;
      for (Row row : sheet) {
        if (width == 0) {
          width = cell(row, 0).equals("STT") ? row.getLastCellNum() : 0;
          continue;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
          cells.add(cell(row, i));
        }
        rows.add(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String cell(Row row, int column) {
    Cell cell = row.getCell(column);
    if (cell == null) {
      return "";
    }
    return switch (cell.getCellType()) {
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? Words.date(cell.getLocalDateTimeCellValue().toLocalDate())
              : String.valueOf((long) cell.getNumericCellValue());
      case STRING -> cell.getStringCellValue().replace(";\n", "\n");
      default -> "";
    };
  }

  /** These columns of a CSV file. */
  static List<List<String>> csv(byte[] file, List<String> headings) {
    String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.RFC4180).setHeader().setSkipHeaderRecord(true).get();
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord row : parser) {
        rows.add(headings.stream().map(row::get).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
