package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** Stops the servers and removes the folders that killed test runs have left. */
public final class TestServers {

  private TestServers() {}

  /** Stops the server of a data folder whose service has ended, if it runs. */
  public static void stop(Path dataFolder) throws IOException {
    Path pg = dataFolder.toRealPath().resolve("pg");
    if (Files.isDirectory(pg)) {
      ServerProcesses.stopOrphan(new PostgresFolder(pg));
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
          FileUtils.deleteDirectory(directory.path().toFile());
        } catch (StartupException e) {
          // in use by another run
        }
      }
    }
  }

  public static void deleteTree(Path folder) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  /** Stops a database and removes its folder. */
  public static void remove(EmbeddedDatabase database, DataDirectory directory) throws IOException {
    database.close();
    FileUtils.deleteDirectory(directory.path().toFile());
    directory.close();
  }
}
