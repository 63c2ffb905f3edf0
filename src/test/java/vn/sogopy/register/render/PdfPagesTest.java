package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.register.render.PdfFile.blanks;
import static vn.sogopy.register.render.PdfFile.solid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

/** Registers of many pages. */
class PdfPagesTest {
  private static final String SENTENCE =
      "Đề nghị rà soát số liệu hạ tầng giao thông, làm rõ phương án phát triển mạng lưới đường bộ."
          + " ";

  /** The left edge of the comment column in annex I, in millimetres. */
  private static final float SAID_FROM = 30 + 15 + 26 + 30;

  private static final float SAID_TO = SAID_FROM + 72;

  private static Register large(int comments) {
    return Registers.large(comments, i -> "Ý kiến thứ " + i + ". " + SENTENCE.repeat(1 + i % 7));
  }

  private static List<Register.Row> rows(Register register) {
    return register.groups().stream()
        .flatMap(group -> group.bodies().stream())
        .flatMap(body -> body.rows().stream())
        .toList();
  }

  private static Register one(String said) {
    Register.Row row = Registers.row("1.1", "V.1", said, true);
    return Registers.of(
        DocumentKind.FULL,
        null,
        List.of(
            new Register.Group(
                "I", "G", "Nhóm", List.of(Registers.body(1, "a", "Sở A", List.of(), null, row)))));
  }

  /** The pages without their repeated text: marks, page number, head of the table. */
  private static String running(PdfFile pdf, int from, int to) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int page = from; page <= to; page++) {
      String all = pdf.page(page);
      String head = "chỉnh sửa) Ghi chú";
      int begin = all.indexOf(head);
      text.append(begin < 0 ? all : all.substring(begin + head.length())).append(' ');
    }
    return text.toString();
  }

  @Test
  void everyCommentInOrder() throws IOException {
    Register register = large(150);
    try (PdfFile pdf = PdfFile.of(register, null)) {
      StringBuilder column = new StringBuilder();
      for (int page = 2; page <= pdf.pages() - 3; page++) {
        column.append(pdf.column(page, SAID_FROM, SAID_TO, "Nội dung góp ý"));
      }
      String text = solid(column.toString());
      int at = 0;
      for (Register.Row row : rows(register)) {
        int found = text.indexOf(solid(row.fullContent()), at);
        assertThat(found).as(row.index()).isGreaterThanOrEqualTo(at);
        at = found + solid(row.fullContent()).length();
      }
    }
  }

  @Test
  void eachPartIsNumberedFromOneWithoutTheFirst() throws IOException {
    try (PdfFile pdf = PdfFile.of(large(60), Registers.ISSUED)) {
      int annexes = pdf.pages() - 4;
      assertThat(annexes).isGreaterThan(3);
      assertThat(pdf.page(2)).startsWith("DỮ LIỆU MẪU Phụ lục I ");
      for (int page = 2; page <= annexes; page++) {
        assertThat(pdf.page(1 + page)).startsWith("DỮ LIỆU MẪU " + page + " STT");
      }
      String[] labels =
          pdf.document().getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
      assertThat(labels[0]).isEqualTo("1");
      assertThat(labels[1]).isEqualTo("Phụ lục I, 1");
      assertThat(labels[2]).isEqualTo("Phụ lục I, 2");
      assertThat(labels[pdf.pages() - 1]).isEqualTo("Phụ lục IV, 1");
    }
  }

  @Test
  void tableHeadingIsOnEveryPage() throws IOException {
    try (PdfFile pdf = PdfFile.of(large(60), null)) {
      for (int page = 2; page <= pdf.pages() - 3; page++) {
        assertThat(pdf.page(page))
            .contains("Nội dung tiếp thu, giải trình (vị trí chỉnh sửa) Ghi chú");
      }
    }
  }

  @Test
  void bookmarksLeadToAnnexGroupAndAgency() throws IOException {
    Register register = large(90);
    try (PdfFile pdf = PdfFile.of(register, null)) {
      List<PdfFile.Bookmark> bookmarks = pdf.bookmarks();

      assertThat(bookmarks.stream().filter(mark -> mark.depth() == 0).map(PdfFile.Bookmark::title))
          .hasSize(6)
          .startsWith("BÁO CÁO " + register.report().subject())
          .endsWith("Phụ lục IV. DANH MỤC VĂN BẢN GÓP Ý");
      assertThat(bookmarks)
          .filteredOn(mark -> mark.depth() == 2)
          .hasSize(30)
          .allSatisfy(
              mark ->
                  assertThat(pdf.page(mark.page()))
                      .contains(mark.title().replace(". ", " ") + " (kèm theo"));
      assertThat(bookmarks)
          .filteredOn(mark -> mark.depth() == 1)
          .extracting(PdfFile.Bookmark::title)
          .startsWith("I. Nhóm 0", "II. Nhóm 1", "III. Nhóm 2");
      assertThat(bookmarks).extracting(PdfFile.Bookmark::page).isSorted();
    }
  }

  @Test
  void headingStaysWithItsFirstRow() throws IOException {
    Register register = large(90);
    try (PdfFile pdf = PdfFile.of(register, null)) {
      for (PdfFile.Bookmark mark : pdf.bookmarks()) {
        if (mark.depth() == 2) {
          String number = mark.title().substring(0, mark.title().indexOf('.'));
          assertThat(pdf.page(mark.page())).contains(" " + number + ".1 ");
        }
      }
    }
  }

  @Test
  void longRowContinuesOnTheNextPage() throws IOException {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      said.append("từ").append(i).append(i % 50 == 49 ? "\n" : " ");
    }
    String words = said.toString().strip();
    try (PdfFile pdf = PdfFile.of(one(words), null)) {
      int last = pdf.pages() - 3;
      assertThat(last).isGreaterThan(4);
      String text = running(pdf, 2, last);
      List<Integer> places = new ArrayList<>();
      for (String word : words.split("\\s")) {
        places.add((" " + blanks(text) + " ").indexOf(" " + word + " "));
      }
      assertThat(places).doesNotContain(-1).isSorted();
    }
  }

  @Test
  void nothingExceedsTheMargins() throws IOException {
    String word = "x".repeat(2_000);
    Register register = one("Từ dài: " + word + " https://vi.du/" + "a/b".repeat(90));
    try (PdfFile pdf = PdfFile.of(register, Registers.ISSUED)) {
      for (int page = 1; page <= pdf.pages(); page++) {
        assertThat(pdf.outside(page)).isEmpty();
      }
      assertThat(solid(running(pdf, 2, pdf.pages() - 3)).chars().filter(c -> c == 'x').count())
          .isGreaterThanOrEqualTo(2_000);
    }
  }
}
