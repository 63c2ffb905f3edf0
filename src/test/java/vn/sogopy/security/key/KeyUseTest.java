package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;

/** The time of a key's last use. The tests run the scheduled job themselves. */
@QuarkusTest
class KeyUseTest {
  @Inject KeyUse use;
  @Inject DataSource source;

  private String secret;
  private String id;

  @BeforeEach
  void key() {
    String tomorrow = VietnamTime.dayOf(Instant.now()).plusDays(1).toString();
    Response made =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "VIEWER", "expiresOn", tomorrow))
            .post("/api-keys");
    secret = made.path("key");
    id = made.path("id");
    use.flush();
  }

  private void request() {
    Api.as(secret).get("/me").then().statusCode(200);
  }

  private Instant lastUsed() {
    String shown =
        Api.as(Key.ADMIN)
            .queryParam("limit", 200)
            .queryParam("expiring", true)
            .get("/api-keys")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.id == '" + id + "' }.lastUsedAt");
    return shown == null ? null : Instant.parse(shown);
  }

  @Test
  void requestsAreAggregated() throws Exception {
    assertThat(lastUsed()).isNull();
    List<String> during =
        CountingDriver.statementsDuring(
            () -> {
              for (int i = 0; i < 50; i++) {
                request();
              }
            });
    Race.of(4, runner -> Api.as(secret).get("/me").statusCode());
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    request();
    Instant after = Instant.now();

    List<String> written = CountingDriver.statementsDuring(use::flush);

    assertThat(during).isEmpty();
    assertThat(written).singleElement().asString().startsWith("update api_key");
    assertThat(lastUsed()).isBetween(before, after);
  }

  @Test
  void writtenUseIsNotRepeated() {
    request();
    use.flush();

    assertThat(CountingDriver.statementsDuring(use::flush)).isEmpty();
  }

  /** Replicas write in any order. */
  @Test
  void latestUseIsWritten() {
    UUID key = UUID.fromString(id);
    Instant late = Instant.parse("2026-05-01T08:00:00Z");
    use.write(Map.of(key, late));
    use.write(Map.of(key, late.minusSeconds(60)));
    assertThat(lastUsed()).isEqualTo(late);

    use.write(Map.of(key, late.plusSeconds(60)));
    assertThat(lastUsed()).isEqualTo(late.plusSeconds(60));
  }

  @Test
  void refusedKeyIsNotRecorded() {
    Api.as(Key.ADMIN).delete("/api-keys/" + id).then().statusCode(204);
    Api.wrong(secret).get("/me").then().statusCode(401);
    use.flush();

    assertThat(
            Sql.of(
                    "select 1 from api_key where id = ? and last_used_at is null",
                    UUID.fromString(id))
                .exists(source))
        .isTrue();
  }
}
