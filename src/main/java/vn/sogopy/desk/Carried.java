package vn.sogopy.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.text.Text;

/** The fields of a form that could not be handled yet, to be sent once more. */
record Carried(List<Field> fields) {
  static final Carried NOTHING = new Carried(List.of());

  /** Fields of the sign-in itself, and the token of the ended session. */
  private static final List<String> OWN =
      List.of(SignInResource.CODE, SignInResource.TARGET, FormToken.FIELD);

  private static final int LONG = 80;

  /** The fields that people type into, by name: the label without marks. Others are choices. */
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

  record Field(String name, String value) {
    /** Whether a person typed it. */
    public boolean typed() {
      return LABELS.containsKey(plainName());
    }

    private String plainName() {
      return name.replaceFirst("_[0-9]+$", "");
    }

    public boolean isLong() {
      return value.length() > LONG || value.indexOf('\n') >= 0;
    }

    public boolean isDay() {
      return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    public String label() {
      return LABELS.get(plainName()) + name.substring(plainName().length()).replace('_', ' ');
    }
  }

  static Carried of(Map<String, List<String>> form) {
    List<Field> fields = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (!OWN.contains(name)) {
            values.forEach(value -> fields.add(new Field(name, value)));
          }
        });
    return new Carried(fields);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }
}
