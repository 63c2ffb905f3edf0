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
   * @param path of the list below the draft; null = none
   */
  record Item(Mark mark, String title, String detail, String path) {}

  static Checklist of(Readiness readiness) {
    List<Item> items = new ArrayList<>();
    count(
        items,
        Mark.BLOCKS,
        "Ý kiến đã xử lý xong",
        readiness.counts().pending(),
        "ý kiến chưa xử lý xong",
        NOT_APPROVED);
    count(
        items,
        Mark.BLOCKS,
        "Nơi chỉnh sửa của nội dung tiếp thu",
        readiness.unplaced().total(),
        "nội dung tiếp thu chưa ghi nơi chỉnh sửa",
        "/y-kien?revisionOpen=true");
    count(
        items,
        Mark.LOOK,
        "Văn bản trả lời của các cơ quan",
        readiness.counts().notReplied(),
        "cơ quan chưa có văn bản trả lời",
        "/co-quan?loc=im-lang");
    count(
        items,
        Mark.LOOK,
        "Văn bản chờ vào sổ",
        readiness.parked().size(),
        "văn bản đã đến, chưa vào sổ",
        "/nhap");
    count(
        items,
        Mark.LOOK,
        "Cơ quan góp ý xác nhận nội dung tiếp thu",
        readiness.unconfirmed().total(),
        "nội dung đã tiếp thu, cơ quan góp ý chưa xác nhận",
        null);
    count(
        items,
        Mark.LOOK,
        "Ngày của văn bản",
        readiness.oddDates().size(),
        "văn bản có ngày cần xem lại",
        null);
    count(
        items,
        Mark.LOOK,
        "Ý kiến trùng lời",
        readiness.duplicates().size(),
        "nhóm ý kiến trùng lời",
        null);
    items.add(
        new Item(
            readiness.publication().enough() ? Mark.DONE : Mark.LOOK,
            "Đăng tải dự thảo",
            readiness.publication().detail() + ".",
            null));
    return new Checklist(items);
  }

  private static void count(
      List<Item> items, Mark mark, String title, int number, String counted, String path) {
    items.add(
        number == 0
            ? new Item(Mark.DONE, title, "Không có " + counted + ".", null)
            : new Item(mark, title, "Còn " + Numbers.prose(number) + " " + counted + ".", path));
  }
}
