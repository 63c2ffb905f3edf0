package vn.sogopy.interchange.imports;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.organization.OrganizationNames;

/**
 * A heading above the rows of one organization, as in registers: "1. Sở Xây dựng (kèm theo văn bản
 * góp ý số 642/SXD-QHKT ngày 25/02/2022)".
 *
 * @param code null if it names no organization or is ambiguous
 * @param letter null unless it cites exactly one letter
 */
record BodyHeading(String code, CommentInput.Letter letter) {
  static final BodyHeading NONE = new BodyHeading(null, null);

  /** Characters. No longer text is a heading; the patterns are cubic. */
  private static final int MAX = 500;

  private static final Pattern NUMBERED = Pattern.compile("^[0-9]+[.)]\\s*");
  private static final Pattern LETTER = Pattern.compile("\\([^;]*?(số\\s[^;]*)\\)\\s*$");

  /**
   * @param name of the organization, with or without number and letters
   * @param text that may cite letters
   */
  static BodyHeading of(String name, String text, Map<String, Set<OrganizationNames.Body>> bodies) {
    if (name.length() > MAX || text.length() > MAX) {
      return NONE;
    }
    String bare = NUMBERED.matcher(name).replaceFirst("").replaceFirst("\\s*\\(.*", "");
    Set<OrganizationNames.Body> named = bodies.getOrDefault(OrganizationNames.key(bare), Set.of());
    return named.size() == 1 ? new BodyHeading(named.iterator().next().code(), cited(text)) : NONE;
  }

  private static CommentInput.Letter cited(String text) {
    Matcher letter = LETTER.matcher(text);
    return letter.find()
        ? LetterCitation.of(letter.group(1))
            .filter(cited -> cited.date() != null)
            .map(cited -> CommentInput.Letter.of(cited.number(), cited.date()))
            .orElse(null)
        : null;
  }

  /** The default letter for rows that cite none; null for rows of another organization. */
  CommentInput.Letter letterOf(String organization) {
    return code != null && code.equals(organization) ? letter : null;
  }
}
