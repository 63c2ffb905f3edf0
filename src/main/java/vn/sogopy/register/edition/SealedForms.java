package vn.sogopy.register.edition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterReader;
import vn.sogopy.security.Actor;

/**
 * The canonical JSON of both forms of a register, in temporary files, and the data of the comments
 * that sealing needs.
 */
final class SealedForms implements AutoCloseable {
  /** Of all comments of the whole form. */
  final List<UUID> ids = new ArrayList<>();

  final List<Point> unanswered = new ArrayList<>();
  final List<Point> unplaced = new ArrayList<>();

  /** Number of restricted comments. */
  int restricted;

  private final List<TemporaryFile> files = new ArrayList<>();

  /** An incomplete comment. */
  record Point(UUID id, String index, boolean restricted) {}

  /**
   * @throws ProblemException 503 if the disk cannot be written
   */
  SealedForms(Actor actor, DraftRef draft, RegisterReader registers, TemporaryFiles temporary)
      throws IOException {
    try {
      registers.forms(
          actor,
          draft,
          this::note,
          register -> files.add(temporary.write(out -> CanonicalJson.write(register, out))));
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void note(Register.Row row) {
    ids.add(row.id());
    restricted += row.restricted() ? 1 : 0;
    if (row.result() == null) {
      unanswered.add(new Point(row.id(), row.index(), row.restricted()));
    }
    if (row.unplaced()) {
      unplaced.add(new Point(row.id(), row.index(), row.restricted()));
    }
  }

  TemporaryFile whole() {
    return files.get(0);
  }

  TemporaryFile publicForm() {
    return files.get(1);
  }

  @Override
  public void close() {
    files.forEach(TemporaryFile::close);
  }
}
