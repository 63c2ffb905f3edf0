package vn.sogopy.register.edition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.Problem.Blocker;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterReader;
import vn.sogopy.security.Actor;

/**
 * The canonical JSON of both forms of a register, in temporary files, with the ids and counts of
 * its comments.
 */
final class SealedForms implements AutoCloseable {
  /** Of all comments of the whole form. */
  final List<UUID> ids = new ArrayList<>();

  /** The first comments without a result. */
  final List<Blocker> unanswered = new ArrayList<>();

  /** The first comments without a place of their change. */
  final List<Blocker> unplaced = new ArrayList<>();

  private final Edition edition;
  private final List<TemporaryFile> files = new ArrayList<>();

  /**
   * @param edition receives the counts
   * @throws ProblemException 503 if the disk cannot be written
   */
  SealedForms(
      Actor actor,
      DraftRef draft,
      Edition edition,
      RegisterReader registers,
      TemporaryFiles temporary)
      throws IOException {
    this.edition = edition;
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
    int restricted = row.restricted() ? 1 : 0;
    ids.add(row.id());
    edition.comments++;
    edition.restricted += restricted;
    if (row.result() == null) {
      edition.unanswered++;
      edition.restrictedUnanswered += restricted;
      add(unanswered, "unanswered", row);
    }
    if (row.unplaced()) {
      edition.unplaced++;
      edition.restrictedUnplaced += restricted;
      add(unplaced, "unplaced", row);
    }
  }

  private static void add(List<Blocker> blockers, String code, Register.Row row) {
    if (blockers.size() < Blocker.MAX_ITEMS) {
      blockers.add(new Blocker(code, row.id(), row.index()));
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
