package vn.sogopy.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page begins: the sort keys of the last row shown, opaque to the caller. It carries
 * the question it belongs to, so that a cursor of another list, filter or order is refused.
 */
public final class Cursor {
  private static final char SEPARATOR = '\u001F';

  private Cursor() {}

  public static String encode(String question, List<String> keys) {
    List<String> parts = new ArrayList<>(keys);
    parts.add(0, Integer.toHexString(question.hashCode()));
    String text = String.join(String.valueOf(SEPARATOR), parts);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the keys, or null when there is no cursor (the first page)
   * @throws ProblemException 400 if it is not a cursor of this question
   */
  public static List<String> decode(String cursor, String question, int keys) {
    if (cursor == null) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(String.valueOf(SEPARATOR), -1));
      if (parts.size() == keys + 1
          && parts.stream().noneMatch(Cursor::unreadable)
          && parts.get(0).equals(Integer.toHexString(question.hashCode()))) {
        return parts.subList(1, parts.size());
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
    throw invalid();
  }

  private static boolean unreadable(String part) {
    return part.chars().anyMatch(Character::isISOControl);
  }

  public static ProblemException invalid() {
    return ProblemException.invalid(FieldError.parameter("cursor", FieldCode.INVALID_CURSOR));
  }
}
