package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.organization.OrganizationNames;

class BodyHeadingTest {
  private static final Map<String, Set<OrganizationNames.Body>> BODIES =
      Map.of(
          OrganizationNames.key("Sở Xây dựng"),
          Set.of(new OrganizationNames.Body(UUID.randomUUID(), "sxd")));

  private static BodyHeading of(String text) {
    return BodyHeading.of(text, text, BODIES);
  }

  @Test
  void headingNamesTheBodyAndItsLetter() {
    BodyHeading heading = of("1. Sở Xây dựng (Công văn số 642/SXD-QHKT ngày 06/9/2021)");
    assertThat(heading.code()).isEqualTo("sxd");
    assertThat(heading.letter().number()).isEqualTo("642/SXD-QHKT");
  }

  /** A row of some kilobytes must not hold a thread for minutes. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "(số ", "(số 1; "})
  void longTextIsReadAtOnce(String repeated) {
    String text = "Sở Xây dựng " + repeated.repeat(200_000 / repeated.length()) + "x";
    BodyHeading heading = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> of(text));
    assertThat(heading).isEqualTo(BodyHeading.NONE);
  }
}
