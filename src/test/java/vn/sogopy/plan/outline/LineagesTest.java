package vn.sogopy.plan.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sogopy.plan.outline.SectionView.Continued;

/** Which earlier sections the sections of a new outline continue. */
class LineagesTest {
  private static Section section(String code) {
    Section section = new Section();
    section.code = code;
    section.codeKey = Section.key(code);
    section.lineageId = UUID.randomUUID();
    return section;
  }

  private static SectionView line(String code, Continued continues) {
    return new SectionView(code, "x", null, null, null, null, continues);
  }

  private final Section roads = section("V.1");
  private final Section power = section("V.2");
  private final List<Section> earlier = List.of(roads, power);

  @Test
  void equalCodeContinues() {
    Lineages lineages = new Lineages(List.of(), earlier, 1);
    assertThat(lineages.of(line("v.1", null))).isEqualTo(roads.lineageId);
    assertThat(lineages.of(line("V.3", null))).isNull();
  }

  @Test
  void insertedSectionShiftsTheOthers() {
    List<SectionView> lines =
        List.of(
            line("V.1", Continued.NONE),
            line("V.2", Continued.of("v.1")),
            line("V.3", Continued.of("V.2")));
    // As after a copy: this draft already has the outline of draft 1.
    Lineages lineages = new Lineages(earlier, earlier, 1);
    assertThat(lineages.claim(lines)).isEmpty();
    assertThat(lines.stream().map(lineages::of))
        .containsExactly(null, roads.lineageId, power.lineageId);
  }

  @Test
  void claimedSectionIsNotContinuedByCode() {
    List<SectionView> lines = List.of(line("V.1", null), line("V.2", Continued.of("V.1")));
    Lineages lineages = new Lineages(earlier, earlier, 1);
    lineages.claim(lines);
    assertThat(lines.stream().map(lineages::of)).containsExactly(null, roads.lineageId);
  }

  @Test
  void newSectionKeepsItsLineage() {
    Section rail = section("V.9");
    Lineages lineages = new Lineages(List.of(rail), earlier, 1);
    assertThat(lineages.of(line("V.9", Continued.NONE))).isEqualTo(rail.lineageId);
  }

  @Test
  void dividedSection() {
    List<SectionView> lines =
        List.of(line("V.1a", Continued.of("V.1")), line("V.1b", Continued.of("V.1")));
    Lineages lineages = new Lineages(List.of(), earlier, 1);
    lineages.claim(lines);
    assertThat(lines.stream().map(lineages::of)).containsOnly(roads.lineageId);
  }

  @Test
  void unknownContinuedSectionIsRefused() {
    List<SectionView> lines = List.of(line("A", null), line("B", Continued.of("X")));
    assertThat(new Lineages(List.of(), earlier, 1).claim(lines))
        .singleElement()
        .hasToString(
            "FieldError[place=POINTER, name=/items/1/continues, code=UNKNOWN_SECTION,"
                + " arguments=[X, 1], cell=null]");
    assertThat(new Lineages(List.of(), List.of(), null).claim(lines))
        .extracting(error -> error.code().code())
        .containsExactly("not-supported");
  }
}
