package vn.sogopy.register.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFiles;
import vn.sogopy.register.RegisterFiles.Dossier;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.edition.EditionFile.Form;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * The register of an edition in any form. Each form is made once from the sealed one and stored, so
 * that an edition always gives the same bytes.
 */
@ApplicationScoped
public class EditionRegisters {
  @Inject EditionReader reader;
  @Inject EditionService service;
  @Inject EditionFileRepository stored;
  @Inject TemporaryFiles temporary;
  @Inject RegisterFiles registers;
  @Inject AttachmentReader attachments;
  @Inject HeavyGuards exports;

  /**
   * @param files writes the file while the client is connected
   * @throws ProblemException 409 if the sealed or the stored file was changed
   */
  EditionFile get(Actor actor, EditionReader.Known known, Form form, FileExchange files) {
    Edition edition = known.edition();
    Optional<EditionFile> kept = reader.file(edition.id, form);
    // A new file is not verified.
    kept.ifPresent(file -> requireIntact(edition, file));
    return kept.orElseGet(
        () ->
            exports.run(
                edition.comments, EditionFile.class, () -> make(actor, known, form, files)));
  }

  private EditionFile make(Actor actor, EditionReader.Known known, Form form, FileExchange files) {
    Edition edition = known.edition();
    Register sealed = sealed(edition, form.publicForm());
    Dossier dossier =
        new Dossier(
            sealed,
            // With the copies that exist at the first request of the ZIP.
            form.format() == RegisterFormat.ZIP
                ? attachments.of(sealed.letterIds(), !form.publicForm())
                : List.of());
    try (TemporaryFile made =
        files.write(
            out -> registers.write(dossier, form.format(), form.byTopic(), edition.seal(), out))) {
      return service.storeIfAbsent(actor, edition.id, known.draft(), form, made);
    }
  }

  /**
   * Compares two editions of a plan.
   *
   * @param against the earlier one
   * @throws ProblemException 404; 400 for editions of two plans; 409 if one was changed; 422 if
   *     they do not fit into memory
   */
  public EditionDiff compare(Caller caller, UUID id, UUID against) {
    EditionReader.Known after = reader.known(caller, id);
    EditionReader.Known before = reader.known(caller, against);
    if (!before.draft().planId().equals(after.draft().planId())) {
      throw ProblemException.parameter("against", FieldCode.UNKNOWN_EDITION, against);
    }
    exports.requireRoom(before.edition().comments + after.edition().comments);
    boolean open = !caller.seesRestricted();
    return EditionDiff.of(
        before.edition(),
        sealed(before.edition(), open),
        after.edition(),
        sealed(after.edition(), open));
  }

  /** The sealed register. */
  Register sealed(Edition edition, boolean publicForm) {
    EditionFile file =
        reader.file(edition.id, Form.sealed(publicForm)).orElseThrow(() -> damaged(edition));
    requireIntact(edition, file);
    if (!publicForm && !Arrays.equals(file.sha256, edition.digest)) {
      throw damaged(edition);
    }
    // Through a file: the parser reads small parts, the database whole pieces.
    try (TemporaryFile copy = temporary.write(out -> stored.read(file.id, 0, file.size - 1, out));
        InputStream in = copy.open()) {
      return CanonicalJson.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireIntact(Edition edition, EditionFile file) {
    if (!stored.isIntact(file)) {
      throw damaged(edition);
    }
  }

  private static ProblemException damaged(Edition edition) {
    return new ProblemException(ProblemCode.EDITION_DAMAGED, edition.number);
  }
}
