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
  private final List<TemporaryFile> files = new ArrayList<>();
  private final List<UUID> ids = new ArrayList<>();
  private final List<Point> unanswered = new ArrayList<>();
  private final List<Point> unplaced = new ArrayList<>();
  private int restricted;

  /** An incomplete comment. */
  record Point(UUID id, String index, boolean restricted) {
    private static Point of(Register.Row row) {
      return new Point(row.id(), row.index(), row.restricted());
    }
  }

  private SealedForms() {}

  /**
   * @throws ProblemException 503 if the disk cannot be written
   */
  static SealedForms of(
      Actor actor, DraftRef draft, RegisterReader registers, TemporaryFiles temporary)
      throws IOException {
    SealedForms frozen = new SealedForms();
    try {
      registers.forms(
          actor,
          draft,
          frozen::note,
          register -> frozen.files.add(temporary.write(out -> CanonicalJson.write(register, out))));
      return frozen;
    } catch (IOException | RuntimeException | Error e) {
      frozen.close();
      throw e;
    }
  }

  private void note(Register.Row row) {
    ids.add(row.id());
    restricted += row.restricted() ? 1 : 0;
    if (row.result() == null) {
      unanswered.add(Point.of(row));
    }
    if (row.unplaced()) {
      unplaced.add(Point.of(row));
    }
  }

  TemporaryFile whole() {
    return files.get(0);
  }

  /** The public form. */
  TemporaryFile open() {
    return files.get(1);
  }

  /** The ids of all comments of the whole form. */
  List<UUID> ids() {
    return ids;
  }

  int restricted() {
    return restricted;
  }

  List<Point> unanswered() {
    return unanswered;
  }

  List<Point> unplaced() {
    return unplaced;
  }

  @Override
  public void close() {
    files.forEach(TemporaryFile::close);
  }
}
