package vn.sogopy.platform.text;

import java.util.Set;

/** The warning shown at every input, and the degrees of secrecy. */
public final class StateSecrets {
  public static final String VIETNAMESE =
      "Không nhập, không tải lên tài liệu, nội dung thuộc bí mật nhà nước (Luật Bảo vệ bí mật nhà nước số 29/2018/QH14"
          + " và văn bản thay thế): văn bản có độ mật chỉ ghi nhận số, ngày.";

  public static final String ENGLISH =
      "Enter or upload nothing that is a state secret (Law 29/2018/QH14 on the Protection of State Secrets, and what"
          + " replaces it): of a document with a degree of secrecy only number and dates are recorded.";

  /** Folded; every other value is a degree of secrecy. */
  private static final Set<String> NOT_SECRET =
      Set.of(
          "0",
          "thuong",
          "binh thuong",
          "khong",
          "khong mat",
          "khong co",
          "normal",
          "none",
          "no",
          "false",
          "public");

  private StateSecrets() {}

  /**
   * Whether the value of a field for the degree of secrecy is a degree: every value except "none".
   */
  public static boolean isDegree(String value) {
    return !NOT_SECRET.contains(Text.fold(value));
  }
}
