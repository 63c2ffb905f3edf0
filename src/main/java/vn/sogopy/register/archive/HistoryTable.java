package vn.sogopy.register.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Labelled;

/**
 * One history of a plan as a table: first the columns for people, in Vietnamese, then the codes and
 * the JSON of the same entry for machines.
 */
enum HistoryTable {
  COMMENTS(
      "Lịch sử ý kiến.csv",
      Action.class,
      List.of("Mã tiếp nhận", "Điểm"),
      """
      select d.number, c.receipt_number, c.part, c.id as of, h.from_status, h.to_status,
      """,
      """
      from comment_history h join comment c on c.id = h.comment_id join draft d on d.id = c.draft_id
      """),
  LETTERS(
      "Lịch sử văn bản góp ý.csv",
      LetterAction.class,
      List.of("Cơ quan", "Số, ký hiệu"),
      """
      select d.number, o.name, l.number, l.id as of, null as from_status, null as to_status,
      """,
      """
      from letter_history h join letter l on l.id = h.letter_id join draft d on d.id = l.draft_id
      join organization o on o.id = l.organization_id
      """),
  CONSULTEES(
      "Lịch sử lấy ý kiến.csv",
      ConsulteeAction.class,
      List.of("Mã cơ quan", "Cơ quan"),
      """
      select d.number, o.code, o.name, o.id as of, null as from_status, null as to_status,
      """,
      """
      from consultee_history h join draft d on d.id = h.draft_id
      join organization o on o.id = h.organization_id
      """);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENTRY =
      """
      to_char(h.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') as time,
      h.by_name, h.client, h.action, h.changes::text as changes, h.reason
      """;

  private final String file;
  private final Class<? extends Enum<?>> actions;
  private final List<String> subject;
  private final String select;
  private final String from;

  HistoryTable(
      String file,
      Class<? extends Enum<?>> actions,
      List<String> subject,
      String select,
      String from) {
    this.file = file;
    this.actions = actions;
    this.subject = subject;
    this.select = select;
    this.from = from;
  }

  String file() {
    return file;
  }

  List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("Dự thảo lần"));
    headings.addAll(subject);
    headings.addAll(List.of("Thời điểm", "Người thực hiện", "Hệ thống", "Việc"));
    if (this == COMMENTS) {
      headings.addAll(List.of("Trạng thái trước", "Trạng thái sau"));
    }
    headings.addAll(List.of("Thay đổi", "Lý do", "Mã hệ thống", "Mã việc"));
    if (this == COMMENTS) {
      headings.addAll(List.of("Mã trạng thái trước", "Mã trạng thái sau"));
    }
    headings.add("Thay đổi (JSON)");
    return headings;
  }

  Sql select(UUID plan) {
    return Sql.of(select + ENTRY + from + " where d.plan_id = ? order by h.id", plan);
  }

  List<String> cells(ResultSet row) throws SQLException {
    String action = row.getString("action");
    String before = row.getString("from_status");
    String after = row.getString("to_status");
    String changes = row.getString("changes");
    List<String> cells =
        new ArrayList<>(
            Arrays.asList(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString("time"),
                row.getString("by_name"),
                row.getString("client"),
                label(actions, action)));
    if (this == COMMENTS) {
      cells.addAll(Arrays.asList(label(Status.class, before), label(Status.class, after)));
    }
    cells.addAll(
        Arrays.asList(text(changes), row.getString("reason"), row.getString("of"), action));
    if (this == COMMENTS) {
      cells.addAll(Arrays.asList(before, after));
    }
    cells.add(changes);
    return cells;
  }

  private static String text(String changes) throws SQLException {
    try {
      return HistoryText.of(JSON.readTree(changes));
    } catch (JsonProcessingException e) {
      throw new SQLException("changes of a history are no JSON", e);
    }
  }

  /** The Vietnamese label of a constant; the code itself if there is no such constant. */
  static String label(Class<? extends Enum<?>> codes, String code) {
    return Arrays.stream(codes.getEnumConstants())
        .filter(one -> one.name().equals(code))
        .map(one -> ((Labelled) one).label())
        .findFirst()
        .orElse(code);
  }
}
