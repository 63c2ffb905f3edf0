package vn.sogopy.platform.http.upload;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.download.DiskOutput;
import vn.sogopy.platform.http.download.LimitedOutput;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;

/**
 * Takes forms with files from the wire to a {@linkplain UploadFolder spool folder}.
 *
 * <p>The framework's own multipart would read the whole body before the resource runs, so before
 * 403 and 404, and with the one size limit that all operations share. Here nothing is read until
 * the resource asks for it, every byte is counted on its way, a file that grows too large is given
 * up at the limit, and never more than {@code sogopy.attachments.max-parallel} files lie in the
 * folder at once. Spooled, not passed on as they come: a slow client must not hold a connection of
 * the database, and what a ZIP archive is shows at its end.
 */
@ApplicationScoped
public class Uploads {
  private static final Logger LOG = Logger.getLogger(Uploads.class);

  /** Writers to the database at once: more of them would not be faster, and would starve others. */
  private static final int WRITERS = 4;

  /** Imports may wait for each other in the database: they must not keep letters with files out. */
  private static final int IMPORTERS = 2;

  private static final int WRITER_WAIT_SECONDS = 120;

  /** Bytes of a file that is only looked at. */
  static final long MOST_DIGESTED = 1024L * 1024 * 1024;

  /** Bytes of an XML message with what is packed into it; larger files come beside it. */
  static final long MOST_XML = 64L * 1024 * 1024;

  /** The greatest file, in bytes; with a suffix K, M or G, in powers of 1,024. */
  @ConfigProperty(name = "sogopy.attachments.max-size", defaultValue = "25M")
  MemorySize maxSize;

  /** Files that may be on their way at once, on this replica; above it 503 with Retry-After. */
  @ConfigProperty(name = "sogopy.attachments.max-parallel", defaultValue = "64")
  int maxParallel;

  @Inject UploadFolder folder;
  @Inject JsonInput input;

  private final Semaphore writers = new Semaphore(WRITERS, true);
  private final Semaphore workbooks = new Semaphore(1, true);
  private final Semaphore importers = new Semaphore(IMPORTERS, true);
  private Semaphore places;

  @PostConstruct
  void prepare() {
    places = new Semaphore(maxParallel);
  }

  /** A process that was killed could not clean up; the folder belongs to this process alone. */
  void clean(@Observes StartupEvent event) {
    try {
      Files.createDirectories(folder.path());
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.path())) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a form with exactly one part, {@code file}; to be closed.
   *
   * @throws ProblemException 415 for another media type, 413 for a file that is too large, 400 for
   *     anything else that is wrong, 503 when too many are on their way
   */
  public Form readFile(Body body) {
    return new FormReader(this, body, null, 0, 1).read();
  }

  /**
   * The body as a file on the disk: raw under one of these media types, or as the one part {@code
   * file} of a form; to be closed.
   *
   * @param limit in bytes
   * @throws ProblemException as {@link #readFile}
   */
  public SentFile readSent(Body body, int limit, Set<String> types) {
    if (body.is(MediaType.MULTIPART_FORM_DATA)) {
      Form form = FormReader.ofOne(this, body, limit).read();
      return new SentFile(form.file(), form::close);
    }
    Set<String> accepted = new HashSet<>(types);
    accepted.add(MediaType.MULTIPART_FORM_DATA);
    body.requireSpooled(accepted, limit);
    FieldError empty = FieldError.pointer("", FieldCode.EMPTY_BODY);
    try {
      Upload upload = spool(null, body.typeName(), null, empty, out -> body.spool(limit, out));
      body.fingerprint(upload.sha256());
      return new SentFile(upload, () -> remove(upload.content()));
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder.path(), e);
    }
  }

  /**
   * The SHA-256 of the one part {@code file} of a form, of up to {@link #MOST_DIGESTED} bytes; it
   * is not kept anywhere.
   *
   * @throws ProblemException as {@link #readFile}
   */
  public byte[] digest(Body body) {
    try (Form form = FormReader.digesting(this, body, MOST_DIGESTED).read()) {
      return form.file().sha256();
    }
  }

  /**
   * Reads a form with one JSON part and up to so many parts {@code file}; to be closed.
   *
   * @param json name of the JSON part
   * @param jsonLimit its greatest size in bytes
   * @throws ProblemException as {@link #readFile}
   */
  public Form read(Body body, String json, int jsonLimit, int maxFiles) {
    return new FormReader(this, body, json, jsonLimit, maxFiles).read();
  }

  /**
   * Reads a message: XML alone, or the first part of a {@code multipart/related} or {@code
   * multipart/mixed} body with up to so many files beside it; to be closed.
   *
   * @throws ProblemException as {@link #readFile}
   */
  public Form readMessage(Body body, int maxFiles) {
    return new MessageReader(this, body, maxFiles).read();
  }

  /** An empty form, for files that do not come from the wire; to be closed. */
  public Form newForm() {
    return new Form(input, this::remove);
  }

  /**
   * Adds a file to the form that was packed into another part, or is kept elsewhere.
   *
   * @param pointer names it where it is empty
   * @throws ProblemException 413 if it is too large, 400 if it is empty
   */
  public Upload unpack(
      Form form, String name, String contentId, String pointer, TemporaryFile.Content content)
      throws IOException {
    Upload file =
        spool(
            name,
            contentId,
            pointer,
            out -> content.write(new LimitedOutput(out, maxSize.asLongValue())));
    form.add(file);
    return file;
  }

  /** As below, for what has no media type of its own; the pointer names it where it is empty. */
  Upload spool(String name, String contentId, String pointer, TemporaryFile.Content content)
      throws IOException {
    FieldError empty = FieldError.pointer(pointer, FieldCode.REQUIRED);
    return spool(name, null, contentId, empty, content);
  }

  /**
   * Writes a file to the folder.
   *
   * @throws ProblemException 400 with this error if there is nothing in it
   */
  Upload spool(
      String name, String type, String contentId, FieldError ifEmpty, TemporaryFile.Content content)
      throws IOException {
    Path file = newFile();
    try {
      MessageDigest digest = Sha256.digest();
      try (OutputStream out = new DigestOutputStream(new DiskOutput(file), digest)) {
        content.write(out);
      }
      long size = Files.size(file);
      if (size == 0) {
        throw ProblemException.invalid(ifEmpty);
      }
      return new Upload(name, type, file, size, digest.digest(), contentId);
    } catch (IOException | RuntimeException e) {
      remove(file);
      throw e;
    }
  }

  long maxSize() {
    return maxSize.asLongValue();
  }

  /** An empty file with a place in the folder, to be given back by {@link #remove}. */
  private Path newFile() {
    if (!places.tryAcquire()) {
      throw FailureProblems.unavailable();
    }
    try {
      return Files.createTempFile(folder.path(), "upload-", null);
    } catch (IOException e) {
      places.release();
      throw FailureProblems.unwritable(folder.path(), e);
    }
  }

  /** Removes a file of {@link #newFile} and gives its place back. */
  void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf("cannot remove %s: %s", file, e);
    }
    places.release();
  }

  /**
   * Runs what brings the rows of a file into the database. Workbooks come one at a time: their
   * texts lie in memory as long as they are read.
   *
   * @throws ProblemException 503 if the turn does not come in time
   */
  public <T> T inTurn(SentFile file, Supplier<T> work) {
    return inTurn(file.kind() == SentFile.Kind.XLSX ? workbooks : importers, work);
  }

  /**
   * Runs what writes spooled files to the database: a few at a time, in the order of arrival.
   *
   * @throws ProblemException 503 if the turn does not come in time
   */
  public <T> T inTurn(Supplier<T> work) {
    return inTurn(writers, work);
  }

  private static <T> T inTurn(Semaphore turn, Supplier<T> work) {
    try {
      if (!turn.tryAcquire(WRITER_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw FailureProblems.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureProblems.unavailable();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }
}
