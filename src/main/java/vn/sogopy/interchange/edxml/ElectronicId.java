package vn.sogopy.interchange.edxml;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/**
 * The electronic identifier of an organization, which has two forms: {@code 000.00.05.H03} (Thông
 * tư 10/2016/TT-BTTTT, QCVN 102:2016), smallest unit first, and {@code H03.05} (Quyết định
 * 20/2020/QĐ-TTg), largest first.
 *
 * <p>At the top level, such as {@code 000.00.00.H03} and {@code H03}, the two denote the same
 * organization: the later list kept the letters and numbers of the earlier one. Below it each
 * province assigned its numbers anew; many kept the old ones, others did not. There the number
 * alone is not sufficient, see {@link SenderFinder}.
 */
final class ElectronicId {
  private static final Pattern FIRST_FORM =
      Pattern.compile("([0-9]{3})\\.([0-9]{2})\\.([0-9]{2})\\.([A-Z][0-9]{2})");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}" + Text.INVISIBLE + "]+");

  private ElectronicId() {}

  /** Two identifiers with the same normal form denote the same organization. */
  static String normalize(String written) {
    String id = BLANKS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    Matcher first = FIRST_FORM.matcher(id);
    boolean top = first.matches() && id.startsWith("000.00.00.");
    return top ? first.group(4) : id;
  }

  /** The second form, number for number. It can denote the same organization if the names agree. */
  static String position(String written) {
    String id = normalize(written);
    Matcher first = FIRST_FORM.matcher(id);
    if (!first.matches()) {
      return id;
    }
    StringBuilder largestFirst = new StringBuilder(first.group(4));
    for (int level = 3; level >= 1 && Integer.parseInt(first.group(level)) > 0; level--) {
      largestFirst.append('.').append(first.group(level));
    }
    return largestFirst.toString();
  }
}
