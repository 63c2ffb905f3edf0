package vn.sogopy.plan.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.problem.ProblemException;

class OutlineBuilderTest {
  private static final UUID DRAFT = UUID.randomUUID();
  private static final Lineages NO_LINEAGES = new Lineages(List.of(), List.of(), null);

  private static SectionView line(String code, String parent) {
    return new SectionView(code, "Mục " + code, parent, null, null, null, null);
  }

  private static List<Section> build(SectionView... lines) {
    return new OutlineBuilder(DRAFT, NO_LINEAGES).build(List.of(lines));
  }

  private static List<String> errors(SectionView... lines) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> build(lines));
    assertThat(refused).isNotNull();
    return refused.errors().stream()
        .map(error -> error.name() + " " + error.code().code() + " " + error.arguments())
        .toList();
  }

  @Test
  void pathsCountSiblings() {
    List<Section> built =
        build(
            line("BCTH", null),
            line("I", "BCTH"),
            line("I.1", "I"),
            line("II", "BCTH"),
            line("BĐ", null));

    assertThat(built.stream().map(s -> s.code + " " + s.path))
        .containsExactly("BCTH 0001", "I 00010001", "I.1 000100010001", "II 00010002", "BĐ 0002");
    assertThat(built.get(0).parentId).isNull();
    assertThat(built.get(2).parentId).isEqualTo(built.get(1).id);
    assertThat(built).allMatch(section -> section.draftId.equals(DRAFT));
    assertThat(built.get(4).codeKey).isEqualTo("bd");
  }

  @Test
  void sampleOutline() throws IOException {
    List<SectionView> lines = new ArrayList<>();
    try (var in =
        new InputStreamReader(
            getClass().getResourceAsStream("/sample/outline.csv"), StandardCharsets.UTF_8)) {
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .forEach(
              row ->
                  lines.add(
                      line(
                          row.get("code"),
                          row.get("parent").isEmpty() ? null : row.get("parent"))));
    }

    List<Section> built = new OutlineBuilder(DRAFT, NO_LINEAGES).build(lines);

    assertThat(built).hasSize(lines.size()).hasSizeGreaterThan(95);
    Map<String, String> paths = new HashMap<>();
    built.forEach(section -> paths.put(section.code, section.path));
    assertThat(paths)
        .containsKeys(
            "BCTH", "BCTT", "ĐMC", "BĐ", "DTQĐ", "MĐ.4", "I.4.7", "VIII.2.8", "XI.5", "PL");
    assertThat(paths.get("V.1")).startsWith(paths.get("V")).startsWith(paths.get("BCTH"));
    assertThat(paths.get("VIII.2.8")).startsWith(paths.get("VIII.2"));
    assertThat(paths.get("IX.1")).isGreaterThan(paths.get("VIII.2.8"));
    // The sample is in outline order already.
    assertThat(built.stream().map(s -> s.path)).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"V.1, V.1", "MĐ.1, MD.1", "MĐ.1, mđ.1", "ĐMC, dmc", "BĐ, bd"})
  void codesAreUniqueIgnoringAccentsAndCase(String code, String again) {
    assertThat(errors(line(code, null), line(again, null)))
        .containsExactly("/items/1/code already-used [" + again + "]");
  }

  @Test
  void parentIsFoundIgnoringAccentsAndCase() {
    List<Section> built = build(line("ĐMC", null), line("ĐMC.1", "dmc"));

    assertThat(built.get(1).path).isEqualTo("00010001");
  }

  @Test
  void parentPrecedesChildren() {
    assertThat(errors(line("A", "B"), line("B", null)))
        .containsExactly("/items/0/parent parent-comes-later [B]");
    assertThat(errors(line("A", "A"))).containsExactly("/items/0/parent parent-comes-later [A]");
    // B is below a refused line and has no error of its own.
    assertThat(errors(line("A", "B"), line("B", "A")))
        .containsExactly("/items/0/parent parent-comes-later [B]");
  }

  @Test
  void levelsAreLimited() {
    SectionView[] lines = new SectionView[9];
    for (int i = 0; i < 9; i++) {
      lines[i] = line("c" + i, i == 0 ? null : "c" + (i - 1));
    }

    assertThat(build(Arrays.copyOf(lines, 8)).get(7).path).hasSize(8 * OutlineBuilder.DIGITS);
    assertThat(errors(lines)).containsExactly("/items/8/parent too-deep [8]");
  }

  @Test
  void everyInvalidLineIsNamed() {
    assertThat(
            errors(
                line("A", null),
                line("B", "X"),
                line("a", null),
                line("C", "A"),
                line("D", "Y"),
                line("C", "A")))
        .containsExactly(
            "/items/1/parent unknown-parent [X]",
            "/items/2/code already-used [a]",
            "/items/4/parent unknown-parent [Y]",
            "/items/5/code already-used [C]");
  }

  @Test
  void linesBelowARefusedLineAreNotNamed() {
    assertThat(errors(line("B", "X"), line("B.1", "B"), line("B.1.1", "B.1"), line("B.1.1", "B.1")))
        .containsExactly("/items/0/parent unknown-parent [X]");
  }

  @Test
  void responsibleCodesAreDistinct() {
    SectionView line =
        new SectionView("A", "x", null, null, List.of("sxd", "sgtvt", "sxd"), null, null);
    assertThat(build(line).get(0).responsible).containsExactly("sxd", "sgtvt");
  }

  @Test
  void lineageIsFoundByCode() {
    Section earlier = build(line("MĐ.1", null)).get(0);
    UUID lineage = earlier.lineageId;
    List<Section> built =
        new OutlineBuilder(DRAFT, new Lineages(List.of(), List.of(earlier), 1))
            .build(List.of(line("V.1", null), line("MĐ.1", null), line("MĐ.2", null)));

    assertThat(built.get(1).lineageId).isEqualTo(lineage);
    assertThat(built.stream().map(s -> s.lineageId)).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(built.get(1).id).isNotEqualTo(lineage);
  }

  /**
   * @param parents for each line the index of its parent, or -1
   */
  @Property
  void pathsAreInOutlineOrderAndPrefixesAreAncestors(@ForAll("forests") List<Integer> parents) {
    SectionView[] lines = new SectionView[parents.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line("c" + i, parents.get(i) < 0 ? null : "c" + parents.get(i));
    }

    List<Section> built = build(lines);

    List<String> byPath =
        built.stream().sorted(Comparator.comparing(s -> s.path)).map(s -> s.code).toList();
    List<String> depthFirst = new ArrayList<>();
    visit(-1, parents, depthFirst);
    assertThat(byPath).isEqualTo(depthFirst);
    for (int i = 0; i < lines.length; i++) {
      for (int j = 0; j < lines.length; j++) {
        assertThat(built.get(j).path.startsWith(built.get(i).path))
            .isEqualTo(isAtOrAbove(i, j, parents));
      }
    }
  }

  private static void visit(int parent, List<Integer> parents, List<String> visited) {
    for (int i = 0; i < parents.size(); i++) {
      if (parents.get(i) == parent) {
        visited.add("c" + i);
        visit(i, parents, visited);
      }
    }
  }

  private static boolean isAtOrAbove(int above, int below, List<Integer> parents) {
    for (int at = below; at >= 0; at = parents.get(at)) {
      if (at == above) {
        return true;
      }
    }
    return false;
  }

  /** The parent of a line is an earlier line or none; there are at most seven levels. */
  @Provide
  Arbitrary<List<Integer>> forests() {
    return Arbitraries.integers()
        .between(0, 1_000_000)
        .list()
        .ofMaxSize(40)
        .map(
            choices -> {
              List<Integer> parents = new ArrayList<>();
              List<Integer> levels = new ArrayList<>();
              for (int choice : choices) {
                int parent = choice % (parents.size() + 1) - 1;
                if (parent >= 0 && levels.get(parent) == 8) {
                  parent = -1;
                }
                parents.add(parent);
                levels.add(parent < 0 ? 1 : levels.get(parent) + 1);
              }
              return parents;
            });
  }
}
