package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request in the making, down to its bytes. Target and headers are byte for byte: each char is
 * one byte (ISO 8859-1).
 */
final class Message {
  final Operation operation;
  final List<String> families = new ArrayList<>();
  final List<String[]> query = new ArrayList<>();
  final List<String[]> headers = new ArrayList<>();

  /** Tokens that stand in the JSON for bytes that no JSON writer would write. */
  final Map<String, String> raw = new HashMap<>();

  String method;
  String path;
  JsonNode json;
  byte[] body;

  /** Whether this is still a request to the operation: else only the general rules hold. */
  boolean routed = true;

  /** Whether its frame is whole: else the connection may be closed without an answer. */
  boolean framed = true;

  /** In place of the headers that frame the body; null = Content-Length as it is. */
  String framing;

  /** In place of everything; null = made from the parts. */
  byte[] wire;

  Message(Operation operation) {
    this.operation = operation;
    this.method = operation.method();
  }

  void header(String name, String value) {
    headers.removeIf(header -> header[0].equalsIgnoreCase(name));
    if (value != null) {
      headers.add(new String[] {name, value});
    }
  }

  String header(String name) {
    return headers.stream()
        .filter(header -> header[0].equalsIgnoreCase(name))
        .map(header -> header[1])
        .findFirst()
        .orElse(null);
  }

  String target() {
    StringBuilder target = new StringBuilder(path);
    char separator = '?';
    for (String[] parameter : query) {
      target.append(separator).append(parameter[0]);
      if (parameter[1] != null) {
        target.append('=').append(parameter[1]);
      }
      separator = '&';
    }
    return target.toString();
  }

  /** Fixes the body as it is now; from then on it is bytes. */
  byte[] content() {
    if (body == null && json != null) {
      String text = bytes(json.toString());
      for (Map.Entry<String, String> token : raw.entrySet()) {
        text = text.replace("\"" + token.getKey() + "\"", token.getValue());
      }
      body = text.getBytes(StandardCharsets.ISO_8859_1);
    }
    return body;
  }

  byte[] toBytes() {
    if (wire != null) {
      return wire;
    }
    byte[] content = content();
    StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
    for (String[] header : headers) {
      head.append(header[0]).append(": ").append(header[1]).append("\r\n");
    }
    if (framing != null) {
      head.append(framing);
    } else if (content != null) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      head.append("Content-Length: 0\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (content != null) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }

  /** A text as its UTF-8 bytes, one char each. */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
