package vn.sogopy.desk.letter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.desk.BodyNames;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.interchange.edxml.EdxmlFiling.Submission;
import vn.sogopy.interchange.edxml.EdxmlOutcome;
import vn.sogopy.interchange.edxml.EdxmlReader;
import vn.sogopy.interchange.edxml.EdxmlService;
import vn.sogopy.interchange.imports.CommentImportService;
import vn.sogopy.interchange.wordletter.ProposalService;
import vn.sogopy.interchange.wordletter.ProposalService.WordLetter;
import vn.sogopy.letter.attachment.FileType;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;

/** The files of the form: a Word letter, an edXML message, a table, or anything else. */
@RequestScoped
class SentFiles {
  static final int MOST = DraftLetterResource.LetterForm.MAX_FILES;

  @Inject CommentImportService imports;
  @Inject @Any Instance<ProposalService> proposals;
  @Inject @Any Instance<EdxmlService> edxml;
  @Inject EdxmlReader messages;
  @Inject BodyNames bodies;
  @Inject Tables tables;
  @Inject Uploads uploads;
  @Inject IdempotencyService idempotency;
  @Inject TemporaryFiles temporary;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  List<IncomingFile> of(LetterForm form) {
    List<IncomingFile> files = new ArrayList<>();
    for (Upload upload : uploads.chosen(form.files(LetterForm.FILE), MOST, uploads.maxSize())) {
      files.add(IncomingFile.of(upload, "/" + LetterForm.FILE + "/" + files.size()));
    }
    return files;
  }

  private static Optional<IncomingFile> first(List<IncomingFile> files, FileType type) {
    return files.stream().filter(file -> file.mediaType().equals(type.mediaType())).findFirst();
  }

  boolean areMessage(List<IncomingFile> files) {
    return edxml.isResolvable() && first(files, FileType.XML).isPresent();
  }

  boolean areTable(List<IncomingFile> files) {
    return files.size() == 1
        && (first(files, FileType.XLSX).isPresent()
            || files.get(0).name().toLowerCase(Locale.ROOT).endsWith(".csv"));
  }

  /** The paragraphs of the first Word letter, whose proposals are filled in once. */
  List<String> word(LetterForm form, List<IncomingFile> files) {
    Optional<IncomingFile> word = first(files, FileType.DOCX);
    if (word.isEmpty() || !proposals.isResolvable()) {
      return List.of();
    }
    WordLetter letter = proposals.get().read(draft.get(), word.get());
    String sha256 = word.get().upload().hash();
    if (!form.hasRead(sha256)) {
      form.propose(sha256, letter, bodies.inHead(letter.head().lines()));
    }
    return letter.paragraphs();
  }

  EdxmlOutcome.Preview preview(LetterForm form, List<IncomingFile> files) {
    return edxml.get().preview(submission(form, files, true));
  }

  EdxmlOutcome receive(LetterForm form, List<IncomingFile> files) {
    Submission message = submission(form, files, false);
    return uploads.inTurn(() -> idempotency.retried(() -> edxml.get().receive(message)));
  }

  private Submission submission(LetterForm form, List<IncomingFile> files, boolean dryRun) {
    IncomingFile xml = first(files, FileType.XML).orElseThrow(Uploads::missing);
    List<Upload> beside =
        files.stream().filter(file -> file != xml).map(IncomingFile::upload).toList();
    return new Submission(
        caller.actor(),
        draft.get(),
        messages.read(new Form(xml.upload(), beside)),
        form.typed(LetterForm.REASON),
        dryRun);
  }

  /** What the import of the table would do. */
  TableOutcome tried(List<IncomingFile> files) {
    Upload file = one(files);
    return uploads.inTurn(
        file,
        () ->
            tables.take(file, true, false, mode -> load(caller.actor(), draft.get(), file, mode)));
  }

  /**
   * The import of the table, to be run once, also after the end of the request: it has its own copy
   * of the file.
   *
   * @param partial whether the rows without errors are taken alone
   */
  Supplier<ImportReport> load(List<IncomingFile> files, boolean partial) {
    Upload sent = one(files);
    Actor actor = caller.actor();
    DraftRef of = draft.get();
    ImportMode mode = new ImportMode(partial, false, false, Messages.VIETNAMESE);
    TemporaryFile copy = temporary.write(out -> Files.copy(sent.content(), out));
    Upload kept =
        new Upload(sent.name(), sent.type(), copy.path(), sent.size(), sent.sha256(), null);
    return () -> {
      try (copy) {
        return uploads.inTurn(kept, () -> idempotency.retried(() -> load(actor, of, kept, mode)));
      }
    };
  }

  private ImportReport load(Actor actor, DraftRef of, Upload file, ImportMode mode) {
    return imports.withLongTimeout(() -> imports.load(actor, of, file, mode));
  }

  private static Upload one(List<IncomingFile> files) {
    return files.stream().findFirst().orElseThrow(Uploads::missing).upload();
  }
}
