package vn.sogopy.letter;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ProblemException;
import vn.sogopy.text.Text;

/** The name of an attached file: kept as its author wrote it, as far as that is safe. */
final class FileName {
  /** Code points. */
  static final int MAX = 255;

  private static final String POINTER = "/file/filename";

  /** Invisible characters; those that turn the direction of writing make "gpj.exe" of "exe.jpg". */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private FileName() {}

  /**
   * Takes off the folders that some browsers send along, leading dots and invisible characters. A
   * name that ends as none of the types taken does gets the ending of its content, so that nothing
   * is saved as a program.
   *
   * @throws ProblemException 400 for control characters, for no name at all, and for one longer
   *     than 255 code points
   */
  static String of(String sent, FileType type) {
    String name;
    try {
      // A quotation mark within the quoted name: browsers write %22, others \".
      String typed = sent.replace("%22", "\"").replace("\\\"", "\"");
      name = Text.normalize(typed.replace('\t', ' '));
    } catch (Text.IllegalTextException e) {
      throw wrong(FieldCode.INVALID_TEXT, e.getMessage());
    }
    if (name.indexOf('\n') >= 0) {
      throw wrong(FieldCode.INVALID_TEXT, "U+000A");
    }
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = INVISIBLE.matcher(name).replaceAll("").strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
    if (name.isEmpty()) {
      throw wrong(FieldCode.REQUIRED);
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.lastIndexOf('.') < 0 || !FileType.isEnding(ending)) {
      name = name + "." + type.ending();
    }
    if (Text.length(name) > MAX) {
      throw wrong(FieldCode.TOO_LONG, MAX);
    }
    return name;
  }

  private static ProblemException wrong(FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(POINTER, code, arguments));
  }
}
