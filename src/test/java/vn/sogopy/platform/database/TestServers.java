package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stops the servers and removes the folders that killed test runs have left. */
public final class TestServers {

  private TestServers() {}

  /** Stops the server of a data folder whose service has ended, if it runs. */
  public static void stop(Path dataFolder) throws IOException {
    Path pg = dataFolder.toRealPath().resolve("pg");
    if (Files.isDirectory(pg)) {
      OrphanedServer.stop(new PostgresFolder(pg));
    }
  }

  /** Removes the data folders in {@code parent} that no process has locked. */
  public static void clear(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
      for (Path folder : folders) {
        try (DataDirectory directory = DataDirectory.lock(folder)) {
          stop(directory.path());
          SafeFiles.deleteTree(directory.path());
        } catch (StartupException e) {
          // in use by another run
        }
      }
    }
  }

  public static void deleteTree(Path folder) throws IOException {
    SafeFiles.deleteTree(folder);
  }

  /** Stops a database and removes its folder. */
  public static void remove(EmbeddedDatabase database, DataDirectory directory) throws IOException {
    database.close();
    SafeFiles.deleteTree(directory.path());
    directory.close();
  }
}
