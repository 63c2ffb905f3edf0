package vn.sogopy.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.sql.Sql;

/** The patterns, as PostgreSQL reads them. */
@QuarkusTest
class NamePatternTest {
  @Inject DataSource source;

  private boolean matches(String text, String pattern) {
    return Sql.of("select ?::text collate \"und-x-icu\" ~* ?", text, pattern)
        .first(source, row -> row.getBoolean(1))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "Trần Văn Hùng, Đã gọi anh Trần Văn Hùng 0912, true",
    "Trần Văn Hùng, TRẦN VĂN HÙNG, true",
    "trần văn hùng, Trần  Văn Hùng, true",
    "Trần Văn Hùng, da goi Tran Van Hung, true",
    "Trần Văn Hùng, Trần Văn Hưng, false",
    "Trần Văn Hùng, Trần Văn Hùngg, false",
    "Trần Văn Hùng, XTrần Văn Hùng, false",
    "Lê Thị Hòa, Lê Thị Hoà, true",
    "Lê Thị Hoà, LÊ THỊ HÒA, true",
    "Nguyễn Đức Ợ, NGUYỄN ĐỨC Ợ, true",
    "Tran Van Hung, Trần Văn Hùng, true",
    "Tran Van Hung, Trần Văn Hưng, true",
    "Jean-Luc (Sr.) Mai, gặp JEAN-LUC (Sr.) Mai hôm qua, true",
    "Jean-Luc (Sr.) Mai, gặp Jean-Luc Sr Mai hôm qua, false"
  })
  void nameIsFoundAsTypedOrWithoutAccents(String name, String text, boolean found) {
    assertThat(matches(text, NamePattern.of(name))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "tran van hung, Trần Văn Hưng, true",
    "Trần Văn Hùng, Tran Văn HƯNG, true",
    "duong, Đường 3/2, true",
    "an, dự án, true",
    "an, đoàn, false"
  })
  void anyAccentsAreFound(String name, String text, boolean found) {
    assertThat(matches(text, NamePattern.any(name))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "Lê Văn An, Lê Văn An, true",
    "Lê Văn An, ông Lê Văn An (Phòng Quy hoạch), true",
    "Lê Văn An, 'Lê Văn An, Trưởng phòng', true",
    "Lê Văn, Lê Văn An, false",
    "Văn An, Lê Văn An, false",
    "Lê Văn An, Trần Lê Văn An, false",
    "Lê Văn An, 'PGS.TS. Lê Văn An', true",
    "Lê Văn An, 'Bà Trần Thị Chi, ThS. Lê Văn An', true",
    "Lê Văn An, Phòng Quy hoạch - đồng chí Lê Văn An, true",
    "Lê Văn An, Trưởng phòng Lê Văn An, false",
    "Luc Mai, Jean-Luc Mai, false",
    "Tuấn Kiệt, Lê Anh Tuấn Kiệt, false"
  })
  void fieldWithALongerNameIsAnotherPerson(String name, String field, boolean found) {
    assertThat(matches(field, NamePattern.whole(NamePattern.of(name)))).isEqualTo(found);
  }

  /** A line break in a JSON text is a backslash and a letter. */
  @Test
  void nameBeginsALineOfAJsonText() {
    String json = "{\"text\": \"Đã gọi\\nNguyễn Văn\\tBách\\nhẹn mai\"}";
    assertThat(matches(json, NamePattern.of("Nguyễn Văn Bách"))).isTrue();
  }
}
