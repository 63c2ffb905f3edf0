package vn.sogopy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Records every key and link that a test used, if enabled: for .ci/secrets. */
public final class UsedKeys {
  private static final String FILE = System.getProperty("sogopy.test.used-keys");
  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private UsedKeys() {}

  public static String note(String secret) {
    if (FILE != null && NOTED.add(secret)) {
      try {
        Files.writeString(
            Path.of(FILE), secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return secret;
  }
}
