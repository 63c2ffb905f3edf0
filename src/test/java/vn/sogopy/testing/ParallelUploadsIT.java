package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * 40 files of 20 MiB are sent to the packaged service at once, with a heap of 256 MB, and
 * downloaded at once.
 */
class ParallelUploadsIT {
  private static final int FILES = 40;

  /**
   * The pool has fewer connections than there are downloads. On a slow machine one may wait too
   * long.
   */
  private static final int ATTEMPTS = 10;

  private static final int SIZE = 20 * 1024 * 1024;
  private static final Pattern LETTER = Pattern.compile("\"letter\":\\{\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern ID = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path data;

  @Test
  void downloadsEqualUploads() throws Exception {
    DatabaseTemplate.copyTo(data);
    // Overrides the -Xmx of the command line.
    Map<String, String> heap = Map.of("_JAVA_OPTIONS", "-Xmx256m");
    try (PackagedService service = PackagedService.start(data, heap)) {
      String key = service.key("COORDINATOR");
      URI attachments = service.uri("/api/v1/letters/" + letter(service, key) + "/attachments");
      List<String> ids = Race.of(FILES, i -> upload(attachments, key, i));
      System.out.println("After " + FILES + " uploads: " + memory(service));
      List<String> came = Race.of(FILES, i -> download(service, key, ids.get(i)));
      System.out.println("After " + FILES + " downloads: " + memory(service));
      for (int i = 0; i < FILES; i++) {
        assertThat(came.get(i)).isEqualTo(sent(i));
      }
      assertThat(service.output()).contains("-Xmx256m").doesNotContain("OutOfMemoryError", "ERROR");
      UploadFolders.assertEmptied(data.resolve("uploads"));
    }
  }

  private String letter(PackagedService service, String key) throws Exception {
    URI comments =
        service.uri("/api/v1/plans/bac-kan-2021-2030/drafts/2/comments?organization=sgtvt");
    HttpRequest get = HttpRequest.newBuilder(comments).header("X-API-Key", key).build();
    return find(LETTER, http.send(get, HttpResponse.BodyHandlers.ofString()).body());
  }

  private String upload(URI uri, String key, int file) {
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Góp ý "
            + file
            + ".pdf\"\r\n\r\n";
    HttpRequest post =
        HttpRequest.newBuilder(uri)
            .header("X-API-Key", key)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () ->
                        new SequenceInputStream(
                            Collections.enumeration(
                                List.of(text(head), new Content(file), text("\r\n--b--\r\n"))))))
            .build();
    try {
      HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return find(ID, answer.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String download(PackagedService service, String key, String id) {
    try {
      HttpRequest get =
          HttpRequest.newBuilder(service.uri("/api/v1/attachments/" + id))
              .header("X-API-Key", key)
              .build();
      HttpResponse<InputStream> answer = http.send(get, HttpResponse.BodyHandlers.ofInputStream());
      for (int attempt = 1; answer.statusCode() == 503 && attempt < ATTEMPTS; attempt++) {
        System.out.println("503, attempt " + attempt);
        Thread.sleep(
            1000 * Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()));
        answer = http.send(get, HttpResponse.BodyHandlers.ofInputStream());
      }
      assertThat(answer.statusCode()).isEqualTo(200);
      return digest(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sent(int file) throws IOException {
    return digest(new Content(file));
  }

  private static String digest(InputStream bytes) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream text(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static String memory(PackagedService service) throws IOException {
    Path status = Path.of("/proc", String.valueOf(service.process().pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
            .toList()
            .toString()
        : "unknown";
  }

  /** The first and last bytes of a PDF, with noise between them. */
  private static final class Content extends InputStream {
    private static final byte[] HEAD = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** Repeated. Its length is not a multiple of a page or chunk. */
    private final byte[] noise = new byte[1_000_003];

    private int at;

    private Content(int file) {
      new Random(file).nextBytes(noise);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int end = SIZE - END.length;
      if (at < HEAD.length) {
        return copy(HEAD, at, buffer, offset, length);
      } else if (at < end) {
        return copy(noise, at % noise.length, buffer, offset, Math.min(length, end - at));
      }
      return at == SIZE ? -1 : copy(END, at - end, buffer, offset, length);
    }

    private int copy(byte[] from, int start, byte[] buffer, int offset, int length) {
      int count = Math.min(length, from.length - start);
      System.arraycopy(from, start, buffer, offset, count);
      at += count;
      return count;
    }
  }
}
