package vn.sogopy.security.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code security/matrix.csv}: the status of every operation for every column. */
record Matrix(Map<String, Map<Column, Integer>> rows) {
  private static final String FILE = "/security/matrix.csv";

  /** A column with "-" in a row is not in its map. */
  static Matrix read() {
    try (InputStream in = Matrix.class.getResourceAsStream(FILE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Matrix parse(String text) {
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
            .toList();
    List<String> heading = lines.get(0);
    if (!heading.subList(1, heading.size()).equals(Column.titles().toList())) {
      throw new IllegalArgumentException("the columns are not those known: " + heading);
    }
    Map<String, Map<Column, Integer>> rows = new LinkedHashMap<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.size() != heading.size() || rows.put(line.get(0), cells(line)) != null) {
        throw new IllegalArgumentException("too many, too few or a second time: " + line);
      }
    }
    return new Matrix(rows);
  }

  private static Map<Column, Integer> cells(List<String> line) {
    Map<Column, Integer> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String cell = line.get(column.ordinal() + 1);
      if (!cell.equals("-")) {
        cells.put(column, Integer.valueOf(cell));
      }
    }
    return cells;
  }

  Set<String> operations() {
    return rows.keySet();
  }

  int cells() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }
}
