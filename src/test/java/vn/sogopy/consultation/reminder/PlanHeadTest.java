package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer of the letterhead in prose. */
class PlanHeadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SỞ TÀI CHÍNH | Sở Tài chính",
        "SỞ KẾ HOẠCH VÀ ĐẦU TƯ | Sở Kế hoạch và Đầu tư",
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH | Sở Văn hóa, Thể thao và Du lịch",
        "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI | Sở Lao động - Thương binh và Xã hội",
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP | Ban Quản lý các khu công nghiệp",
        "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN | Ủy ban nhân dân tỉnh Bắc Kạn",
        "THANH TRA TỈNH | Thanh tra tỉnh",
        "Sở Công Thương | Sở Công Thương",
        "Viện QHĐT | Viện QHĐT"
      })
  void capitalsBecomeNormalLetters(String printed, String prose) {
    assertThat(PlanHead.prose(printed, "Bắc Kạn")).isEqualTo(prose);
  }

  @ParameterizedTest
  @CsvSource({"ỦY BAN NHÂN DÂN TỈNH BẮC KẠN, Ủy ban nhân dân tỉnh bắc kạn", "SỞ B, Sở B"})
  void withoutTheNameOfTheProvince(String printed, String prose) {
    assertThat(PlanHead.prose(printed, null)).isEqualTo(prose);
  }
}
