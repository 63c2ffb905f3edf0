package vn.sogopy.desk;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.text.Text;

/** What the fields of the desk are called where a form comes back without its page. */
final class FieldLabels {
  /** By name, which is the label without marks. */
  private static final Map<String, String> LABELS =
      Stream.of(
              ("Căn cứ,Chức vụ,Cơ quan,Cơ quan kế thừa,Đầu mối,Đề xuất,Đến ngày,"
                      + "Dịp góp ý,Điện thoại,Ghi chú,Hạn trả lời,Hết hạn,Lý do,Mã,"
                      + "Mã định danh,Mục,Ngày,Ngày báo cáo,Ngày đến,Ngày kết thúc,"
                      + "Ngày liên hệ,Ngày nhận hồ sơ,Ngày thành lập,Ngày văn bản,Người ký,"
                      + "Người xử lý,Nội dung,Nội dung chỉ đạo,Nội dung liên hệ,Số,Số báo cáo,"
                      + "Số đến,Số văn bản,Tên,Tên cơ quan,Tên cũ,Tên gọi khác,Tên nhóm,"
                      + "Thư điện tử,Thứ tự,Trả lời,Trả lời thay,Trả lời trước hết ngày,"
                      + "Trả lời văn bản,Trang,Trích yếu,Từ ngày,Văn bản")
                  .split(","))
          .collect(Collectors.toMap(label -> Text.fold(label).replace(' ', '_'), label -> label));

  private FieldLabels() {}

  /**
   * "Nội dung 2" for "noi_dung_2".
   *
   * @return null if people do not type into the field
   */
  static String of(String name) {
    String plain = name.replaceFirst("_[0-9]+$", "");
    String label = LABELS.get(plain);
    return label == null ? null : label + name.substring(plain.length()).replace('_', ' ');
  }
}
