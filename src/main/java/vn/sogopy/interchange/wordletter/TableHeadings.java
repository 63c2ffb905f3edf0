package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meaning of the columns of a table of comments, by their headings. */
final class TableHeadings {

  /** The content of a column. */
  enum Column {
    ORDINAL("stt|tt|so tt|so thu tu"),
    REASON("ly do|co so|thuyet minh|giai trinh|can cu"),
    CONTENT(
        "noi dung gop y|y kien gop y|noi dung y kien|noi dung tham gia|y kien tham gia|y kien cua"
            + "|gop y|y kien|noi dung kien nghi|nhan xet"),
    PROPOSAL(
        "de xuat|de nghi|kien nghi|phuong an|sua thanh|chinh sua thanh|noi dung chinh sua"
            + "|noi dung sua doi|du kien sua"),
    DRAFT(
        "du thao|phan, muc|phan muc|muc|phan|chuong|trang|vi tri|dieu khoan|noi dung trong"
            + "|noi dung tai|linh vuc|noi dung hien tai"),
    NOTE("ghi chu");

    private final Pattern words;

    Column(String words) {
      this.words = Pattern.compile("(?<![^ ])(" + words + ")(?![^ ])");
    }

    private boolean is(String heading) {
      return words.matcher(heading).find();
    }
  }

  private final Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
  private final int width;

  private TableHeadings(int width) {
    this.width = width;
  }

  /** Null if the row has no such headings. */
  static TableHeadings of(List<Block.Cell> row) {
    // A row with a number or a sentence is a data row.
    if (row.stream()
        .map(cell -> cell.text().strip())
        .anyMatch(t -> t.matches("(?s)[0-9]{1,3}[.)]?|.*[.;]"))) {
      return null;
    }
    TableHeadings found = new TableHeadings(row.size());
    for (int i = 0; i < row.size(); i++) {
      String heading = Words.fold(row.get(i).text()).replaceAll("[^\\p{L}\\p{N},]+", " ").strip();
      if (heading.isEmpty() || heading.length() > 120 || i > 0 && row.get(i) == row.get(i - 1)) {
        continue;
      }
      Column column = column(heading);
      if (column != null) {
        found.columns.computeIfAbsent(column, one -> new ArrayList<>()).add(i);
      }
    }
    found.assignContentColumn();
    boolean commented = found.columns.containsKey(Column.CONTENT);
    return commented && found.columns.size() > 1 ? found : null;
  }

  /** Null if it is unknown. */
  private static Column column(String heading) {
    if (Column.ORDINAL.words.matcher(heading).matches()) {
      return Column.ORDINAL;
    }
    // "Nội dung dự thảo" precedes "Nội dung"; "Lý do/Đề xuất" is a proposal.
    boolean draft = heading.contains("du thao") && !heading.contains("gop y");
    Stream<Column> columns =
        draft
            ? Stream.of(Column.DRAFT, Column.NOTE)
            : Stream.of(Column.CONTENT, Column.PROPOSAL, Column.REASON, Column.DRAFT, Column.NOTE);
    return columns
        .filter(column -> column.is(heading))
        .findFirst()
        .orElse(heading.equals("noi dung") ? Column.DRAFT : null);
  }

  /** Without a column for the comment, the column for the proposal is used. */
  private void assignContentColumn() {
    if (columns.containsKey(Column.CONTENT)) {
      return;
    }
    if (columns.containsKey(Column.PROPOSAL)) {
      columns.put(Column.CONTENT, columns.remove(Column.PROPOSAL));
    } else if (width == 2 && columns.keySet().equals(EnumSet.of(Column.ORDINAL, Column.DRAFT))) {
      columns.put(Column.CONTENT, columns.remove(Column.DRAFT));
    }
  }

  int width() {
    return width;
  }

  List<Integer> of(Column column) {
    return columns.getOrDefault(column, List.of());
  }

  boolean isKnown(int column) {
    return columns.values().stream().anyMatch(known -> known.contains(column));
  }
}
