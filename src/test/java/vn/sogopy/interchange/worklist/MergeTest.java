package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.interchange.worklist.WorklistColumn.ASSIGNEE;
import static vn.sogopy.interchange.worklist.WorklistColumn.CONTENT;
import static vn.sogopy.interchange.worklist.WorklistColumn.DECISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.DONE;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESPONSE;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESULT;
import static vn.sogopy.interchange.worklist.WorklistColumn.RETURN_REASON;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_PAGE;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The three-way merge of a row: exported, sent, current. */
class MergeTest {
  private static final UUID ID = UUID.fromString("0197b3a2-7c11-7d42-9a61-2f1f6f0c5a10");

  private static Map<WorklistColumn, String> cells(Object... columnsAndTexts) {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    for (int i = 0; i < columnsAndTexts.length; i += 2) {
      cells.put((WorklistColumn) columnsAndTexts[i], (String) columnsAndTexts[i + 1]);
    }
    return cells;
  }

  private static Merge merge(
      Map<WorklistColumn, String> base,
      Map<WorklistColumn, String> sheet,
      Map<WorklistColumn, String> now) {
    return new Merge(sheet, now, Fingerprint.of(ID, base), false);
  }

  private static final Map<WorklistColumn, String> NOTHING = cells();
  private static final Map<WorklistColumn, String> ONE = cells(RESULT, "Tiếp thu", RESPONSE, "a");
  private static final Map<WorklistColumn, String> OTHER = cells(RESULT, "Ghi nhận", RESPONSE, "b");

  @Test
  void unchangedExportChangesNothing() {
    assertThat(merge(ONE, ONE, OTHER).changes()).isEmpty();
    assertThat(merge(ONE, ONE, OTHER).unseen()).isEmpty();
  }

  @Test
  void emptyCellErasesNothing() {
    Merge merge = merge(ONE, NOTHING, ONE);
    assertThat(merge.changes()).isEmpty();
    assertThat(merge.merged()).isEqualTo(ONE);
  }

  @Test
  void changeInTheSheetIsWritten() {
    Merge merge = merge(NOTHING, ONE, NOTHING);
    assertThat(merge.changes()).containsExactly(RESULT, RESPONSE);
    assertThat(merge.unseen()).isEmpty();
    assertThat(merge.merged()).isEqualTo(ONE);
  }

  @Test
  void equalChangesAreUnchanged() {
    assertThat(merge(NOTHING, ONE, ONE).changes()).isEmpty();
    assertThat(merge(NOTHING, ONE, ONE).unseen()).isEmpty();
  }

  @Test
  void differentChangesAreAConflict() {
    assertThat(merge(NOTHING, ONE, OTHER).unseen()).containsExactly(RESULT, RESPONSE);
    // An equal result does not make the other text known to the writer.
    assertThat(merge(NOTHING, ONE, cells(RESULT, "Tiếp thu", RESPONSE, "b")).unseen())
        .containsExactly(RESPONSE);
    // The result of one writer is never combined with the text of another.
    assertThat(
            merge(
                    ONE,
                    cells(RESULT, "Ghi nhận", RESPONSE, "a"),
                    cells(RESULT, "Tiếp thu", RESPONSE, "c"))
                .unseen())
        .containsExactly(RESPONSE);
  }

  @Test
  void assignmentAndPageDoNotConflictWithText() {
    Map<WorklistColumn, String> moved = cells(REVISION_PAGE, "49", ASSIGNEE, "Chuyên gia B");
    Merge merge = merge(cells(REVISION_PAGE, "48"), with(ONE, REVISION_PAGE, "48"), moved);
    assertThat(merge.unseen()).isEmpty();
    assertThat(merge.merged())
        .isEqualTo(with(with(ONE, REVISION_PAGE, "49"), ASSIGNEE, "Chuyên gia B"));
  }

  @Test
  void placeDependsOnTheAnswer() {
    Map<WorklistColumn, String> sheet = with(ONE, REVISION_PAGE, "48");
    assertThat(merge(ONE, sheet, ONE).changes()).containsExactly(REVISION_PAGE);
    assertThat(merge(ONE, sheet, ONE).unseen()).isEmpty();
    assertThat(merge(ONE, sheet, OTHER).unseen()).containsExactly(RESULT, RESPONSE);
    assertThat(merge(ONE, sheet, with(ONE, REVISION_PAGE, "50")).unseen())
        .containsExactly(REVISION_PAGE);
  }

  /** A list of places is not disturbed by the words of an answer. */
  @Test
  void placeAloneDependsOnTheResult() {
    Map<WorklistColumn, String> sheet = cells(REVISION_PAGE, "48");
    Fingerprint base = Fingerprint.of(ID, ONE);
    Map<WorklistColumn, String> reworded = cells(RESULT, "Tiếp thu", RESPONSE, "b");
    Merge merge = new Merge(sheet, reworded, base, true);
    assertThat(merge.unseen()).isEmpty();
    assertThat(merge.merged()).isEqualTo(with(reworded, REVISION_PAGE, "48"));
    assertThat(new Merge(sheet, OTHER, base, true).unseen()).containsExactly(RESULT);
    assertThat(new Merge(sheet, with(ONE, REVISION_PAGE, "50"), base, true).unseen())
        .containsExactly(REVISION_PAGE);
  }

  @Test
  void doneDependsOnTheAnswer() {
    Map<WorklistColumn, String> sheet = with(ONE, DONE, "x");
    assertThat(merge(ONE, sheet, ONE).changes()).containsExactly(DONE);
    assertThat(merge(ONE, sheet, OTHER).unseen()).containsExactly(RESULT, RESPONSE);
    assertThat(merge(ONE, sheet, with(ONE, DONE, "x")).changes()).isEmpty();
  }

  /** The same sheet is sent again after its answer was returned. */
  @Test
  void oldDoneKeepsAReturn() {
    Map<WorklistColumn, String> sheet = with(ONE, DONE, "x");
    assertThat(merge(NOTHING, sheet, with(ONE, RETURN_REASON, "Ghi rõ trang")).unseen())
        .containsExactly(RETURN_REASON);
    Map<WorklistColumn, String> returned = with(ONE, RETURN_REASON, "Ghi rõ trang");
    assertThat(merge(returned, sheet, returned).unseen()).isEmpty();
    Map<WorklistColumn, String> mended =
        cells(RESULT, "Tiếp thu", RESPONSE, "a, trang 48", DONE, "x");
    assertThat(merge(ONE, mended, returned).unseen()).isEmpty();
  }

  @Test
  void decisionDependsOnTheAnswer() {
    Map<WorklistColumn, String> sheet = with(ONE, DECISION, "Duyệt");
    assertThat(merge(ONE, sheet, ONE).unseen()).isEmpty();
    assertThat(merge(ONE, sheet, OTHER).unseen()).containsExactly(RESULT, RESPONSE);
    assertThat(merge(ONE, sheet, with(ONE, REVISION_PAGE, "1")).unseen())
        .containsExactly(REVISION_PAGE);
    assertThat(merge(ONE, sheet, with(OTHER, DECISION, "Duyệt")).changes()).isEmpty();
  }

  @Test
  void conflictOfAssignments() {
    Merge merge = merge(NOTHING, with(ONE, ASSIGNEE, "A"), cells(ASSIGNEE, "B"));
    assertThat(merge.unseen()).containsExactly(ASSIGNEE);
  }

  @Test
  void formatChangesOfSpreadsheetsAreIgnored() {
    String words = "'= Tiếp thu,\n\tđã  bổ sung";
    Fingerprint base = Fingerprint.of(ID, cells(RESPONSE, words, CONTENT, "x"));
    assertThat(base.had(RESPONSE, Normalizer.normalize(words, Normalizer.Form.NFD))).isTrue();
    assertThat(base.had(RESPONSE, "= Tiếp thu,\r\n đã bổ\u00A0sung ")).isTrue();
    assertThat(base.had(RESPONSE, "= Tiếp thu, chưa bổ sung")).isFalse();
    assertThat(base.had(RESULT, "")).isTrue();
    assertThat(base.had(CONTENT, "")).isFalse();
  }

  @Test
  void hiddenCellsBelongToTheirComment() {
    String text = Fingerprint.of(ID, ONE).toString();
    assertThat(Fingerprint.parse(ID, text)).hasToString(text);
    assertThat(Fingerprint.parse(UUID.randomUUID(), text)).isNull();
    assertThat(Fingerprint.parse(ID, text.substring(1))).isNull();
    assertThat(Fingerprint.parse(ID, "")).isNull();
    char last = text.charAt(20);
    assertThat(
            Fingerprint.parse(
                ID, text.substring(0, 20) + (last == 'A' ? 'B' : 'A') + text.substring(21)))
        .isNull();
  }

  static Map<WorklistColumn, String> with(
      Map<WorklistColumn, String> cells, WorklistColumn column, String text) {
    Map<WorklistColumn, String> copy = cells(column, text);
    cells.forEach(copy::putIfAbsent);
    return copy;
  }
}
