package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.platform.http.limit.Wire.head;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.sogopy.security.limit.SmallLimits;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Clients that dawdle are cut off; those that wait for something are not. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@Timeout(120)
class SlowClientsTest {
  private static final String LIVE = head("GET /q/health/live HTTP/1.1", "Connection: close\r\n");

  @TestHTTPResource("/")
  URI server;

  private static String key(Key key) {
    return "X-API-Key: " + key.secret() + "\r\n";
  }

  private static String post(String path) {
    return head(
        "POST /api/v1" + path + " HTTP/1.1",
        key(Key.SGTVT),
        "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{");
  }

  @Test
  void nothingIsAsked() throws Exception {
    try (Wire wire = new Wire(server)) {
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void headersWithoutEnd() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send("GET /q/health/live HTTP/1.1\r\n");
      assertThat(wire.untilClosed("X-A: b\r\n")).isEmpty();
    }
  }

  @Test
  void headersWithoutEndAfterARequest() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send(head("GET /q/health/live HTTP/1.1") + "\r\nGET /q/health/ready HTTP/1.1\r\n");
      assertThat(wire.untilClosed("X-A: b\r\n")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void nothingMoreIsAsked() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send(head("GET /q/health/live HTTP/1.1") + "\r\n");
      assertThat(wire.untilClosed()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyByTheByte() throws Exception {
    TestPlan plan = TestPlan.open();
    try (Wire wire = new Wire(server)) {
      wire.send(post(plan.comments()));
      assertThat(wire.untilClosed(" ")).startsWith("HTTP/1.1 408").contains("body-too-slow");
    }
    assertThat(plan.count()).isZero();
  }

  @Test
  void aBodyByTheByteThatNobodyReads() throws Exception {
    try (Wire wire = new Wire(server)) {
      wire.send(post("/nothing"));
      assertThat(wire.untilClosed(" ")).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void anAnswerThatIsNotTaken() throws Exception {
    int asked = 40; // of some 700 KB each: more than the system keeps
    try (Wire wire = new Wire(server)) {
      for (int i = 0; i < asked; i++) {
        wire.send(head("GET /q/openapi HTTP/1.1") + "\r\n");
      }
      wire.awaitClosed();
      String taken = wire.untilClosed();
      assertThat(taken).startsWith("HTTP/1.1 200");
      assertThat(taken.split("HTTP/1.1 200", -1).length).isLessThan(asked);
    }
  }

  @Test
  void whoWaitsForNewsIsNotCut() throws Exception {
    String path = "/api/v1/plans/" + TestPlan.open().slug() + "/changes?wait=3";
    try (Wire wire = new Wire(server)) {
      wire.send(
          head("GET " + path + " HTTP/1.1", key(Key.VIEWER), "Connection: close\r\n") + "\r\n");
      assertThat(wire.untilClosed()).startsWith("HTTP/1.1 200").contains("\"items\":[]");
    }
  }

  /** As some HTTP clients do: a connection for each request, left to the garbage collector. */
  @Test
  void whoForgetsToCloseIsStillServed() throws Exception {
    List<Wire> forgotten = new ArrayList<>();
    try {
      for (int i = 0; i < SmallLimits.CONNECTIONS_OF_ADDRESS + 20; i++) {
        Wire wire = new Wire(server);
        forgotten.add(wire);
        wire.send(head("GET /q/health/live HTTP/1.1") + "\r\n");
        assertThat(wire.line()).isEqualTo("HTTP/1.1 200 OK");
        Thread.sleep(8); // less than 5 s in all: not by the idle timeout
      }
    } finally {
      for (Wire wire : forgotten) {
        wire.close();
      }
    }
  }

  @Test
  void anAddressHasSoManyConnectionsAndThenNone() throws Exception {
    List<Wire> open = new ArrayList<>();
    try {
      for (int i = 0; i < SmallLimits.CONNECTIONS_OF_ADDRESS; i++) {
        open.add(new Wire(server));
      }
      try (Wire oneMore = new Wire(server)) {
        assertThat(oneMore.untilClosed(LIVE + "\r\n")).isEmpty();
      }
    } finally {
      for (Wire wire : open) {
        wire.close();
      }
    }
    String answer = "";
    for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 200"); i++) {
      try (Wire later = new Wire(server)) {
        answer = later.send(LIVE + "\r\n").untilClosed();
      } catch (java.net.SocketException closing) {
        Thread.sleep(50);
      }
    }
    assertThat(answer).startsWith("HTTP/1.1 200");
  }
}
