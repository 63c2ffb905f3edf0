package vn.sogopy.interchange.wordletter;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/** The set phrases of official letters, without accents and case. */
final class Words {
  private static final Pattern NO_TEXT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}&&[^\\t\\n]]");

  private static final Pattern REQUEST =
      words(
          "de nghi|kien nghi|de xuat|bo sung|lam ro|chinh sua|dieu chinh|ra soat|cap nhat|xem xet"
              + "|sua doi|hieu chinh|thay the|luoc bo|can nhac|nghien cuu|khong thong nhat"
              + "|khong nhat tri|chua nhat tri|chua thong nhat|tuy nhien");

  /** "Không có ý kiến bổ sung", and the quoted request of the coordinator. */
  private static final Pattern NO_REQUEST =
      words(
          "(?:khong|chua)(?: co)? y kien(?: gi| bo sung| them| khac| de nghi)*"
              + "|(?:ve viec|v/v|theo) de nghi(?: gop y| tham gia| cho)?|(?:theo|van ban) de nghi cua");

  /** A statement about the draft; broader than a request. Accents matter, so it is not folded. */
  private static final Pattern STATEMENT =
      words("cần|chưa|sửa|thay|thiếu|sai|nên|bỏ|ghi|trang [0-9]+|mục [0-9ivx]+|không|lại");

  /** Headings without a subject. */
  private static final Pattern GENERAL =
      Pattern.compile(
          "(mot so |cac )?(y kien|noi dung|gop y)( gop y| tham gia)?( chung| cu the| khac| chi tiet| con lai)?:?");

  private static final Pattern AGREEMENT =
      words("nhat tri|thong nhat|dong thuan|khong co y kien|khong y kien|dong y");

  private static final Pattern DISAGREEMENT =
      words("(khong|chua) (nhat tri|thong nhat|dong y|dong thuan)");

  private static final Pattern OPENING =
      Pattern.compile(
          "(thuc hien|phuc dap|tra loi|can cu|ngay [0-9]+|nhan duoc|so .{1,80}nhan duoc|.{1,80} nhan duoc"
              + "|sau khi|tiep theo|theo (de nghi|noi dung|yeu cau)|tren co so|qua (nghien cuu|xem xet)|lien quan)\\b");

  static final Pattern CLOSING =
      Pattern.compile("(tren day la|xin tran trong|tran trong|rat mong)\\b");

  private static final Pattern SIGNATURE =
      Pattern.compile("noi nhan|tm\\.|kt\\.|tl\\.|tuq\\.|q\\. ?giam doc|nguoi ky|\\(?da ky\\)?$");

  static final Pattern RECIPIENT = Pattern.compile("kinh gui");

  static final Pattern ANNEX = Pattern.compile("(phu luc|bang tong hop|bang gop y|phieu gop y)\\b");

  static final Pattern HEAD =
      Pattern.compile(
          "cong hoa xa hoi|doc lap ?-|so ?:|v/v|ve viec|.{1,40}, ngay .{0,30}thang .*|kinh gui|[-_*\\s]+$");

  private static final Pattern OFFICE =
      Pattern.compile(
          "^(pho )?(giam doc|chu tich|truong ban|chanh van phong|cuc truong|tong giam doc|bo truong|thu truong"
              + "|chi huy truong|chanh thanh tra|tong cuc truong|vien truong)( .{0,60})?$");

  private Words() {}

  /** Matches one of these words or phrases. */
  static Pattern words(String choices) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(" + choices + ")(?![\\p{L}\\p{N}])");
  }

  /** The text without the characters that a comment must not have. */
  static String clean(String text) {
    return Text.normalize(NO_TEXT.matcher(text).replaceAll(""));
  }

  static String fold(String text) {
    return Text.foldName(text);
  }

  /** Whether the text begins with such a phrase. */
  static boolean begins(Pattern phrase, String text) {
    return phrase.matcher(fold(text)).lookingAt();
  }

  /** Whether it is a request. */
  static boolean isRequest(String text) {
    return asks(fold(text));
  }

  private static boolean asks(String folded) {
    return REQUEST.matcher(NO_REQUEST.matcher(folded).replaceAll(" - ")).find();
  }

  static boolean isStatement(String text) {
    String folded = fold(text);
    return asks(folded) || STATEMENT.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether it is an agreement without a request. */
  static boolean isAgreement(String text) {
    return agrees(text) && !isRequest(text);
  }

  static boolean agrees(String text) {
    String folded = fold(text);
    return AGREEMENT.matcher(folded).find() && !DISAGREEMENT.matcher(folded).find();
  }

  static boolean disagrees(String text) {
    return DISAGREEMENT.matcher(fold(text)).find();
  }

  /** Whether it is an introduction of the following text, or a mere agreement. */
  static boolean isOpening(String text) {
    String folded = fold(text);
    if (!OPENING.matcher(folded).lookingAt()) {
      return folded.endsWith("nhu sau:") && folded.contains("y kien");
    }
    boolean leads = folded.endsWith(":") || folded.contains("nhu sau");
    return leads || !asks(afterReference(folded));
  }

  /**
   * The text after the quoted request of the coordinator ("về việc đề nghị góp ý …, Sở … có ý
   * kiến").
   */
  private static String afterReference(String folded) {
    int start = Math.max(folded.lastIndexOf("co y kien"), folded.lastIndexOf("nhat tri"));
    return folded.substring(start < 0 ? folded.indexOf(',') + 1 : start);
  }

  /** Matches headings such as "Ý kiến cụ thể:", which add nothing to the points below them. */
  static boolean isGeneralHeading(String text) {
    return GENERAL.matcher(fold(text)).matches();
  }

  /** Matches the beginning of another point without a number. */
  static boolean isFurther(String text) {
    return fold(text).startsWith("ngoai ra") && isRequest(text);
  }

  static boolean isSignature(String text) {
    boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
    return begins(SIGNATURE, text) || capitals && OFFICE.matcher(fold(text)).matches();
  }
}
