package vn.sogopy.platform.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** The If-Match of a request (RFC 9110 section 13.1.1), parsed once and evaluated later. */
public final class IfMatch {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
  private static final String EMPTY_TAG = "\"\"";

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
    if (header.trim().equals("*")) {
      return any();
    }
    // Empty elements of the list are ignored (RFC 9110 section 5.6.1).
    List<String> elements =
        Stream.of(TAG.matcher(header).replaceAll(EMPTY_TAG).split(","))
            .map(String::strip)
            .filter(element -> !element.isEmpty())
            .toList();
    if (elements.isEmpty() || !elements.stream().allMatch(EMPTY_TAG::equals)) {
      throw ProblemException.invalid(
          FieldError.header("If-Match", FieldCode.INVALID_HEADER, "\"<version>\""));
    }
    // A weak tag never matches: this is the strong comparison.
    return new IfMatch(
        TAG.matcher(header)
            .results()
            .filter(tag -> tag.group(1) == null)
            .map(tag -> tag.group(2))
            .toList());
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

  /** For the form of a page, which carries the version that it shows; null = it has none. */
  public static IfMatch of(Object version) {
    return parse(version == null ? null : "\"" + version + "\"");
  }

  /** For callers inside the service, such as the sample, that have just read the resource. */
  public static IfMatch any() {
    return new IfMatch(List.of("*"));
  }
}
