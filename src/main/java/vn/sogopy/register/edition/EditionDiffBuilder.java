package vn.sogopy.register.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.sogopy.register.Register;

/** Compares two registers comment by comment. Plain Java. */
final class EditionDiffBuilder {
  private EditionDiffBuilder() {}

  static EditionDiff build(Edition earlier, Register before, Edition later, Register after) {
    Map<UUID, Register.Voice> old = voices(before);
    Map<UUID, Register.Voice> now = voices(after);
    List<EditionDiff.Line> came = new ArrayList<>();
    List<EditionDiff.Change> changed = new ArrayList<>();
    now.forEach(
        (id, voice) -> {
          if (!old.containsKey(id)) {
            came.add(line(voice));
            return;
          }
          List<EditionDiff.Field> fields = fields(old.get(id), voice);
          if (!fields.isEmpty()) {
            changed.add(
                new EditionDiff.Change(
                    id, voice.row().receiptNumber(), voice.row().index(), voice.body(), fields));
          }
        });
    List<EditionDiff.Line> went = new ArrayList<>();
    old.forEach(
        (id, voice) -> {
          if (!now.containsKey(id)) {
            went.add(line(voice));
          }
        });
    return new EditionDiff(side(earlier, before), side(later, after), came, went, changed);
  }

  private static EditionDiff.Side side(Edition edition, Register register) {
    return new EditionDiff.Side(edition.id, register.draft(), edition.number, register.summary());
  }

  private static Map<UUID, Register.Voice> voices(Register register) {
    Map<UUID, Register.Voice> voices = new LinkedHashMap<>();
    register.voices().forEach(voice -> voices.put(voice.row().id(), voice));
    return voices;
  }

  private static EditionDiff.Line line(Register.Voice voice) {
    Register.Row row = voice.row();
    return new EditionDiff.Line(
        row.id(), row.receiptNumber(), row.index(), voice.body(), row.place(), row.said());
  }

  /** The STT is no change: it moves with whatever came before it. */
  private static List<EditionDiff.Field> fields(Register.Voice old, Register.Voice now) {
    List<EditionDiff.Field> fields = new ArrayList<>();
    Register.Row before = old.row();
    Register.Row after = now.row();
    add(fields, "Cơ quan góp ý", old.body(), now.body());
    add(fields, "Phần, mục của dự thảo", before.place(), after.place());
    add(fields, "Nội dung góp ý", before.said(), after.said());
    add(fields, "Kết quả xử lý", before.resultLabel(), after.resultLabel());
    add(fields, "Nội dung tiếp thu, giải trình", before.answered(), after.answered());
    add(
        fields,
        "Đề nghị UBND tỉnh cho ý kiến",
        String.join("; ", before.differences()),
        String.join("; ", after.differences()));
    add(fields, "Ghi chú", before.note(), after.note());
    return fields;
  }

  private static void add(
      List<EditionDiff.Field> fields, String column, String before, String after) {
    if (!Objects.equals(before, after)) {
      fields.add(new EditionDiff.Field(column, before, after));
    }
  }
}
