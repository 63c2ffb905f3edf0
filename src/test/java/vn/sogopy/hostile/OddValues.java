package vn.sogopy.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts, numbers and dates at which programs fail. */
public final class OddValues {
  private static final String NUL = "\u0000";

  static final List<String> UNICODE =
      List.of(
          "a" + NUL + "b",
          NUL,
          "\ud800",
          "x\udfffy",
          "\udc00\ud800",
          "\u202egnp.exe\u202c",
          "\u2066\u2069\u200f\u200e",
          "\ufeffBOM",
          "\ufffe\uffff",
          "\ufdd0",
          "\u0001\u001f\u007f\u0085",
          "e\u0301e\u0302\u0323 tiê\u0301ng Viê\u0323t",
          "Z" + "\u0301\u0323".repeat(200),
          "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "\ud835\udd38".repeat(50),
          "\u200b\u200c\u200d\u2060",
          "\u00a0\u3000\u2028\u2029",
          "ﬁ ﷺ İ ı ß ẞ ſ",
          "\r\n\t\r",
          "   ",
          "đĐ ơƠ ưƯ Ẩ");

  public static final List<String> INJECTIONS =
      List.of(
          "' OR '1'='1",
          "'; DROP TABLE comment; --",
          "\") UNION ALL (VALUES (1",
          "1; pg_sleep(5)--",
          "%' ESCAPE '",
          "\\",
          "'\\",
          "$1 ? :name ?1 {0} %s %n",
          "a & b | !c <-> d:*",
          "((((",
          "&|!():*'\\\\",
          "x\r\nSet-Cookie: a=b",
          "x\r\n\r\n<html>",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "/etc/passwd\u0000.pdf",
          "file:///etc/passwd",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "{{7*7}} ${7*7} #{7*7} <%= 7 %>",
          "${jndi:ldap://127.0.0.1/a}",
          "=1+1",
          "=HYPERLINK(\"http://127.0.0.1\")",
          "@SUM(1)",
          "+cmd|' /C calc'!A0",
          "-1",
          "__proto__",
          "null",
          "undefined",
          "NaN",
          "true");

  static final List<String> DATES =
      List.of(
          "0001-01-01",
          "0000-01-01",
          "-0001-01-01",
          "9999-12-31",
          "+10000-01-01",
          "+999999999-12-31",
          "1583-10-15",
          "2021-02-29",
          "2024-02-29",
          "2021-13-01",
          "2021-00-10",
          "2021-9-7",
          "07/09/2021",
          "2021-09-07T00:00:00Z",
          "2021-09-07T25:61:61Z",
          "2021-09-07T10:00:00+07:00",
          "2021-09-07T10:00:00+19:00",
          "2021-09-07T23:59:60Z",
          "2021-09-07T10:00:00.123456789123Z",
          "-999999999-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59Z",
          "9999-12-31T23:59:59-18:00",
          "2021-W36-2",
          "20210907",
          "1631000000",
          "٢٠٢١-٠٩-٠٧",
          "");

  /** As JSON source; some are not numbers. */
  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "0.1e1",
          "1.0",
          "1.5",
          "1e400",
          "-1e400",
          "1e-400",
          "1E+2",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "1" + "0".repeat(400),
          "0." + "1".repeat(400),
          "01",
          "+1",
          "0x10",
          "1_000",
          ".5",
          "1.",
          "NaN",
          "Infinity",
          "1e999999999",
          "1e-999999999");

  private OddValues() {}

  static String text(Random random) {
    return random.nextBoolean() ? of(UNICODE, random) : of(INJECTIONS, random);
  }

  static <T> T of(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Percent-encoded for a URL. */
  static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        out.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        hex(text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8), out);
        i++;
      } else if (Character.isSurrogate(c)) {
        hex(new byte[] {(byte) 0xed, (byte) (0x80 | c >> 6 & 0x3f), (byte) (0x80 | c & 0x3f)}, out);
      } else {
        hex(String.valueOf(c).getBytes(StandardCharsets.UTF_8), out);
      }
    }
    return out.toString();
  }

  private static void hex(byte[] bytes, StringBuilder out) {
    for (byte b : bytes) {
      out.append("%%%02X".formatted(b));
    }
  }

  /** A JSON string with every char escaped. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append("\\u%04x".formatted(c)));
    return out.append('"').toString();
  }
}
