package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of the merge, for any exported, sent and current values. */
class MergePropertiesTest {
  private static final UUID ID = UUID.fromString("0197b3a2-7c11-7d42-9a61-2f1f6f0c5a10");

  private static final List<WorklistColumn> FILLED =
      java.util.stream.Stream.of(WorklistColumn.values())
          .filter(column -> column.use() == WorklistColumn.Use.FILL)
          .toList();

  @Provide
  Arbitrary<Map<WorklistColumn, String>> cells() {
    return Arbitraries.maps(Arbitraries.of(FILLED), Arbitraries.of("a", "b", "c"))
        .map(
            made -> {
              Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
              cells.putAll(made);
              cells.computeIfPresent(WorklistColumn.DONE, (column, text) -> WorklistCells.YES);
              return cells;
            });
  }

  /** The values in the service after the merge of a row. */
  private static Map<WorklistColumn, String> taken(
      Map<WorklistColumn, String> base,
      Map<WorklistColumn, String> sheet,
      Map<WorklistColumn, String> now) {
    Merge merge = new Merge(sheet, now, Fingerprint.of(ID, base), false);
    return merge.unseen().isEmpty() ? merge.merged() : now;
  }

  @Property
  void secondMergeChangesNothing(
      @ForAll("cells") Map<WorklistColumn, String> base,
      @ForAll("cells") Map<WorklistColumn, String> sheet,
      @ForAll("cells") Map<WorklistColumn, String> now) {
    Map<WorklistColumn, String> first = taken(base, sheet, now);
    assertThat(taken(base, sheet, first)).isEqualTo(first);
  }

  @Property
  void existingValuesAreNeverErased(
      @ForAll("cells") Map<WorklistColumn, String> base,
      @ForAll("cells") Map<WorklistColumn, String> sheet,
      @ForAll("cells") Map<WorklistColumn, String> now) {
    assertThat(taken(base, sheet, now).keySet()).containsAll(now.keySet());
  }

  /** A cell is overwritten only if the service still has the exported value. */
  @Property
  void unseenChangesAreNotOverwritten(
      @ForAll("cells") Map<WorklistColumn, String> base,
      @ForAll("cells") Map<WorklistColumn, String> sheet,
      @ForAll("cells") Map<WorklistColumn, String> now) {
    Map<WorklistColumn, String> after = taken(base, sheet, now);
    for (WorklistColumn column : FILLED) {
      if (!java.util.Objects.equals(after.get(column), now.get(column))) {
        assertThat(now.get(column)).as(column.name()).isEqualTo(base.get(column));
        assertThat(after.get(column)).as(column.name()).isEqualTo(sheet.get(column));
      }
    }
  }

  /** An answer has one writer: never the result of one beside the text of another. */
  @Property
  void textsAreNeverMixed(
      @ForAll("cells") Map<WorklistColumn, String> base,
      @ForAll("cells") Map<WorklistColumn, String> sheet,
      @ForAll("cells") Map<WorklistColumn, String> now) {
    Map<WorklistColumn, String> after = taken(base, sheet, now);
    boolean sheetsOwn =
        WorklistColumn.WORDS.stream()
            .anyMatch(c -> !java.util.Objects.equals(after.get(c), now.get(c)));
    for (WorklistColumn column : WorklistColumn.WORDS) {
      if (sheetsOwn) {
        String seen = sheet.getOrDefault(column, base.get(column));
        assertThat(after.get(column)).as(column.name()).isEqualTo(seen);
      }
    }
  }

  /** Copies of one sheet, each filled in on its own rows, give the same result in any order. */
  @Property
  void copiesAreMergedInAnyOrder(
      @ForAll("cells") Map<WorklistColumn, String> base,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 3) Integer> owners,
      @ForAll("cells") Map<WorklistColumn, String> filled,
      @ForAll long seed) {
    Map<WorklistColumn, String> full = new EnumMap<>(WorklistColumn.class);
    full.putAll(base);
    full.putAll(filled);
    List<Integer> copies = new ArrayList<>(List.of(0, 1, 2, 3));
    java.util.Collections.shuffle(copies, new Random(seed));
    Map<Integer, Map<WorklistColumn, String>> rows = new HashMap<>();
    for (int row = 0; row < owners.size(); row++) {
      rows.put(row, base);
    }
    for (int copy : copies) {
      for (int row = 0; row < owners.size(); row++) {
        Map<WorklistColumn, String> sheet = owners.get(row) == copy ? full : base;
        Merge merge = new Merge(sheet, rows.get(row), Fingerprint.of(ID, base), false);
        assertThat(merge.unseen()).isEmpty();
        rows.put(row, merge.merged());
      }
    }
    assertThat(rows.values()).allSatisfy(row -> assertThat(row).isEqualTo(full));
  }
}
