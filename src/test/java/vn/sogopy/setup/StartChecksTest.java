package vn.sogopy.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.setup.StartChecks.Finding;

/** The rules for refusing a start; TwoServicesIT starts real services. */
class StartChecksTest {
  @TempDir Path folder;

  private void file(String name, String mode) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @ParameterizedTest
  @CsvSource({
    "admin-key.env, rw-------, false",
    "sample-keys.env, r--------, false",
    "admin-key.env, rw-r-----, true",
    "admin-key.env, rw----r--, true",
    "sample-keys.env, rw--w----, true",
    "pg/password, rw-r--r--, true",
    "pg/superuser-password, rw----r--, true",
    "tls.key, rw-r--r--, true",
    "tls.crt, rw-r--r--, false",
    "sogopy.lock, rw-r--r--, false",
  })
  void secretFilesMustBePrivate(String name, String mode, boolean refused) throws IOException {
    file(name, mode);
    String refusal = StartChecks.readableSecrets(folder.toRealPath()).refusal();
    assertThat(refusal != null).isEqualTo(refused);
    if (refused) {
      assertThat(refusal).endsWith("chmod 600 '" + folder.toRealPath().resolve(name) + "'");
    }
  }

  @Test
  void allFilesAreNamed() throws IOException {
    file("admin-key.env", "rw-r--r--");
    file("sample-keys.env", "rw-r--r--");
    assertThat(StartChecks.readableSecrets(folder).refusal())
        .contains("admin-key.env' '", "sample-keys.env'");
  }

  @Test
  void trustingDatabaseIsRefusedForOtherMachines() {
    assertThat(StartChecks.trustedDatabase(true, () -> true).refusal()).isNotNull();
    assertThat(StartChecks.trustedDatabase(true, () -> false).refusal()).isNull();
    assertThat(
            StartChecks.trustedDatabase(
                    false,
                    () -> {
                      throw new AssertionError("asked");
                    })
                .refusal())
        .isNull();
  }

  /** external, wanted, present, outside: refused, warned */
  @ParameterizedTest
  @CsvSource({
    "false, true,  true,  false, false, false",
    "false, true,  true,  true,  false, true",
    "false, false, false, true,  false, false",
    "true,  true,  false, false, true,  false",
    "true,  false, true,  false, true,  false",
    "true,  false, false, true,  false, false",
  })
  void sampleNeedsTheEmbeddedDatabase(
      boolean external,
      boolean wanted,
      boolean present,
      boolean outside,
      boolean refused,
      boolean warned) {
    Finding check = StartChecks.sampleKeys(external, wanted, present, outside);
    assertThat(check.refusal() != null).isEqualTo(refused);
    assertThat(check.warning() != null).isEqualTo(warned);
  }

  /** keys, good, admin, bootstrap, oidc: refused, warned */
  @ParameterizedTest
  @CsvSource({
    "false, false, false, false, false, false, false", // the first start makes one
    "true,  true,  true,  false, false, false, false",
    "true,  true,  false, false, false, false, true",
    "true,  true,  false, true,  false, false, false",
    "true,  true,  false, false, true,  false, false",
    "true,  false, false, false, false, true,  false",
    "true,  false, false, true,  false, false, false",
    "true,  false, false, false, true,  false, false",
  })
  void usableKeyIsRequired(
      boolean keys,
      boolean good,
      boolean admin,
      boolean bootstrap,
      boolean oidc,
      boolean refused,
      boolean warned) {
    Finding check = StartChecks.nobodyGetsIn(keys, good, admin, bootstrap, oidc);
    assertThat(check.refusal() != null).isEqualTo(refused);
    assertThat(check.warning() != null).isEqualTo(warned);
  }

  private static final Finding UNSAFE = StartChecks.sampleKeys(true, true, true, true);

  @Test
  void unsafeSettingStopsTheStart() {
    assertThatThrownBy(() -> StartChecks.judge(List.of(UNSAFE), Set.of()))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("SOGOPY_SAMPLE_DATA=false");
    StartChecks.judge(List.of(UNSAFE), Set.of("sample-keys"));
  }

  @Test
  void unknownCheckIsRefused() {
    assertThatThrownBy(() -> StartChecks.judge(List.of(UNSAFE), Set.of("sample-key")))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("sample-keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
  void localAddresses(String host) {
    assertThat(StartChecks.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void otherAddresses(String host) {
    assertThat(StartChecks.isLoopback(host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/x, jdbc:postgresql://db/x",
    "jdbc:postgresql://db/x?password=p, jdbc:postgresql://db/x",
    "jdbc:postgresql://db/x?user=u&password=p, jdbc:postgresql://db/x?user=u",
    "jdbc:postgresql://db/x?password=p&ssl=true, jdbc:postgresql://db/x?ssl=true",
  })
  void passwordInTheUrlIsNotTried(String url, String tried) {
    assertThat(StartChecks.withoutPassword(url)).isEqualTo(tried);
  }

  @Test
  void unreachableDatabaseIsNotTrusting() {
    assertThat(StartChecks.takesAnyPassword("jdbc:postgresql://127.0.0.1:1/none", "x")).isFalse();
  }
}
