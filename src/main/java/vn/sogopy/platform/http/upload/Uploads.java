package vn.sogopy.platform.http.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Uploaded files. The framework reads forms and raw files to a folder of this process, and removes
 * them at the end of the request. Embedded files are unpacked there. Files are spooled and not
 * streamed: a slow client must not hold a connection of the database, and the directory of a ZIP
 * archive is at its end.
 */
@ApplicationScoped
public class Uploads {
  /** Concurrent writers to the database: more are not faster, and delay other requests. */
  private static final int WRITERS = 4;

  /** Imports may wait for each other in the database: they must not block letters with files. */
  private static final int IMPORTERS = 2;

  private static final int WRITER_WAIT_SECONDS = 120;

  /** Maximum bytes of an XML message with its embedded files; larger files are separate parts. */
  public static final int MAX_XML = 64 * 1024 * 1024;

  /** Maximum size of a file, in bytes; with a suffix K, M or G, in powers of 1,024. */
  @ConfigProperty(name = "sogopy.attachments.max-size", defaultValue = "25M")
  MemorySize maxSize;

  @Inject TemporaryFiles temporary;
  @Inject LargeBody large;
  @Inject RoutingContext context;

  private final Semaphore writers = new Semaphore(WRITERS, true);
  private final Semaphore workbooks = new Semaphore(1, true);
  private final Semaphore importers = new Semaphore(IMPORTERS, true);

  /**
   * The single part {@code file} of a form.
   *
   * @throws ProblemException 413 for a file that is too large, 400 for any other error
   */
  public Upload file(MultipartFormDataInput form) {
    return file(form, maxSize());
  }

  /** Like {@link #file(MultipartFormDataInput)}, with a limit in bytes. */
  public Upload file(MultipartFormDataInput form, long limit) {
    return new FormParts(form, null).file(limit);
  }

  /**
   * The file that a person chose in a field of a page.
   *
   * @throws ProblemException as {@link #chosen(Collection, int, long)}; 400 for none
   */
  public Upload chosen(Collection<FormValue> parts, long limit) {
    return chosen(parts, 1, limit).stream().findFirst().orElseThrow(Uploads::missing);
  }

  /** That a file is required. */
  public static ProblemException missing() {
    return ProblemException.invalid(FieldError.pointer("/" + FormParts.FILE, FieldCode.REQUIRED));
  }

  /**
   * The files that a person chose in a field of a page.
   *
   * @param parts the values of the field; one without a file name is empty
   * @param most maximum number of files
   * @param limit maximum bytes of each
   * @throws ProblemException as {@link #file(MultipartFormDataInput)}
   */
  public List<Upload> chosen(Collection<FormValue> parts, int most, long limit) {
    return FormParts.files(
        parts.stream().filter(part -> part.isFileItem() && !isEmpty(part)).toList(), most, limit);
  }

  private static boolean isEmpty(FormValue part) {
    return part.getFileName() == null || part.getFileName().isBlank();
  }

  /**
   * A body that consists of rows.
   *
   * @throws ProblemException 400 if it is empty
   */
  public Upload rows(File body) {
    if (body.length() == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
    return sent(body);
  }

  /** Like {@link #rows}, for a table that is read into memory; it may be empty. */
  public Upload table(File body) {
    return takeTurn(sent(body));
  }

  private Upload sent(File body) {
    return Upload.of(body.toPath(), null, context.request().getHeader("Content-Type"), null);
  }

  /** Like {@link #file(MultipartFormDataInput, long)}, for a table that is read into memory. */
  public Upload table(MultipartFormDataInput form, long limit) {
    return takeTurn(file(form, limit));
  }

  private Upload takeTurn(Upload file) {
    if (file.size() > BodyLimit.DEFAULT) {
      large.work();
    }
    return file;
  }

  /**
   * A form with the part {@code letter}, JSON or XML, and a limited number of parts {@code file}.
   *
   * @param jsonLimit maximum bytes of a JSON message
   * @throws ProblemException as {@link #file}
   */
  public Form form(MultipartFormDataInput sent, int jsonLimit, int maxFiles) {
    FormParts parts = new FormParts(sent, FormParts.MESSAGE);
    Upload message = parts.message();
    boolean xml = MessageReader.isXml(message.type());
    int limit = xml ? MAX_XML : jsonLimit;
    if (message.size() > limit) {
      throw ProblemException.tooLarge(limit);
    }
    return new Form(xml ? message : takeTurn(message), parts.files(maxFiles, maxSize()));
  }

  /**
   * A message: XML alone, or the first part of a {@code multipart/related} or {@code
   * multipart/mixed} body with a limited number of files.
   *
   * @throws ProblemException as {@link #file}
   */
  public Form message(InputStream body, int maxFiles) {
    String type = context.request().getHeader("Content-Type");
    return new MessageReader(this, type, body, maxFiles).read();
  }

  /**
   * Writes a file that is embedded in another part or is stored elsewhere.
   *
   * @param pointer location of the error
   * @throws ProblemException 413 if it is too large, 400 if it is empty
   */
  public Upload unpack(String name, String pointer, TemporaryFile.Content content)
      throws IOException {
    return spool(name, null, null, pointer, maxSize(), content);
  }

  /**
   * Writes a file to the folder.
   *
   * @param limit bytes
   * @throws ProblemException 413 above the limit, 400 with this pointer if it is empty
   * @throws IOException as the content throws it
   */
  Upload spool(
      String name,
      String type,
      String contentId,
      String pointer,
      long limit,
      TemporaryFile.Content content)
      throws IOException {
    TemporaryFile file = large.keep(temporary.receive(limit, content));
    if (file.size() == 0) {
      throw ProblemException.invalid(FieldError.pointer(pointer, FieldCode.REQUIRED));
    }
    byte[] sha256 = HexFormat.of().parseHex(file.sha256());
    return new Upload(name, type, file.path(), file.size(), sha256, contentId);
  }

  /** Maximum size of a file, in bytes. */
  public long maxSize() {
    return maxSize.asLongValue();
  }

  /**
   * Runs the import of a file. Workbooks run one at a time: their texts are in memory.
   *
   * @throws ProblemException 503 if the wait times out
   */
  public <T> T inTurn(Upload file, Supplier<T> work) {
    return inTurn(file.isWorkbook() ? workbooks : importers, work);
  }

  /**
   * Runs a transaction that writes spooled files to the database; limits concurrency, in the order
   * of arrival.
   *
   * @throws ProblemException 503 if the wait times out
   */
  public <T> T inTurn(Supplier<T> work) {
    return inTurn(writers, work);
  }

  private static <T> T inTurn(Semaphore turn, Supplier<T> work) {
    acquire(turn, WRITER_WAIT_SECONDS);
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  /**
   * @throws ProblemException 503 if the wait times out
   */
  static void acquire(Semaphore semaphore, int waitSeconds) {
    try {
      if (!semaphore.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
        throw FailureProblems.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureProblems.unavailable();
    }
  }

  /**
   * For a resource method that takes a form with a message: makes the framework read the parts of
   * these names to the disk even without a file name.
   */
  public static class SpooledParts {
    @RestForm(FormParts.MESSAGE)
    public FileUpload message;

    @RestForm(FormParts.FILE)
    public FileUpload file;
  }
}
