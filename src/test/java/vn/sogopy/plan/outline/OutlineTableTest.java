package vn.sogopy.plan.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.plan.outline.SectionView.Continued;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

class OutlineTableTest {

  private static OutlineTable read(String csv) {
    return OutlineTable.read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static FieldError refusal(String csv) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(csv));
    assertThat(refused.errors()).hasSize(1);
    return refused.errors().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code,title,parent,responsible,defaultAssignee\nV,Hạ tầng,,,\nV.1,Giao thông,V,sgtvt; sxd,A\n",
        "Mã;Tên mục;Mục cha;Cơ quan phụ trách;Người xử lý\r\nV;Hạ tầng;;;\r\nV.1;Giao thông;V;sgtvt,sxd;A",
        "\uFEFFNGUOI XU LY,Ten muc,Co quan phu trach,Ma,Muc cha\n\n,Hạ tầng,,V,\nA,Giao thông,\"sgtvt,sxd\",V.1,V",
      })
  void headingsInAnyOrderAndLanguage(String csv) {
    OutlineTable table = read(csv);
    assertThat(table.sections())
        .containsExactly(
            new SectionView("V", "Hạ tầng", null, null, List.of(), null, null),
            new SectionView("V.1", "Giao thông", "V", null, List.of("sgtvt", "sxd"), "A", null));
    assertThat(table.ignored().columns()).isEmpty();
  }

  @Test
  void continuesColumn() {
    assertThat(
            read("Mã,Tên,Tiếp nối mục\nV.1,a,mục mới\nV.2,b,V.1\nV.3,c,\nV.4,d,MUC MOI").sections())
        .extracting(SectionView::continues)
        .containsExactly(Continued.NONE, Continued.of("V.1"), Continued.SAME_CODE, Continued.NONE);
  }

  @Test
  void numberOfSectionsIsLimited() {
    assertThat(refusal("code,title\n" + "V,x\n".repeat(5_001)))
        .isEqualTo(FieldError.pointer("", FieldCode.TOO_LONG, 5_000));
    assertThat(read("code,title\n" + "V,x\n".repeat(5_000)).sections()).hasSize(5_000);
  }

  @Test
  void unknownColumnsAreListed() {
    assertThat(read("STT,code,Ghi chú,title\n1,V,x,y").ignored().columns())
        .containsExactly("STT", "Ghi chú");
  }

  @Test
  void invalidTables() {
    assertThat(refusal("").code()).isEqualTo(FieldCode.EMPTY_FILE);
    assertThat(refusal("code,tytle\nV,x"))
        .isEqualTo(FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "title").in(null, 1, null));
    assertThat(refusal("code,title,Mã\nV,x,V"))
        .isEqualTo(FieldError.pointer("", FieldCode.ALREADY_USED, "Mã").in(null, 1, "Mã"));
    assertThat(refusal("code,title\nV,\"x").code()).isEqualTo(FieldCode.MALFORMED_CSV);
    assertThat(refusal("code,Tên mục\nV,x\nVI,a\u0001b"))
        .isEqualTo(
            FieldError.pointer("/items/1/title", FieldCode.INVALID_TEXT, "U+0001")
                .in(null, 3, "Tên mục"));
  }

  /** Lines of the file, not rows: a cell may contain line breaks, and empty lines count. */
  @Test
  void errorsNameTheLine() {
    OutlineTable table = read("Mã,Tên mục,Mục cha\n\nV,\"Hạ\ntầng\",\nV.1,x,Q\n");
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                table.located(
                    () -> {
                      throw ProblemException.invalid(
                          FieldError.pointer("/items/0/title", FieldCode.TOO_LONG, 5),
                          FieldError.pointer("/items/1/parent", FieldCode.UNKNOWN_PARENT, "Q"),
                          FieldError.pointer("/items/1/responsible/0", FieldCode.REQUIRED),
                          FieldError.pointer("/items", FieldCode.TOO_LONG, 5));
                    }));
    assertThat(refused.errors())
        .containsExactly(
            FieldError.pointer("/items/0/title", FieldCode.TOO_LONG, 5).in(null, 3, "Tên mục"),
            FieldError.pointer("/items/1/parent", FieldCode.UNKNOWN_PARENT, "Q")
                .in(null, 5, "Mục cha"),
            FieldError.pointer("/items/1/responsible/0", FieldCode.REQUIRED)
                .in(null, 5, "responsible"),
            FieldError.pointer("/items", FieldCode.TOO_LONG, 5));
  }

  @Property
  void writeReadRoundTrip(@ForAll("sections") List<SectionView> sections) throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    OutlineTable.write(new Outline(sections, null, null, 0), csv);
    assertThat(OutlineTable.read(csv.toByteArray()).sections()).isEqualTo(sections);
  }

  @Provide
  Arbitrary<List<SectionView>> sections() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("aĂđ,;\"'=+-@ .1\n")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(String::strip)
            .filter(s -> !s.isEmpty() && !s.matches("(?s)'[=+@-].*"));
    Arbitrary<String> code = Arbitraries.strings().withChars("aĐ.1-").ofMinLength(1).ofMaxLength(8);
    Arbitrary<Continued> continued =
        Arbitraries.oneOf(
            Arbitraries.of(Continued.SAME_CODE, Continued.NONE), code.map(Continued::of));
    return Combinators.combine(
            code,
            text,
            code.injectNull(0.3),
            code.list().ofMaxSize(3),
            text.injectNull(0.3),
            continued)
        .as(
            (c, title, parent, bodies, who, before) ->
                new SectionView(c, title, parent, null, bodies, who, before))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
