package vn.sogopy.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** The If-Match of a request (RFC 9110 section 13.1.1), parsed once and evaluated later. */
public final class IfMatch {
  private static final Pattern TAG =
      Pattern.compile("\\s*(?:((?:W/)?)\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*)?(,|\\z)");

  private final List<String> tags;

  private IfMatch(List<String> tags) {
    this.tags = tags;
  }

  /**
   * @param header the header's value, null if absent
   * @throws ProblemException 400 if it is neither {@code *} nor a list of entity tags
   */
  public static IfMatch parse(String header) {
    if (header == null) {
      return new IfMatch(null);
    }
    if (header.isBlank()) {
      throw malformed();
    }
    if (header.trim().equals("*")) {
      return new IfMatch(List.of("*"));
    }
    List<String> tags = new ArrayList<>();
    boolean found = false;
    Matcher matcher = TAG.matcher(header);
    int end = 0;
    while (end < header.length() && matcher.find(end) && matcher.start() == end) {
      // Empty elements of the list are ignored (RFC 9110 section 5.6.1). A weak tag never matches:
      // this is the strong comparison.
      found |= matcher.group(2) != null;
      if ("".equals(matcher.group(1))) {
        tags.add(matcher.group(2));
      }
      end = matcher.end();
    }
    if (end < header.length() || !found) {
      throw malformed();
    }
    return new IfMatch(tags);
  }

  private static ProblemException malformed() {
    return ProblemException.invalid(
        FieldError.header("If-Match", FieldCode.INVALID_HEADER, "\"<version>\""));
  }

  /**
   * @param version the current version, as its ETag shows it
   * @throws ProblemException 428 if the header was absent, 412 if no tag is this version
   */
  public void check(Object version) {
    if (tags == null) {
      throw new ProblemException(ProblemCode.PRECONDITION_REQUIRED);
    }
    String current = String.valueOf(version);
    if (!tags.contains("*") && !tags.contains(current)) {
      throw new ProblemException(ProblemCode.PRECONDITION_FAILED, current)
          .header("ETag", "\"" + current + "\"");
    }
  }

  /**
   * Like {@link #check}, for a tag with a part after the version, as in {@code "3.1f0c9a2e"}. That
   * part is not compared: it covers data that changes without the resource.
   */
  public void checkBefore(Object version) {
    String current = version + ".";
    if (tags != null && tags.stream().anyMatch(tag -> tag.startsWith(current))) {
      return;
    }
    check(version);
  }

  /** For callers inside the service, such as the sample, that have just read the resource. */
  public static IfMatch any() {
    return new IfMatch(List.of("*"));
  }
}
