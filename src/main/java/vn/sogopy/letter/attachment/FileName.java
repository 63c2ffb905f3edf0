package vn.sogopy.letter.attachment;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/** Sanitises the name of an attached file and keeps as much of it as is safe. */
final class FileName {
  /** Code points. */
  static final int MAX = 255;

  /** A path that some browsers send: with a drive letter, absolute, or to a parent folder. */
  private static final Pattern PATH =
      Pattern.compile("(?s)(?:[A-Za-z]:[/\\\\]|[/\\\\]|\\.\\.[/\\\\]).*");

  /** Invisible characters. Bidirectional controls can display "exe.jpg" as "gpj.exe". */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Zl}\\p{Zp}" + Text.INVISIBLE + "]+");

  private FileName() {}

  /**
   * Removes folders that some browsers send, leading dots and invisible characters. In other names
   * a slash is part of the text, as in "số 510/SGTVT", and becomes a hyphen. A file of a checked
   * type whose name has another extension gets that of its type, so that no file can be saved as a
   * program.
   *
   * @param type null = not a checked type
   * @param pointer JSON pointer to the file
   * @throws ProblemException 400 for control characters, an empty name, and a name longer than 255
   *     code points
   */
  static String of(String sent, FileType type, String pointer) {
    String name;
    try {
      // A quotation mark in the quoted name: browsers write %22, other clients \".
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
    if (type != null && (name.lastIndexOf('.') < 0 || !FileType.isEnding(ending))) {
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
