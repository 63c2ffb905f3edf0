package vn.sogopy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the architecture rules. A second, wrong package tree shows that each can fail. */
class ArchitectureTest {
  private static final String ROOT = "vn.sogopy";
  private static final String WRONG_ROOT = "vn.sogopy.architecture.wrong";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses WRONG_CLASSES =
      new ClassFileImporter().importPackages(WRONG_ROOT, "vn.sogopy.plan");

  private static final Map<String, ArchRule> RULES = new ArchitectureRules(ROOT).rules();
  private static final Map<String, ArchRule> WRONG_RULES =
      new ArchitectureRules(WRONG_ROOT).rules();

  static Stream<String> rules() {
    return RULES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void packagesKeepTheRules(String rule) {
    RULES.get(rule).check(CLASSES);
  }

  /** Each rule and the member of the wrong package tree that violates it. */
  @ParameterizedTest
  @CsvSource({
    "every class has a room, Homeless",
    "no cycles, Upward.above",
    "arrows of platform.text, Upward.above",
    "nothing sees an add-on, Readiness.waiting",
    "the database stands alone, Launcher.words",
    "renderers see the model, Renderer.more",
    "the model sees no renderer, Model.renderer",
    "HTTP stays in resources, Everything.now",
    "the desk calls services, Screen.rows",
    "forms have a token, Screen.save",
    "pages name their roles, Screen.save",
    "transactions begin in services and readers, Everything",
    "no entity leaves, LeakingResource.list",
    "no console, Everything.now",
    "no java.util.Date, Everything.now",
    "injected fields are not public, Everything.below"
  })
  void ruleFailsOnViolation(String rule, String culprit) {
    assertThat(WRONG_RULES.get(rule).evaluate(WRONG_CLASSES).getFailureReport().toString())
        .contains(culprit);
  }

  @Test
  void everyRuleHasAViolationTest() {
    // The arrows of all rooms are drawn by the same hand.
    assertThat(rules().filter(rule -> !rule.startsWith("arrows of "))).hasSize(15);
  }

  @Test
  void everyRoomHasClasses() {
    for (String room :
        Stream.concat(ArchitectureRules.ROOMS.stream(), ArchitectureRules.ADD_ONS.stream())
            .toList()) {
      assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith(ROOT + "." + room)))
          .as(room)
          .isNotEmpty();
    }
    assertThat(CLASSES.stream().map(c -> c.getSimpleName())).doesNotContain("ArchitectureTest");
  }
}
