package vn.sogopy.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Mutations of a whole body: type, encoding, parts, framing. */
final class BodyMutations {
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "application/json; charset=x",
          "application/json;;",
          "application/json; boundary=",
          "nonsense",
          "/",
          "*/*",
          "application/*",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=" + "b".repeat(200),
          "text/csv; header=present",
          "application/x-ndjson",
          "application/merge-patch+json",
          "application/json, text/csv",
          "\u00e9",
          "text/xml; charset=ebcdic",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "image/svg+xml");

  private BodyMutations() {}

  static void type(Message message, Random random) {
    if (message.content() == null) {
      message.body = OddFiles.bytes("{}");
    }
    message.header("Content-Type", random.nextInt(8) == 0 ? null : OddValues.of(TYPES, random));
  }

  static void encoding(Message message, Random random) {
    byte[] content = message.content();
    if (content == null) {
      return;
    }
    String text = new String(content, StandardCharsets.UTF_8);
    switch (random.nextInt(8)) {
      case 0 -> message.body = text.getBytes(StandardCharsets.UTF_16);
      case 1 -> message.body = text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> message.body = text.getBytes(StandardCharsets.ISO_8859_1);
      case 3 -> message.body = OddFiles.bytes("\ufeff" + text);
      case 4 -> {
        message.body = gzip(content);
        message.header("Content-Encoding", "gzip");
      }
      case 5 ->
          message.header(
              "Content-Encoding",
              OddValues.of(
                  List.of("gzip", "br", "deflate", "identity", "gzip, gzip", "x", ""), random));
      case 6 -> message.body = gzip(content);
      default -> message.body = OddFiles.joined(content, new byte[] {(byte) 0xc3});
    }
  }

  /** A body on a request that has none, or one that the contract does not describe. */
  static void content(Message message, Random random) {
    byte[] content = message.content();
    message.body =
        switch (random.nextInt(6)) {
          case 0 -> new byte[0];
          case 1 ->
              OddFiles.bytes(
                  OddValues.of(
                      List.of(
                          "null",
                          "[]",
                          "{",
                          "}",
                          "\"\"",
                          "0",
                          "[[]]",
                          "{}{}",
                          "nul",
                          "\u0000",
                          " ",
                          "//x\n{}",
                          "{'a':1}",
                          "{\"a\":1,}"),
                      random));
          case 2 -> OddFiles.odd(random);
          case 3 -> OddFiles.bytes(" ".repeat(20_000) + "{}");
          case 4 -> OddFiles.bytes("x".repeat(random.nextInt(20) == 0 ? 3_000_000 : 30_000));
          default -> OddFiles.broken(content == null ? new byte[9] : content, random);
        };
    if (message.operation.bodies().isEmpty()) {
      message.header("Content-Type", "application/json");
    }
  }

  /** Forms that do not match their header; other bodies get a broken file. */
  static void parts(Message message, Random random) {
    String type = message.header("Content-Type");
    if (type == null || !type.startsWith("multipart/")) {
      if (message.json == null && message.body != null) {
        message.body = OddFiles.broken(message.body, random);
      } else {
        content(message, random);
      }
      return;
    }
    byte[] file = OddFiles.broken(OddFiles.bytes("%PDF-1.4\n%%EOF"), random);
    String form = "Content-Disposition: form-data; name=";
    message.body =
        switch (random.nextInt(12)) {
          case 0 -> OddFiles.form(List.of());
          case 1 -> OddFiles.form(List.of(OddFiles.part(form + "\"file\"", file)));
          case 2 ->
              OddFiles.form(
                  List.of(
                      OddFiles.part(form + "\"file\"; filename=\"a\"", file),
                      OddFiles.part(form + "\"file\"; filename=\"b\"", file)));
          case 3 -> OddFiles.form(List.of(OddFiles.part(form + "\"other\"", file)));
          case 4 ->
              OddFiles.form(
                  List.of(OddFiles.part(form + "\"file\"; filename=\"../../a\u0000.pdf\"", file)));
          case 5 ->
              OddFiles.form(
                  List.of(OddFiles.part(form + "\"file\"; filename*=UTF-8''%ff%00%0d%0a", file)));
          case 6 -> OddFiles.form(List.of(OddFiles.part("X-Huge: " + "a".repeat(70_000), file)));
          case 7 -> OddFiles.form(List.of(OddFiles.part("", file)));
          case 8 ->
              OddFiles.form(
                  List.of(
                      OddFiles.part(
                          form + "\"letter\"\r\nContent-Type: application/json",
                          OddFiles.bytes("{")),
                      OddFiles.part(form + "\"file\"; filename=\"a.pdf\"", file)));
          case 9 ->
              OddFiles.form(
                  List.of(
                      OddFiles.part(
                          form
                              + "\"file\"; filename=\""
                              + "a".repeat(3000)
                              + "\"\r\nContent-Transfer-Encoding: base64",
                          file)));
          case 10 -> OddFiles.bytes("--" + OddFiles.BOUNDARY + "\r\n" + form + "\"file\"");
          default ->
              OddFiles.form(
                  java.util.Collections.nCopies(300, OddFiles.part(form + "\"f\"", file)));
        };
  }

  /** A body with wrong framing. */
  static void framing(Message message, Random random) {
    message.framed = false;
    byte[] content = message.content() == null ? OddFiles.bytes("{}") : message.content();
    message.body = content;
    message.framing = "Content-Length: " + content.length + "\r\n";
    switch (random.nextInt(11)) {
      case 0 -> message.framing = "Content-Length: " + (content.length + 7) + "\r\n";
      case 1 -> message.framing = "Content-Length: " + Math.max(content.length - 3, 0) + "\r\n";
      case 2 -> message.framing = "Content-Length: -1\r\n";
      case 3 -> message.framing = "Content-Length: 1e3\r\n";
      case 4 -> message.framing = "Content-Length: 99999999999999999999\r\n";
      case 5 -> message.framing += "Content-Length: 0\r\n";
      case 6 -> message.framing += "Transfer-Encoding: chunked\r\n";
      case 7 -> chunks(message, "zz\r\n", "\r\n0\r\n\r\n");
      case 8 -> chunks(message, "ffffffffffffffff\r\n", "\r\n0\r\n\r\n");
      case 9 ->
          chunks(
              message,
              Integer.toHexString(content.length) + ";a=b\r\n",
              "\r\n0\r\nTrailer: x\r\n\r\n");
      default -> message.framing = "Transfer-Encoding: gzip, chunked\r\n";
    }
  }

  private static void chunks(Message message, String before, String after) {
    message.framing = "Transfer-Encoding: chunked\r\n";
    message.body = OddFiles.joined(OddFiles.bytes(before), message.body, OddFiles.bytes(after));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
