package vn.sogopy.round;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.round.Round.Point;

/** The rows of the register as CSV and as a workbook, made of the script's own round. */
record RegisterTables(Reckoning reckoning, boolean seesRestricted) {
  /** Every column but the numbers and ids that the service gives. */
  static final List<String> HEADINGS =
      List.of(
          "STT",
          "Nhóm",
          "Cơ quan góp ý",
          "Số, ngày văn bản",
          "Phần, mục của dự thảo",
          "Nội dung góp ý",
          "Nội dung đề xuất",
          "Kết quả xử lý",
          "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)",
          "Ghi chú",
          "Mã cơ quan",
          "Mã kết quả",
          "Điểm");

  private List<CommentAnnex.Entry> entries() {
    return new CommentAnnex(reckoning, seesRestricted).entries();
  }

  private String name(CommentAnnex.Entry entry) {
    return Words.nameNow(reckoning.round, entry.body());
  }

  List<List<String>> csv() {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> printed = new CommentAnnex(reckoning, seesRestricted).rows();
    for (CommentAnnex.Entry entry : entries()) {
      String letters =
          entry.letters().stream().map(Words::citation).collect(Collectors.joining("; "));
      if (Words.AGREEMENT.equals(entry.remark())) {
        rows.add(
            CommentAnnex.row(
                String.valueOf(entry.number()),
                entry.body().group().title(),
                name(entry),
                letters,
                null,
                entry.remark(),
                null,
                null,
                null,
                null,
                entry.body().code(),
                null,
                null));
      }
      for (CommentAnnex.Numbered one : entry.points()) {
        Point point = one.point();
        List<String> line =
            printed.stream()
                .filter(row -> row.get(0).equals(one.index()))
                .findFirst()
                .orElseThrow();
        rows.add(
            CommentAnnex.row(
                one.index(),
                entry.body().group().title(),
                name(entry),
                one.letter() == null ? letters : one.letter(),
                Words.place(point.place()),
                point.content(),
                point.proposal(),
                Words.RESULTS.get(point.outcome()),
                Words.answer(point),
                line.get(6),
                entry.body().code(),
                point.state().equals("APPROVED") ? point.result() : null,
                point.part() == null ? null : point.part().toString()));
      }
    }
    Report report = new Report(reckoning, seesRestricted);
    if (!seesRestricted && reckoning.round.live().stream().anyMatch(Point::restricted)) {
      List<String> last = new ArrayList<>(Collections.nCopies(HEADINGS.size(), ""));
      last.set(HEADINGS.indexOf("Ghi chú"), report.leftOutLine());
      rows.add(last);
    }
    return rows;
  }

  /** Phụ lục I with the body of each row in the last column. */
  List<List<String>> sheetOfComments() {
    List<CommentAnnex.Entry> entries = entries();
    List<List<String>> rows = new ArrayList<>();
    String name = "";
    for (List<String> cells : new CommentAnnex(reckoning, seesRestricted).rows()) {
      if (cells.size() == 2) {
        boolean agency = cells.get(0).matches("[0-9]+");
        name = agency ? name(entries.get(Integer.parseInt(cells.get(0)) - 1)) : "";
      }
      List<String> row = new ArrayList<>(sheet(List.of(cells), 7).get(0));
      row.add(name);
      rows.add(row);
    }
    return rows;
  }

  /** Headings across the table are one cell: "I. Bộ, ngành Trung ương". */
  static List<List<String>> sheet(List<List<String>> rows, int width) {
    return rows.stream()
        .map(
            cells -> {
              if (cells.size() > 2) {
                return cells;
              }
              List<String> heading = new ArrayList<>(Collections.nCopies(width, ""));
              heading.set(0, cells.get(0) + ". " + cells.get(1));
              return heading;
            })
        .toList();
  }
}
