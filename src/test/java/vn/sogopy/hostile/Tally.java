package vn.sogopy.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the requests and statuses, and collects the findings. */
final class Tally {
  private static final int SHOWN = 40;
  private static final int REPRODUCTION = 3_000;

  private final Map<String, Map<Integer, Integer>> byFamily = new TreeMap<>();
  private final Map<Integer, Integer> byStatus = new TreeMap<>();
  private final Map<String, int[]> byOperation = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private int sent;

  synchronized void count(Message message, RawHttp.Answer answer) {
    sent++;
    byStatus.merge(answer.status(), 1, Integer::sum);
    message.families.forEach(
        family ->
            byFamily
                .computeIfAbsent(family, any -> new TreeMap<>())
                .merge(answer.status(), 1, Integer::sum));
    int[] counts = byOperation.computeIfAbsent(message.operation.id(), any -> new int[2]);
    counts[0]++;
    if (message.routed && answer.status() >= 200 && answer.status() < 300) {
      counts[1]++;
    }
  }

  /** Keeps the bytes needed to reproduce a finding; each kind is shown once or twice. */
  synchronized void finding(
      String seed, Message message, RawHttp.Answer answer, List<String> wrong) {
    String kind = message.operation.id() + " " + message.families + ": " + wrong;
    String first = wrong.get(0);
    int times = kinds.merge(first, 1, Integer::sum);
    if (times > 2 || findings.size() >= SHOWN) {
      return;
    }
    findings.add(
        "%s, %s%n--- request%n%s%n--- answer %d%n%s"
            .formatted(
                seed, kind, shown(message.toBytes()), answer.status(), shown(answer.body())));
  }

  /** Printable text with \xNN for other bytes, as printf '%b' reads it. */
  private static String shown(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < Math.min(text.length(), REPRODUCTION); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c >= ' ' && c < 127) {
        out.append(c);
      } else if (c != '\r') {
        out.append("\\x%02x".formatted((int) c));
      }
    }
    return text.length() > REPRODUCTION ? out + "… " + text.length() + " bytes" : out.toString();
  }

  synchronized List<String> findings() {
    return List.copyOf(findings);
  }

  synchronized int sent() {
    return sent;
  }

  /** Operations that never responded with 2xx. */
  synchronized List<String> neverRight() {
    return byOperation.entrySet().stream()
        .filter(entry -> entry.getValue()[1] == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized String summary() {
    StringBuilder out =
        new StringBuilder("answers by status (0 = closed without one): " + byStatus);
    byFamily.forEach((family, statuses) -> out.append("%n  %-17s %s".formatted(family, statuses)));
    out.append("%n2xx of all by operation:".formatted());
    byOperation.forEach(
        (operation, counts) ->
            out.append("%n  %-28s %d/%d".formatted(operation, counts[1], counts[0])));
    out.append("%nnever 2xx: %s".formatted(new TreeSet<>(neverRight())));
    out.append("%nfindings by kind: %s".formatted(kinds));
    return out.toString();
  }
}
