package vn.sogopy.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of all durable data of the service: the embedded database and secret files.
 *
 * <p>Two services on one folder would stop each other's database, so the process {@linkplain #lock
 * locks} it until it ends. The operating system releases the lock at the end of the process, also
 * after a crash. On a network file system the lock depends on that file system's locks.
 */
public final class DataDirectory implements AutoCloseable {

  /**
   * The configuration property of the folder; as an environment variable {@code SOGOPY_DATA_DIR}.
   */
  public static final String PROPERTY = "sogopy.data-dir";

  /** The default folder, relative to the working directory. */
  public static final String DEFAULT = "data";

  private static final String LOCK_FILE = "sogopy.lock";

  /**
   * Folders locked by this JVM. This set is checked before the lock file is opened: closing any
   * channel on a file releases every lock that the process has on that file (POSIX).
   */
  private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lockChannel;

  private DataDirectory(Path path, FileChannel lockChannel) {
    this.path = path;
    this.lockChannel = lockChannel;
  }

  /**
   * Returns the folder without a lock, for parts of a service whose process already holds the lock.
   * Creates the folder with mode 0700 if it is absent.
   *
   * @throws StartupException when the folder cannot be created or written
   */
  public static DataDirectory of(Path folder) {
    return new DataDirectory(prepare(folder), null);
  }

  /**
   * Opens the folder for this process alone, until {@link #close} or the end of the process.
   * Creates the folder with mode 0700 if it is absent.
   *
   * @throws StartupException when another process holds the lock, or the folder cannot be created
   *     or written
   */
  public static DataDirectory lock(Path folder) {
    Path path = prepare(folder);
    if (!LOCKED_HERE.add(path)) {
      throw inUse(path);
    }
    FileChannel channel = null;
    try {
      Path lockFile = path.resolve(LOCK_FILE);
      channel = FileChannel.open(lockFile, Set.of(CREATE, WRITE), SafeFiles.PRIVATE_FILE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
        return new DataDirectory(path, channel);
      }
    } catch (OverlappingFileLockException e) {
      // The lock is held in this JVM under another class loader: reported below.
    } catch (IOException e) {
      release(path, channel);
      throw new StartupException("The data folder " + path + " cannot be locked: " + e, e);
    }
    release(path, channel);
    throw inUse(path);
  }

  /**
   * The path of a configured folder.
   *
   * @throws StartupException when the name is not a valid path, such as one with letters beyond
   *     ASCII in a process without a UTF-8 locale
   */
  public static Path configured(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new StartupException(
          "The name of the data folder (SOGOPY_DATA_DIR) is no path here: %s. Letters beyond ASCII need a UTF-8 locale, such as LC_ALL=C.UTF-8."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Path prepare(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
        throw new IOException("it is not a folder");
      }
      SafeFiles.createPrivateFolder(absolute);
      Path real = absolute.toRealPath();
      if (!Files.isWritable(real)) {
        throw new IOException("permission denied");
      }
      return real;
    } catch (IOException e) {
      throw new StartupException(
          "The data folder %s cannot be created or written by user %s (%s). Name another one with SOGOPY_DATA_DIR."
              .formatted(absolute, System.getProperty("user.name"), reason(e)),
          e);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException
        ? failure.getClass().getSimpleName() + " " + failure.getMessage()
        : failure.getMessage();
  }

  private static void release(Path path, FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The channel had no lock.
    }
    LOCKED_HERE.remove(path);
  }

  private static StartupException inUse(Path path) {
    String holder = "";
    try {
      String pid = Files.readString(path.resolve(LOCK_FILE)).strip();
      holder = pid.isEmpty() ? "" : " (process " + pid + ")";
    } catch (IOException e) {
      // The message is complete without the process number.
    }
    return new StartupException(
        "The data folder %s is in use by another service%s. Stop that one, or give this one a folder of its own with SOGOPY_DATA_DIR."
            .formatted(path, holder));
  }

  /** The absolute path of the folder, symbolic links resolved. */
  public Path path() {
    return path;
  }

  /**
   * Writes a secret to a file of this folder with mode 0600, replacing an older one. After a crash
   * the file has the old or the new content, never a part.
   *
   * @param fileName a plain name, no path
   * @param content written as UTF-8, without an added line end
   * @throws IllegalArgumentException when {@code fileName} is not a plain name
   * @throws UncheckedIOException when the file cannot be written
   */
  public void writeSecret(String fileName, String content) {
    Path file = path.resolve(fileName);
    if (fileName.isEmpty() || !path.equals(file.getParent()) || fileName.startsWith(".")) {
      throw new IllegalArgumentException("not a plain file name: " + fileName);
    }
    try {
      SafeFiles.writeAtomically(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("The secret file " + file + " cannot be written", e);
    }
  }

  /** Releases the lock, if this object holds it. */
  @Override
  public void close() {
    if (lockChannel != null) {
      release(path, lockChannel);
    }
  }
}
