package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static vn.sogopy.testing.Api.json;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.OtherServers;
import vn.sogopy.testing.TestPlan;

/** The mail server is down, and up again. */
@QuarkusTest
@TestProfile(OtherServers.class)
class ReminderFailureTest {
  @Inject ReminderJob job;
  @Inject ReminderService service;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  @Test
  void failedMailIsRetriedAndNotRecorded() throws Exception {
    Consultees consultees = Consultees.of(TestPlan.open());
    consultees.ask(
        json(
            "organization",
            "stc",
            "dueOn",
            "2191-06-20",
            "contact",
            json("email", "a@example.org")));
    Instant now = Instant.parse("2191-06-15T01:00:00Z");
    assertThat(job.run(now)).isZero();
    log(consultees).body("items", empty());

    try (ServerSocket server = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> takeOne(server));
      assertThat(job.run(now)).isOne();
      assertThat(taken.get(60, TimeUnit.SECONDS))
          .contains("RCPT TO:<a@example.org>", "From: so-gop-y@example.org");
    }
    log(consultees).body("items.kind", contains("REMINDER"));
    assertThat(job.run(now)).isZero();
  }

  /** Without the fix, the client missed one greeting in ten. */
  @Test
  void immediateGreetingIsRead() throws Exception {
    Mail mail = Mail.withText("a@example.org", "x", "y").setFrom("b@example.org");
    for (int i = 0; i < 100; i++) {
      try (ServerSocket server = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"))) {
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> takeOne(server));
        service.deliver(mail).await().atMost(Duration.ofSeconds(60));
        assertThat(taken.get(60, TimeUnit.SECONDS)).contains("RCPT TO:<a@example.org>");
      }
    }
  }

  @Test
  void slowServerGetsTheMailOnce() throws Exception {
    Consultees consultees = Consultees.of(TestPlan.open());
    consultees.ask(
        json(
            "organization",
            "stc",
            "dueOn",
            "2192-06-20",
            "contact",
            json("email", "b@example.org")));
    Instant now = Instant.parse("2192-06-15T01:00:00Z");
    // The operating system accepts the connection, but no server responds on it.
    try (ServerSocket silent = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"))) {
      assertThat(job.run(now)).isOne();
    }
    log(consultees)
        .body(
            "items.text",
            contains("Thư nhắc trước hạn đã gửi tới b@example.org (máy chủ thư chưa xác nhận)"));
    assertThat(job.run(now)).isZero();
  }

  private static io.restassured.response.ValidatableResponse log(Consultees consultees) {
    return Api.as(Key.COORDINATOR).get(consultees.path("stc") + "/contacts-log").then();
  }

  /** A minimal SMTP server that accepts one mail; returns all that the client sent. */
  private static String takeOne(ServerSocket server) {
    StringBuilder said = new StringBuilder();
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      out.print("220 test\r\n");
      boolean data = false;
      boolean taken = false;
      for (String line = in.readLine(); line != null && !taken; line = in.readLine()) {
        said.append(line).append('\n');
        taken = data && line.equals(".");
        if (line.equals("DATA")) {
          data = true;
          out.print("354 go on\r\n");
        } else if (!data || taken) {
          out.print("250 ok\r\n");
        }
        if (taken) {
          break;
        }
      }
      return said.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
