package vn.sogopy.consultation.round;

import java.util.ArrayList;
import java.util.List;

/**
 * A section as needed for counting.
 *
 * @param path {@link #DIGITS} digits for each level, beginning with the path of the parent
 */
record OutlineLine(
    String code, String title, String parent, String path, List<String> responsible) {
  static final int DIGITS = 4;

  int level() {
    return path.length() / DIGITS;
  }

  /** The paths of a section and of all its ancestors. */
  static List<String> upwards(String path) {
    List<String> paths = new ArrayList<>();
    for (int end = path.length(); end > 0; end -= DIGITS) {
      paths.add(path.substring(0, end));
    }
    return paths;
  }
}
