package vn.sogopy.platform.http.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * The part of a file that a request asks for (RFC 9110 section 14).
 *
 * @param from first byte
 * @param to last byte, inclusive
 * @param size bytes of the whole file
 * @param partial whether to answer 206 rather than 200
 */
public record ByteRange(long from, long to, long size, boolean partial) {
  private static final Pattern ONE =
      Pattern.compile("bytes\\s*=\\s*(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))\\s*");

  /**
   * The range of a request. The whole file is sent if the header is not one well-formed byte range,
   * or If-Range has another version of the file.
   *
   * @param range the Range header, null if absent
   * @param ifRange the If-Range header, null if absent
   * @param tag the file's entity tag, with its quotes
   * @param size at least one
   * @throws ProblemException 416 if the range begins after the end of the file
   */
  public static ByteRange of(String range, String ifRange, String tag, long size) {
    ByteRange whole = new ByteRange(0, size - 1, size, false);
    if (range == null || (ifRange != null && !ifRange.trim().equals(tag))) {
      return whole;
    }
    Matcher one = ONE.matcher(range.trim());
    if (!one.matches()) {
      return whole;
    }
    if (one.group(3) != null) {
      long last = Long.parseLong(one.group(3));
      if (last == 0) {
        throw outside(size);
      }
      return new ByteRange(Math.max(0, size - last), size - 1, size, true);
    }
    long from = Long.parseLong(one.group(1));
    long to = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
    if (to < from) {
      return whole;
    }
    if (from >= size) {
      throw outside(size);
    }
    return new ByteRange(from, Math.min(to, size - 1), size, true);
  }

  private static ProblemException outside(long size) {
    return new ProblemException(ProblemCode.RANGE_NOT_SATISFIABLE, size)
        .header("Content-Range", "bytes */" + size)
        .header("Accept-Ranges", "bytes");
  }

  public long length() {
    return to - from + 1;
  }

  public String contentRange() {
    return "bytes " + from + "-" + to + "/" + size;
  }
}
