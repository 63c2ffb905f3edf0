package vn.sogopy.register.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.platform.http.download.ExportGuard;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterArchive;
import vn.sogopy.register.RegisterArchive.Dossier;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.Renderers;
import vn.sogopy.register.Seal;
import vn.sogopy.security.Actor;

/**
 * The register of an edition in any form. Each form is made once from the sealed one and stored, so
 * that an edition always gives the same bytes.
 */
@ApplicationScoped
class EditionRegisters {
  @Inject EditionReader reader;
  @Inject EditionService service;
  @Inject EditionStore store;
  @Inject TemporaryFiles temporary;
  @Inject Renderers renderers;
  @Inject RegisterArchive archive;
  @Inject AttachmentReader attachments;
  @Inject ExportGuard exports;

  /**
   * @param files writes the file while the client is connected
   * @throws ProblemException 409 if the sealed or the stored file was changed
   */
  EditionFile get(Actor actor, EditionReader.Known known, SealedForm form, FileExchange files) {
    Edition edition = known.edition();
    Optional<EditionFile> kept = reader.file(edition.id, form);
    // A new file is not verified.
    kept.ifPresent(file -> requireIntact(edition, file));
    return kept.orElseGet(
        () ->
            exports.run(
                edition.comments, EditionFile.class, () -> make(actor, known, form, files)));
  }

  private EditionFile make(
      Actor actor, EditionReader.Known known, SealedForm form, FileExchange files) {
    Register frozen = frozen(known.edition(), form.publicForm());
    try (TemporaryFile made =
        files.write(out -> write(frozen, form, known.edition().seal(), out))) {
      return service.keepMade(actor, known.edition().id, known.draft(), form, made);
    }
  }

  private void write(Register frozen, SealedForm form, Seal seal, OutputStream out)
      throws IOException {
    if (form.format() == RegisterFormat.ZIP) {
      // With the copies that exist at the first request of the ZIP.
      Dossier dossier = new Dossier(frozen, attachments.of(frozen.letterIds(), !form.publicForm()));
      archive.write(dossier, form.byTopic(), seal, out);
    } else {
      renderers.of(form.format()).write(form.byTopic() ? frozen.byTopic() : frozen, seal, out);
    }
  }

  /** The sealed register. */
  Register frozen(Edition edition, boolean publicForm) {
    EditionFile file =
        reader.file(edition.id, SealedForm.frozen(publicForm)).orElseThrow(() -> damaged(edition));
    requireIntact(edition, file);
    if (!publicForm && !Arrays.equals(file.sha256, edition.digest)) {
      throw damaged(edition);
    }
    // Through a file: the parser reads small parts, the database whole pieces.
    try (TemporaryFile copy = temporary.write(out -> store.read(file.id, 0, file.size - 1, out));
        InputStream in = copy.open()) {
      return CanonicalJson.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireIntact(Edition edition, EditionFile file) {
    if (!store.isIntact(file)) {
      throw damaged(edition);
    }
  }

  private static ProblemException damaged(Edition edition) {
    return new ProblemException(ProblemCode.EDITION_DAMAGED, edition.number);
  }
}
