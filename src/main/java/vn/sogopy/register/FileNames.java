package vn.sogopy.register;

import java.util.Locale;
import java.util.StringJoiner;
import vn.sogopy.plan.DraftRef;

/** File names of downloaded registers. */
public final class FileNames {
  private FileNames() {}

  /** "… - dự thảo lần 2 - bản chốt số 1 - công khai.docx". */
  public static String ofEdition(
      DraftRef draft, int edition, boolean byTopic, boolean publicForm, RegisterFormat format) {
    String name = of(draft, RegisterScope.whole(publicForm), byTopic, format);
    String before = "dự thảo lần " + draft.number();
    return name.replace(before, before + " - bản chốt số " + edition);
  }

  /** "Bảng tổng hợp ý kiến góp ý - bac-kan-2021-2030 - dự thảo lần 2 - sgtvt.docx". */
  static String of(DraftRef draft, RegisterScope scope, boolean byTopic, RegisterFormat format) {
    StringJoiner name = new StringJoiner(" - ", "", "." + format);
    String title = scope.document().title();
    name.add(title.charAt(0) + title.substring(1).toLowerCase(Locale.forLanguageTag("vi")));
    name.add(draft.plan()).add("dự thảo lần " + draft.number());
    if (byTopic) {
      name.add("theo nội dung");
    }
    for (String filter : new String[] {scope.group(), scope.organization(), scope.section()}) {
      if (filter != null) {
        name.add(filter);
      }
    }
    if (scope.publicForm()) {
      name.add("công khai");
    }
    return name.toString();
  }
}
