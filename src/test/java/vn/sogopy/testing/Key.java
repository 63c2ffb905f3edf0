package vn.sogopy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** The keys of the sample: one for each role, and two submitters. */
public enum Key {
  ADMIN,
  COORDINATOR,
  CONSULTANT,
  VIEWER,
  SGTVT,
  BABE;

  /** The secret, from the file that the first start wrote. */
  public String secret() {
    return secret("SOGOPY_KEY_" + name());
  }

  /** A secret in this file by its variable, such as SOGOPY_CODE_EXPERT. */
  public static String secret(String variable) {
    String folder = ConfigProvider.getConfig().getValue("sogopy.data-dir", String.class);
    String name = variable + "=";
    try {
      return Files.readAllLines(Path.of(folder, "sample-keys.env")).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()))
          .findFirst()
          .map(UsedKeys::note)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
