package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.register.Snapshots.comment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;

/** The wordings of docs/domain.md sections 5 and 6. */
class WordingTest {
  private static final Snapshot.BodyRef SGTVT = Snapshots.body(4, 1, "sgtvt");
  private static final Map<String, Snapshot.SectionRef> PLACES =
      Snapshots.of(List.of(), List.of()).places();

  private static Snapshots.Row row() {
    return comment(SGTVT);
  }

  private static String answer(Snapshots.Row row) {
    return Wording.answer(row.row(), PLACES);
  }

  @Test
  void title() {
    assertThat(ReportWording.title(Snapshots.of(List.of(), List.of()), DocumentKind.FULL))
        .isEqualTo(
            "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO (LẦN 2)"
                + " QUY HOẠCH TỈNH BẮC KẠN THỜI KỲ 2021-2030");
  }

  @ParameterizedTest
  @CsvSource({
    "642/SXD-QHKT, 2022-02-25, số 642/SXD-QHKT ngày 25/02/2022",
    "452/SXD-QHKT, 2022-02-10, số 452/SXD-QHKT ngày 10/02/2022",
    "12/SXD, 2022-04-06, số 12/SXD ngày 06/4/2022"
  })
  void citations(String number, LocalDate date, String citation) {
    assertThat(Wording.citation(Snapshots.letter(SGTVT, number, date))).isEqualTo(citation);
  }

  @Test
  void places() {
    assertThat(Wording.place(row().page(45).row()))
        .isEqualTo("Báo cáo tổng hợp, mục V.1, trang 45");
    assertThat(Wording.place(row().row())).isEqualTo("Báo cáo tổng hợp, mục V.1");
    assertThat(Wording.place(row().onDocument().row())).isEqualTo("Báo cáo tổng hợp");
    assertThat(Wording.place(row().onDocument().page(3).row()))
        .isEqualTo("Báo cáo tổng hợp, trang 3");
    assertThat(Wording.place(row().general().row())).isEqualTo("Ý kiến chung");
    assertThat(Wording.place(row().general().page(3).row())).isEqualTo("Ý kiến chung, trang 3");
    assertThat(Wording.place(row().pages("45-46, 50").row()))
        .isEqualTo("Báo cáo tổng hợp, mục V.1, trang 45-46, 50");
    assertThat(Wording.place(row().general().pages("3-4").row()))
        .isEqualTo("Ý kiến chung, trang 3-4");
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
  void unapprovedIsUnderConsideration(Status status) {
    Snapshots.Row row = row().answered(status, Result.ACCEPTED, "Nháp.").revision("V.1", 48, null);

    assertThat(Wording.result(row.row())).isEqualTo("Đang nghiên cứu, xử lý");
    assertThat(answer(row)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void approvedResultHasItsLabel(Result result) {
    assertThat(Wording.result(row().approved(result).row())).isEqualTo(result.label());
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "PARTIALLY_ACCEPTED"})
  void acceptedCommentNamesThePlace(Result result) {
    assertThat(answer(row().approved(result).revision("V.1", 48, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)");
    assertThat(answer(row().approved(result).revision("V.1", null, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại mục V.1 Báo cáo tổng hợp)");
    assertThat(answer(row().approved(result).revision(null, 48, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48)");
    assertThat(answer(row().approved(result).revision(null, null, "bảng 12")))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại bảng 12)");
    assertThat(answer(row().approved(result).revision("V.1", 48, "bảng 12")))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp, bảng 12)");
  }

  @Test
  void rangesOfPages() {
    Snapshots.Row accepted = row().approved(Result.ACCEPTED);
    assertThat(answer(accepted.revisionPages("48-49, 52")))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48-49, 52)");
    assertThat(Wording.isUnplacedChange(accepted.row())).isFalse();
    assertThat(answer(accepted.revision("V.1", null, "bảng 12").revisionPages("48-49, 52")))
        .isEqualTo(
            "Trả lời.\n(đã chỉnh sửa tại trang 48-49, 52, mục V.1 Báo cáo tổng hợp, bảng 12)");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "PARTIALLY_ACCEPTED"})
  void acceptedCommentWithoutPlace(Result result) {
    assertThat(answer(row().approved(result)))
        .isEqualTo("Trả lời.\n(sẽ chỉnh sửa tại mục V.1 Báo cáo tổng hợp)");
    assertThat(answer(row().general().approved(result))).isEqualTo("Trả lời.\n(sẽ chỉnh sửa)");
    assertThat(answer(row().onDocument().approved(result))).isEqualTo("Trả lời.\n(sẽ chỉnh sửa)");
  }

  @Test
  void sectionIsFoundIgnoringAccents() {
    assertThat(answer(row().approved(Result.ACCEPTED).revision("v.1", 48, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48, mục v.1 Báo cáo tổng hợp)");
    assertThat(answer(row().approved(Result.ACCEPTED).revision("XII", null, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại mục XII)");
  }

  /** A document is not printed as a section of itself. */
  @Test
  void placeCanBeADocument() {
    assertThat(answer(row().approved(Result.ACCEPTED).revision("BCTH", 48, null)))
        .isEqualTo("Trả lời.\n(đã chỉnh sửa tại trang 48, Báo cáo tổng hợp)");
  }

  @Test
  void otherResultsWithPlace() {
    assertThat(answer(row().approved(Result.ALREADY_COVERED).revision("V.1", 12, null)))
        .isEqualTo("Trả lời.\n(đã có tại trang 12, mục V.1 Báo cáo tổng hợp)");
    for (Result result : List.of(Result.EXPLAINED, Result.NOTED, Result.OUT_OF_SCOPE)) {
      assertThat(answer(row().approved(result))).isEqualTo("Trả lời.");
      assertThat(answer(row().approved(result).revision(null, 12, null)))
          .isEqualTo("Trả lời.\n(xem trang 12)");
    }
  }
}
