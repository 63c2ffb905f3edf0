package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.letter.Position;

class AgreementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nhất trí",
        "NHẤT TRÍ VỚI DỰ THẢO",
        "Nhat tri voi du thao",
        "Nhất trí với nội dung dự thảo.",
        "Hoàn toàn thống nhất với nội dung dự thảo Quy hoạch tỉnh Bắc Kạn thời kỳ 2021-2030, tầm nhìn đến năm 2050",
        "Cơ bản nhất trí với dự thảo",
        "Đồng ý với dự thảo",
        "không có ý kiến",
        "Không có ý kiến gì thêm.",
        "Không có ý kiến tham gia",
        "Không tham gia góp ý",
        "Không có nội dung góp ý",
        "Không",
        "Nhất trí, không có ý kiến thêm",
        "Nhất trí nội dung dự thảo, không tham gia ý kiến.",
        "Sở Kế hoạch và Đầu tư nhất trí với dự thảo",
        "Sở Văn hóa, Thể thao và Du lịch cơ bản nhất trí với nội dung dự thảo, không có ý kiến gì thêm",
        "Bộ Chỉ huy Quân sự tỉnh không có ý kiến",
        "Sở Tài chính nhất trí với nội dung dự thảo và không có ý kiến bổ sung./."
      })
  void agreesAndSaysNothingElse(String text) {
    assertThat(Agreement.isOnly(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Một",
        "Không nhất trí với dự thảo",
        "Chưa thống nhất với nội dung dự thảo",
        "Không hoàn toàn nhất trí",
        "Nhất trí với dự thảo, tuy nhiên đề nghị bổ sung",
        "Nhất trí với dự thảo quy hoạch tỉnh nhưng cần sửa mục V",
        "Nhất trí với phương án mở rộng đường 258",
        "Nhất trí với mục V.1",
        "Cơ bản nhất trí với dự thảo, có ý kiến như sau",
        "Đề nghị thống nhất số liệu",
        "Thống nhất số liệu giữa các bảng",
        "Bộ số liệu không thống nhất",
        "Cơ quan soạn thảo cần thống nhất nội dung báo cáo",
        "Sở đề nghị thống nhất với báo cáo",
        "Chưa có bản đồ",
        "Không có báo cáo tóm tắt",
        "Chưa có nội dung về cấp nước",
        "Không có ý kiến về mục II, đề nghị sửa mục III",
        "Không rõ cơ sở số liệu",
        "Không đề nghị bổ sung dự án X"
      })
  void saysMore(String text) {
    assertThat(Agreement.isOnly(text)).isFalse();
  }

  @Property
  void aRequestIsMore(@ForAll @AlphaChars @StringLength(max = 20) String what) {
    for (String agreement : new String[] {"Nhất trí với dự thảo", "Không có ý kiến"}) {
      assertThat(Agreement.isOnly(agreement)).isTrue();
      assertThat(Agreement.isOnly(agreement + ", đề nghị sửa " + what)).isFalse();
      assertThat(Agreement.isOnly(agreement + ". Đề nghị bổ sung " + what)).isFalse();
    }
  }

  /** An import gives these words to a reply without any. */
  @Test
  void labelOfThePosition() {
    assertThat(Agreement.isOnly(Position.AGREES.label())).isTrue();
    assertThat(Agreement.isOnly(Position.AGREES_WITH_COMMENTS.label())).isFalse();
    assertThat(Agreement.isOnly(null)).isFalse();
  }
}
