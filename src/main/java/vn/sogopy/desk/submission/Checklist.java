package vn.sogopy.desk.submission;

import java.util.ArrayList;
import java.util.List;
import vn.sogopy.platform.text.Labelled;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.register.Readiness;

/**
 * What is checked before a dossier is submitted, in the order of the work.
 *
 * @param items each with its mark and the list that it counts
 */
record Checklist(List<Item> items) {
  private static final String NOT_APPROVED =
      "/y-kien?status=RECEIVED,ASSIGNED,DRAFTING,ANSWERED,RETURNED";

  /** Whether a check is passed. */
  enum Mark implements Labelled {
    DONE("Đạt"),
    BLOCKS("Chưa đủ điều kiện"),
    LOOK("Cần xem lại");

    private final String label;

    Mark(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * One check.
   *
   * @param path of the list below the draft; null = it is in the file of the review alone
   */
  record Item(Mark mark, String title, String detail, String path) {}

  static Checklist of(Readiness.Brief readiness) {
    Checklist list = new Checklist(new ArrayList<>());
    list.count(
        Mark.BLOCKS,
        "Ý kiến đã xử lý xong",
        readiness.counts().pending(),
        "ý kiến chưa xử lý xong",
        NOT_APPROVED);
    list.count(
        Mark.BLOCKS,
        "Nơi chỉnh sửa của nội dung tiếp thu",
        readiness.unplaced(),
        "nội dung tiếp thu chưa ghi nơi chỉnh sửa",
        "/y-kien?status=APPROVED&revisionOpen=true");
    list.look(
        "Văn bản trả lời của các cơ quan",
        readiness.counts().notReplied(),
        "cơ quan chưa có văn bản trả lời",
        "/co-quan?loc=im-lang");
    list.look(
        "Văn bản chờ vào sổ", readiness.parked(), "văn bản đã đến, chưa vào sổ", "/nhap/cho-xu-ly");
    list.look(
        "Cơ quan góp ý xác nhận nội dung tiếp thu",
        readiness.unconfirmed(),
        "nội dung đã tiếp thu, cơ quan góp ý chưa xác nhận",
        null);
    list.items.add(
        new Item(
            readiness.publication().enough() ? Mark.DONE : Mark.LOOK,
            "Đăng tải dự thảo",
            readiness.publication().detail() + ".",
            null));
    list.look("Ngày của văn bản", readiness.oddDates(), "văn bản có ngày cần xem lại", null);
    list.look("Ý kiến trùng lời", readiness.duplicates(), "nhóm ý kiến trùng lời", null);
    return list;
  }

  /**
   * @param number null = not counted
   */
  private void look(String title, Number number, String counted, String path) {
    if (number != null) {
      count(Mark.LOOK, title, number.longValue(), counted, path);
    }
  }

  private void count(Mark mark, String title, long number, String counted, String path) {
    items.add(
        number == 0
            ? new Item(Mark.DONE, title, "Không có " + counted + ".", null)
            : new Item(mark, title, "Còn " + Numbers.prose(number) + " " + counted + ".", path));
  }
}
