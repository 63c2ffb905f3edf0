package vn.sogopy.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches a log for secrets, whole or any 12 consecutive characters of them. */
final class Secrets {
  private static final int PIECE = 12;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** The first four characters of each piece, to skip most places of a line. */
  private final BitSet beginnings = new BitSet();

  /** The first 12 characters of a key identify it and may be logged. */
  void add(String name, String secret) {
    if (secret == null || secret.length() < PIECE) {
      throw new IllegalArgumentException("too short to be looked for: " + name);
    }
    String hidden = secret.startsWith("sgy_") ? secret.substring(PIECE) : secret;
    for (int i = 0; i + PIECE <= hidden.length(); i++) {
      names.put(hidden.substring(i, i + PIECE), name);
      beginnings.set(beginning(hidden, i));
    }
  }

  private static int beginning(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + 4; i++) {
      hash = hash * 61 + text.charAt(i);
    }
    return hash & 0xFFFFF;
  }

  Collection<String> names() {
    return names.values();
  }

  /** The lines with a secret, shortened, with the name of the secret. */
  List<String> found(Path log) throws IOException {
    List<String> found = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = held(line);
        if (name != null) {
          found.add(name + ": " + line.substring(0, Math.min(300, line.length())));
        }
      }
    }
    return found;
  }

  private String held(String line) {
    for (int i = 0; i + PIECE <= line.length(); i++) {
      if (!beginnings.get(beginning(line, i))) {
        continue;
      }
      String name = names.get(line.substring(i, i + PIECE));
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
