package vn.sogopy.comment.intake;

import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/** Recognizes a text that agrees with the draft as a whole and says nothing else. */
final class Agreement {
  /** Characters; a longer text says more. */
  private static final int MAX = 300;

  private static final String AGREE = "(?:nhat tri|thong nhat|dong y|dong thuan|tan thanh)";

  private static final String HOW = "(?:(?:ve|co ban|hoan toan|deu|cung|xin) )*";

  /** An office: "Sở Kế hoạch và Đầu tư", "UBND huyện Ba Bể". */
  private static final String WHO =
      "(?:(?:so|ubnd|uy ban|hdnd|cong an|bo|ban|cuc|chi cuc|vien|truong|hoi|lien doan|tinh doan"
          + "|thanh tra|kho bac|ngan hang|bao hiem|van phong|vien thong|cong ty|don vi|co quan|phong)"
          + "(?: (?!de|can|phai|nen|kien|yeu|khong|chua)[^ ]+){0,8}? )?";

  /** Words for the draft as a whole. A province has up to three words. */
  private static final String WHAT =
      "(?: (?:voi|ve|doi|theo|cac|toan|bo|tat|ca|noi|dung|cua|trong|tai|ban|du|thao|quy|hoach|bao"
          + "|cao|tong|hop|tom|thuyet|minh|ho|so|do|an|to|trinh|van|cong|lan|thu|nay|tren|neu|nhu|kem"
          + "|gui|xin|lay|y|kien|thoi|ky|giai|doan|tam|nhin|den|nam|[0-9]+"
          + "|tinh(?: (?!nhung|tuy|song|can|de|rieng|nen|ngoai|chua|khong)[^ 0-9]+){0,3})(?= |$))*+";

  private static final String NOTHING =
      "(?:khong|chua)(?: co| tham gia| noi dung)*(?: (?:y kien|gop y|de nghi|gi))"
          + "(?: (?:y kien|gop y|tham gia|dong gop|gi|nao|khac|them|nua|bo sung|sua doi))*";

  private static final Pattern CLAUSE =
      Pattern.compile(
          WHO
              + "(?:"
              + HOW
              + AGREE
              + "(?: cao| hoan toan)?|"
              + NOTHING
              + ")"
              + WHAT
              + "|khong(?: co)?");

  private static final Pattern DENIAL =
      Pattern.compile("(?:^|[^a-z])(?:khong|chua|chang)(?: [^ ]+){0,2} " + AGREE);

  /** A name of an office can have commas and "và", too. */
  private static final Pattern BETWEEN_CLAUSES =
      Pattern.compile(
          "[.!\\n]+|(?:[,;:]+| va | dong thoi )(?= *(?:hoan toan|co ban|khong|chua|"
              + AGREE
              + "))");

  private Agreement() {}

  /**
   * @param text null = none
   */
  static boolean isOnly(String text) {
    if (text == null || text.length() > MAX) {
      return false;
    }
    String words = Text.fold(text).replaceAll("[^\\p{L}\\p{N}.,;:!\\n]+", " ");
    if (DENIAL.matcher(words).find()) {
      return false;
    }
    boolean any = false;
    for (String clause : BETWEEN_CLAUSES.split(words)) {
      String bare = clause.replaceAll("[,;: ]+", " ").strip();
      if (!bare.isEmpty() && !CLAUSE.matcher(bare).matches()) {
        return false;
      }
      any |= !bare.isEmpty();
    }
    return any;
  }
}
