package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mutable request, down to its bytes. Target and headers hold one byte a char (ISO 8859-1). */
final class Message {
  final Operation operation;
  final List<String> families = new ArrayList<>();
  final List<String[]> query = new ArrayList<>();
  final List<String[]> headers = new ArrayList<>();

  /** Tokens in the JSON, by the bytes that replace them: no JSON writer writes these bytes. */
  final Map<String, String> raw = new HashMap<>();

  String method;
  String path;
  JsonNode json;
  byte[] body;

  /** Whether the request still reaches the operation. Otherwise only the general checks hold. */
  boolean routed = true;

  /** Whether the framing is valid. Otherwise the service may close the connection. */
  boolean framed = true;

  /** Replaces the headers that frame the body; null = the right Content-Length. */
  String framing;

  /** Replaces the whole request; null = made from the parts. */
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

  /** Serializes the body; from then on it is bytes. */
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

  /** The UTF-8 bytes of a text, one char each. */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
