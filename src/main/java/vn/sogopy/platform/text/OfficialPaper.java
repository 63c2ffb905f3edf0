package vn.sogopy.platform.text;

/** Fixed texts of every official paper; Nghị định 30/2020/NĐ-CP, Phụ lục I. */
public final class OfficialPaper {
  public static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  public static final String COPIES = "Nơi nhận:";

  private OfficialPaper() {}

  /** A line of the list of recipients. */
  public static String dashed(String recipient) {
    return recipient.startsWith("-") ? recipient : "- " + recipient;
  }
}
