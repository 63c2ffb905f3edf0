package vn.sogopy.letter.attachment;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/** The name of an attached file: kept as its author wrote it, as far as that is safe. */
final class FileName {
  /** Code points. */
  static final int MAX = 255;

  /** What some browsers send along: a drive letter, or folders from the root or upwards. */
  private static final Pattern PATH =
      Pattern.compile("(?s)(?:[A-Za-z]:[/\\\\]|[/\\\\]|\\.\\.[/\\\\]).*");

  /** Invisible characters; those that turn the direction of writing make "gpj.exe" of "exe.jpg". */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Zl}\\p{Zp}" + Text.INVISIBLE + "]+");

  private FileName() {}

  /**
   * Takes off the folders that some browsers send along, leading dots and invisible characters. In
   * any other name a slash is part of the words, as in "số 510/SGTVT", and becomes a hyphen. A name
   * that ends as none of the types taken does gets the ending of its content, so that nothing is
   * saved as a program.
   *
   * @param pointer to the file
   * @throws ProblemException 400 for control characters, for no name at all, and for one longer
   *     than 255 code points
   */
  static String of(String sent, FileType type, String pointer) {
    String name;
    try {
      // A quotation mark within the quoted name: browsers write %22, others \".
      String typed = sent.replace("%22", "\"").replace("\\\"", "\"");
      name = Text.normalize(typed.replace('\t', ' '));
    } catch (Text.IllegalTextException e) {
      throw wrong(pointer, FieldCode.INVALID_TEXT, e.getMessage());
    }
    if (name.indexOf('\n') >= 0) {
      throw wrong(pointer, FieldCode.INVALID_TEXT, "U+000A");
    }
    if (PATH.matcher(name).matches()) {
      name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
    name = name.replace('/', '-').replace('\\', '-');
    name = INVISIBLE.matcher(name).replaceAll("").strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
    if (name.isEmpty()) {
      throw wrong(pointer, FieldCode.REQUIRED);
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.lastIndexOf('.') < 0 || !FileType.isEnding(ending)) {
      name = name + "." + type.ending();
    }
    if (Text.length(name) > MAX) {
      throw wrong(pointer, FieldCode.TOO_LONG, MAX);
    }
    return name;
  }

  private static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer + "/filename", code, arguments));
  }
}
