package vn.sogopy.desk;

import java.util.Arrays;

/** What a form has done, told on the next page by a word in its address. */
public enum Notice {
  SAVED("da-ghi", "Đã ghi."),
  SENT("da-gui", "Đã gửi."),
  DELETED("da-xoa", "Đã xóa."),
  RETURNED("da-tra-lai", "Đã trả lại để sửa."),
  STOPPED("da-dung", "Đã dừng mã truy cập."),
  SAMPLE_REMOVED("da-xoa-mau", "Đã xóa dữ liệu mẫu."),
  SEALED("da-chot", "Đã chốt số liệu."),
  GOING_ON("dang-lam", "Việc này cần thêm thời gian. Có thể rời trang; kết quả chờ ở đây.");

  static final String PARAMETER = "xong";

  private final String word;
  private final String text;

  Notice(String word, String text) {
    this.word = word;
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The address with this notice in place of an earlier one. */
  String on(String address) {
    String clean = address.replaceAll("([?&])" + PARAMETER + "=[a-z-]*&?", "$1");
    clean = clean.replaceAll("[?&]$", "");
    return clean + (clean.contains("?") ? "&" : "?") + PARAMETER + "=" + word;
  }

  /** Null if the word is none of these. */
  static Notice of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElse(null);
  }
}
