package vn.sogopy.consultation.round;

import java.util.ArrayList;
import java.util.List;

/**
 * A section as far as it is counted.
 *
 * @param path {@link #DIGITS} digits a level: what is below a section begins with its path
 */
record OutlineLine(
    String code, String title, String parent, String path, List<String> responsible) {
  static final int DIGITS = 4;

  OutlineLine(String code, String title, String parent, String path, String[] responsible) {
    this(code, title, parent, path, List.of(responsible));
  }

  int level() {
    return path.length() / DIGITS;
  }

  /** The paths of a section and of all above it. */
  static List<String> upwards(String path) {
    List<String> paths = new ArrayList<>();
    for (int end = path.length(); end > 0; end -= DIGITS) {
      paths.add(path.substring(0, end));
    }
    return paths;
  }
}
