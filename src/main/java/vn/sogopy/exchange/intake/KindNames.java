package vn.sogopy.exchange.intake;

import java.util.EnumMap;
import java.util.Map;
import vn.sogopy.comment.Kind;
import vn.sogopy.table.Headings;

/** What kinds of comments are called; DOMAIN.md section 5. */
final class KindNames {
  static final Map<Kind, String> LABELS = new EnumMap<>(Kind.class);

  static {
    LABELS.put(Kind.MISSING, "Nội dung còn thiếu");
    LABELS.put(Kind.DATA, "Số liệu");
    LABELS.put(Kind.CHANGE, "Đề nghị chỉnh sửa");
    LABELS.put(Kind.QUESTION, "Đề nghị làm rõ");
    LABELS.put(Kind.EDITORIAL, "Lỗi chính tả, kỹ thuật trình bày");
    LABELS.put(Kind.OTHER, "Nội dung khác");
  }

  private KindNames() {}

  /** By its label or its name; null where neither fits. */
  static Kind find(String written) {
    String key = Headings.key(written);
    return LABELS.entrySet().stream()
        .filter(
            one ->
                Headings.key(one.getValue()).equals(key)
                    || Headings.key(one.getKey().name()).equals(key))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
