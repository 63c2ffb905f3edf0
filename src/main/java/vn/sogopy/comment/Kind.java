package vn.sogopy.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Labelled;

/**
 * The kind of a comment. Documents print the Vietnamese labels unchanged (docs/domain.md section
 * 5).
 */
@Schema(name = "CommentKind")
public enum Kind implements Labelled {
  MISSING("Nội dung còn thiếu"),
  DATA("Số liệu"),
  CHANGE("Đề nghị chỉnh sửa"),
  QUESTION("Đề nghị làm rõ"),
  EDITORIAL("Lỗi chính tả, kỹ thuật trình bày"),
  OTHER("Nội dung khác");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
