package vn.sogopy.platform.http.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.part;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UploadFolders;

/**
 * The disk does not take an uploaded file: 503 and a line in the log, because the client is not at
 * fault. A file size limit of the operating system for this process simulates the full disk.
 */
@QuarkusTest
class FullDiskTest {
  private static final byte[] PDF = text("%PDF-1.4\n" + "0".repeat(100_000) + "\n%%EOF");
  private static final byte[] TABLE =
      text("Nội dung góp ý;Cơ quan góp ý\n" + "Đề nghị bổ sung.;sgtvt\n".repeat(10));

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

  private final Queue<LogRecord> log = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static RequestSpecification form(byte[]... parts) {
    return TestForm.as(Key.SGTVT).body(TestForm.of(parts));
  }

  private static RequestSpecification raw(String type, byte[] body) {
    return Api.wrong(Key.COORDINATOR).contentType(type).body(body);
  }

  @Test
  void isServiceUnavailable() throws Exception {
    TestPlan plan = TestPlan.open();
    String letters = plan.draftPath(1) + "/letters";
    byte[] letter =
        part(
            "letter",
            null,
            text("{\"number\": \"1/A\", \"date\": \"2021-09-06\", \"position\": \"COMMENTS\"}"));
    String id = form(letter).post(letters).then().statusCode(201).extract().path("id");
    String attachments = "/letters/" + id + "/attachments";
    String imports = plan.draftPath(1) + "/comment-imports";
    String many = "{\"content\": \"" + "đ".repeat(15_000) + "\"}";
    String large =
        "{\"organization\": \"sgtvt\", \"number\": \"3/A\", \"date\": \"2021-09-06\","
            + " \"position\": \"COMMENTS\", \"comments\": ["
            + String.join(",", Collections.nCopies(40, many))
            + "]}";

    refused(form(part("file", "a.pdf", PDF)), attachments);
    refused(form(letter, part("file", "a.pdf", PDF)), letters);
    refused(raw("text/csv", TABLE), imports);
    refused(
        raw(
            "multipart/form-data; boundary=" + TestForm.BOUNDARY,
            TestForm.of(part("file", "a.csv", TABLE))),
        imports);
    refused(raw("application/xml", text("<edXML>" + " ".repeat(100_000) + "</edXML>")), letters);
    refused(
        raw(
            "multipart/related; boundary=" + TestForm.BOUNDARY,
            TestForm.of(TestForm.raw("Content-Type: application/xml", text("<edXML/>")))),
        letters);
    refused(raw("application/json", text(large)), letters);
    refused(Api.wrong(Key.COORDINATOR), plan.draftPath(1) + "/register?format=docx", "GET");

    UploadFolders.assertEmptied(folder);
    assertThat(plan.count()).isZero();
    Api.as(Key.SGTVT).get(letters).then().statusCode(200).body("items.id", notNullValue());
    assertThat(Api.as(Key.SGTVT).get(letters).<List<String>>path("items.id")).containsExactly(id);
    form(part("file", "a.pdf", PDF)).post(attachments).then().statusCode(201);
  }

  private void refused(RequestSpecification request, String path) throws Exception {
    refused(request, path, "POST");
  }

  private void refused(RequestSpecification request, String path, String method) throws Exception {
    Logger logger = Logger.getLogger("vn.sogopy.platform.http");
    log.clear();
    logger.addHandler(listener);
    limit("0");
    try {
      request
          .request(method, path)
          .then()
          .spec(problem(503, "service-unavailable"))
          .header("Retry-After", notNullValue());
    } finally {
      limit("unlimited");
      logger.removeHandler(listener);
    }
    assertThat(log)
        .as(path)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(String.format(line.getMessage(), line.getParameters()))
                  .contains(folder.toString());
              assertThat(line.getThrown()).isNull();
            });
  }

  /** Sets the maximum file size of this process, in bytes. */
  private static void limit(String bytes) throws IOException, InterruptedException {
    Process prlimit =
        new ProcessBuilder(
                "prlimit",
                "--pid",
                String.valueOf(ProcessHandle.current().pid()),
                "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    assertThat(prlimit.waitFor()).isZero();
  }
}
