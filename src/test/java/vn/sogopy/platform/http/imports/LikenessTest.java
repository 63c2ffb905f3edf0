package vn.sogopy.platform.http.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;

class LikenessTest {
  private enum Known implements TableColumn {
    SECTION("Mục", "phần, mục"),
    PAGE("Trang", "số trang"),
    DATE("Ngày văn bản", "ngày"),
    CONTENT("Nội dung góp ý", "nội dung");

    private final List<String> headings;

    Known(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }

    @Override
    public List<String> alike() {
      return this == CONTENT ? List.of("Lời") : List.of();
    }
  }

  private static List<Known> like(String heading) {
    return Arrays.stream(Known.values())
        .filter(column -> Likeness.resembles(heading, column))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Mục cấp trên, SECTION",
    "MUC CAP TREN, SECTION",
    "Trang (số), PAGE",
    "Số trang in, PAGE",
    "Ngày văn bản đi, DATE",
    "Ngay van bản, DATE",
    "Nội dung góp ís, CONTENT",
    "Nội dung tiếp thu, CONTENT",
    "Lời góp ý, CONTENT"
  })
  void resembles(String heading, Known column) {
    assertThat(like(heading)).containsExactly(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trạng thái",
        "Số ý kiến",
        "Số điện thoại",
        "Ghi chú",
        "Ngày hoàn thành",
        "Kết quả xử lý",
        "Lời",
        "STT"
      })
  void isAnotherColumn(String heading) {
    assertThat(like(heading)).isEmpty();
  }
}
