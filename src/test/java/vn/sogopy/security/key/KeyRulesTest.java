package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyView.KeyStatus;

class KeyRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final KeyRules rules = new KeyRules(Set.of("sxd", "stc"), Set.of("p"), TODAY);

  private List<String> errors(
      Role role, String organization, String client, List<String> plans, LocalDate expiresOn) {
    return rules.check(new ApiKeyInput("x", role, organization, client, plans, expiresOn)).stream()
        .map(KeyRulesTest::said)
        .toList();
  }

  private static String said(FieldError error) {
    return error.name() + " " + error.code().code();
  }

  @Test
  void onlySubmittersHaveAnOrganization() {
    assertThat(errors(Role.SUBMITTER, "sxd", null, null, null)).isEmpty();
    assertThat(errors(Role.SUBMITTER, null, null, null, null))
        .containsExactly("/organization required");
    assertThat(errors(Role.SUBMITTER, "x", null, null, null))
        .containsExactly("/organization unknown-organization");
    assertThat(errors(Role.VIEWER, "sxd", null, null, null))
        .containsExactly("/organization not-supported");
  }

  @Test
  void onlyAViewerIsGivenRestrictedComments() {
    for (Role role : Role.values()) {
      ApiKeyInput input =
          new ApiKeyInput(
              "x",
              role,
              role == Role.SUBMITTER ? "sxd" : null,
              null,
              null,
              null,
              true,
              false,
              null);
      assertThat(rules.check(input).stream().map(KeyRulesTest::said))
          .as(role.name())
          .isEqualTo(role == Role.VIEWER ? List.of() : List.of("/readsRestricted not-supported"));
    }
  }

  @Test
  void aPersonHasAnEmailAndNoClient() {
    assertThat(errors("c", false, null)).isEmpty();
    assertThat(errors("c", true, "a@b")).containsExactly("/client not-supported");
    assertThat(errors(null, true, "a@b")).isEmpty();
    assertThat(errors(null, false, "a@b")).containsExactly("/email not-supported");
  }

  private List<String> errors(String client, boolean person, String email) {
    ApiKeyInput input =
        new ApiKeyInput("x", Role.VIEWER, null, client, null, null, false, person, email);
    return rules.check(input).stream().map(KeyRulesTest::said).toList();
  }

  @Test
  void clientBelongsToOneOrganization() {
    rules.taken("c", "sxd");
    assertThat(errors(Role.SUBMITTER, "sxd", "c", null, null)).isEmpty();
    assertThat(errors(Role.SUBMITTER, "stc", "c", null, null))
        .containsExactly("/client already-used");
    assertThat(errors(Role.VIEWER, null, "c", null, null)).containsExactly("/client already-used");
    rules.taken("none", null);
    assertThat(errors(Role.VIEWER, null, "none", null, null)).isEmpty();
    assertThat(errors(Role.SUBMITTER, "sxd", "none", null, null))
        .containsExactly("/client already-used");
  }

  @Test
  void successorTakesOverTheClient() {
    rules.taken("c", "sxd");
    rules.follows("stc", Set.of("sxd"));
    assertThat(errors(Role.SUBMITTER, "stc", "c", null, null)).isEmpty();
    rules.taken("c", "stc");
    assertThat(errors(Role.SUBMITTER, "sxd", "c", null, null))
        .containsExactly("/client already-used");
    rules.taken("none", null);
    assertThat(errors(Role.SUBMITTER, "stc", "none", null, null))
        .containsExactly("/client already-used");
  }

  @Test
  void allErrorsAreReported() {
    assertThat(errors(Role.VIEWER, "sxd", "sample", List.of("p", "q"), TODAY.minusDays(1)))
        .containsExactly(
            "/client already-used",
            "/organization not-supported",
            "/plans/1 unknown-plan",
            "/expiresOn in-the-past");
  }

  @Test
  void todayIsValid() {
    assertThat(errors(Role.VIEWER, null, null, null, TODAY)).isEmpty();
    assertThat(KeyStatus.of(false, TODAY, TODAY)).isEqualTo(KeyStatus.ACTIVE);
    assertThat(KeyStatus.of(false, TODAY.minusDays(1), TODAY)).isEqualTo(KeyStatus.EXPIRED);
    assertThat(KeyStatus.of(true, TODAY.minusDays(1), TODAY)).isEqualTo(KeyStatus.REVOKED);
    assertThat(KeyStatus.of(false, null, TODAY)).isEqualTo(KeyStatus.ACTIVE);
  }
}
