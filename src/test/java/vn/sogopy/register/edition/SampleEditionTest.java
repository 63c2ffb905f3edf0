package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/**
 * The sealed bytes of the sample's drafts equal those of an earlier build. Ids, the time of the
 * seal and its day in the report differ between runs; they are replaced.
 */
@QuarkusTest
class SampleEditionTest {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern TIME = Pattern.compile("(\"generatedAt\":\")[^\"]*");
  private static final Pattern TODAY = Pattern.compile("(Tính đến hết ngày )[0-9]+/[0-9]+/[0-9]+");

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theBytesStayTheSame(int draft) throws IOException {
    String edition =
        Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true, "allowUnplaced", true))
            .post("/plans/bac-kan-2021-2030/drafts/" + draft + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    byte[] whole = sealed(edition, false);
    assertThat(
            Api.as(Key.COORDINATOR)
                .get("/editions/" + edition)
                .then()
                .extract()
                .<String>path("digest"))
        .isEqualTo(Sha256.hex(whole));
    assertThat(steady(whole)).isEqualTo(golden("sample-" + draft + ".json"));
    assertThat(steady(sealed(edition, true))).isEqualTo(golden("sample-" + draft + "-public.json"));
  }

  private static byte[] sealed(String edition, boolean publicForm) {
    return Api.as(Key.COORDINATOR)
        .accept("*/*")
        .get("/editions/" + edition + "/register?public=" + publicForm)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /** Each id becomes the number of its first appearance. */
  private static String steady(byte[] bytes) {
    Map<String, String> ids = new LinkedHashMap<>();
    String text =
        ID.matcher(new String(bytes, StandardCharsets.UTF_8))
            .replaceAll(id -> ids.computeIfAbsent(id.group(), key -> "id-" + (ids.size() + 1)));
    text = TIME.matcher(text).replaceAll("$1TIME");
    return TODAY.matcher(text).replaceAll("$1TODAY");
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = SampleEditionTest.class.getResourceAsStream("/register/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
