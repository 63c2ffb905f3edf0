package vn.sogopy.register.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.register.RegisterQueries;
import vn.sogopy.register.RegisterReader;
import vn.sogopy.register.RegisterScope;
import vn.sogopy.register.edition.EditionFile.Form;
import vn.sogopy.security.Actor;

/** Seals registers, and stores the files made from them. */
@ApplicationScoped
public class EditionService {
  static final String PATH = "/api/v1/editions/";

  @Inject RegisterReader registers;
  @Inject RegisterQueries rows;
  @Inject DraftRepository drafts;
  @Inject EditionRepository editions;
  @Inject EditionFileRepository files;
  @Inject TemporaryFiles temporary;
  @Inject HeavyGuards exports;
  @Inject DataSource source;

  /**
   * Seals the register of a draft: the whole form and the public form, from one snapshot. Comments
   * may change later; the edition has its own copy.
   *
   * @param expected the number that it is to have, against sealing twice; null = any
   * @return the edition's id
   * @throws ProblemException 409 while the draft is PREPARING, while something required is missing
   *     (with the list), or when another coordinator sealed at the same time (with Location); 422
   *     if no format supports this number of comments
   */
  @Transactional
  public UUID seal(Actor actor, DraftRef draft, EditionInput input, Integer expected) {
    exports.requireRoom(registers.size(draft, RegisterScope.whole(false), true));
    int number = next(draft, expected);
    requireBegun(draft);
    Edition edition = new Edition();
    try (SealedForms forms = new SealedForms(actor, draft, edition, registers, temporary)) {
      requireReady(edition, input, forms);
      edition.draftId = draft.id();
      edition.number = number;
      edition.note = input.note();
      edition.allowUnanswered = input.takesUnanswered();
      edition.allowUnplaced = input.takesUnplaced();
      edition.sealedAt = actor.at();
      edition.sealedBy = actor.caller().name();
      edition.client = actor.caller().client();
      edition.digest = HexFormat.of().parseHex(forms.whole().sha256());
      editions.persistAndFlush(edition);
      keep(actor, edition, draft, Form.sealed(false), forms.whole());
      keep(actor, edition, draft, Form.sealed(true), forms.publicForm());
      rows.addEdition(edition.id, forms.ids);
      return edition.id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the next edition, locked until the end of the transaction. */
  private int next(DraftRef draft, Integer expected) {
    int before =
        expected == null
            ? editions.latest(draft.id()).map(edition -> edition.number).orElse(0)
            : expected - 1;
    Sql.lockName(source, "edition of " + draft.id());
    Optional<Edition> latest = editions.latest(draft.id());
    int now = latest.map(edition -> edition.number).orElse(0);
    if (now > before) {
      throw new ProblemException(ProblemCode.EDITION_SEALED_MEANWHILE, now)
          .header("Location", PATH + latest.orElseThrow().id);
    }
    return now + 1;
  }

  private void requireBegun(DraftRef draft) {
    if (drafts.findById(draft.id()).status == DraftStatus.PREPARING) {
      throw new ProblemException(ProblemCode.DRAFT_PREPARING, draft.number());
    }
  }

  private static void requireReady(Edition edition, EditionInput input, SealedForms forms) {
    int unanswered = input.takesUnanswered() ? 0 : edition.unanswered;
    int unplaced = input.takesUnplaced() ? 0 : edition.unplaced;
    if (unanswered > 0 || unplaced > 0) {
      throw new ProblemException(ProblemCode.EDITION_NOT_READY, unanswered, unplaced)
          .blockers(
              unanswered == 0 ? List.of() : forms.unanswered,
              unplaced == 0 ? List.of() : forms.unplaced);
    }
  }

  /**
   * Sets the number and date of the report, once.
   *
   * @throws ProblemException 409 if it has them
   */
  @Transactional
  public void issue(Actor actor, UUID id, IssuanceInput input) {
    Edition edition = editions.lock(id);
    if (edition.isIssued()) {
      throw new ProblemException(
          ProblemCode.EDITION_ISSUED,
          edition.issuance.reportNumber(),
          edition.issuance.reportDate());
    }
    edition.issuance =
        new EditionView.Issuance(
            input.reportNumber(), input.reportDate(), actor.at(), actor.caller().name());
    editions.flush();
  }

  /**
   * Corrects the number and date of the report. What they were before is kept; the files that were
   * made with them stay.
   *
   * @throws ProblemException 409 before the edition is issued; 400, 428, 412
   */
  @Transactional
  public void correctIssuance(Actor actor, UUID id, MergePatch patch, IfMatch ifMatch) {
    Edition edition = editions.lock(id);
    requireIssued(edition);
    EditionView.Issuance before = edition.issuance;
    IssuancePatch wanted =
        patch.on(
            new IssuancePatch(before.reportNumber(), before.reportDate(), null),
            IssuancePatch.class);
    ifMatch.checkBefore(edition.version);
    EditionView.Issuance after =
        new EditionView.Issuance(
            wanted.reportNumber(), wanted.reportDate(), before.issuedAt(), before.issuedBy());
    if (!after.equals(before)) {
      editions.getEntityManager().persist(IssuanceCorrection.of(actor, edition, wanted.reason()));
      edition.issuance = after;
      edition.corrections++;
      editions.flush();
    }
  }

  private static void requireIssued(Edition edition) {
    if (!edition.isIssued()) {
      throw new ProblemException(ProblemCode.EDITION_NOT_ISSUED);
    }
  }

  /**
   * An uploaded signed copy.
   *
   * @throws ProblemException 415 unless it is an undamaged PDF; 400 for an unusable name
   */
  public static IncomingFile signedCopy(Upload upload) {
    IncomingFile file = IncomingFile.stored(upload, "/file");
    if (!file.isPdf()) {
      throw new ProblemException(ProblemCode.UNSUPPORTED_FILE_TYPE, file.name());
    }
    return file;
  }

  /**
   * Stores a signed and stamped copy.
   *
   * @throws ProblemException 409 before the edition is issued
   */
  @Transactional
  public EditionView.File fileSignedCopy(Actor actor, UUID id, IncomingFile sent) {
    requireIssued(editions.lock(id));
    Upload upload = sent.upload();
    EditionFile file =
        new EditionFile(
            actor,
            id,
            EditionFile.Kind.SIGNED_COPY,
            Form.SIGNED_COPY,
            sent.name(),
            upload.size(),
            upload.sha256());
    file.hasSignature = sent.isSigned();
    files.add(file, upload.content());
    return EditionView.File.of(file, true);
  }

  /**
   * Stores a new form, unless another request or replica has stored one before.
   *
   * @return the stored one
   */
  @Transactional
  EditionFile storeIfAbsent(Actor actor, UUID id, DraftRef draft, Form form, TemporaryFile made) {
    Edition edition = editions.lock(id);
    return files.register(id, form).orElseGet(() -> keep(actor, edition, draft, form, made));
  }

  private EditionFile keep(
      Actor actor, Edition edition, DraftRef draft, Form form, TemporaryFile made) {
    EditionFile file =
        new EditionFile(
            actor,
            edition.id,
            EditionFile.Kind.REGISTER,
            form,
            form.fileName(draft, edition.number),
            made.size(),
            HexFormat.of().parseHex(made.sha256()));
    files.add(file, made.path());
    return file;
  }

  /** The request body of a sealing. */
  @Schema(name = "EditionInput")
  public record EditionInput(
      @Size(min = 1, max = 1000) @Schema(nullable = true, description = "Ghi chú · a note")
          String note,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "Chốt cả khi còn ý kiến chưa xử lý xong; in \"đang nghiên cứu, xử lý\" · although some are neither approved nor withdrawn")
          Boolean allowUnanswered,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "Chốt cả khi nội dung tiếp thu chưa ghi nơi chỉnh sửa; in \"sẽ chỉnh sửa tại mục …\" · although accepted ones have no place yet")
          Boolean allowUnplaced) {

    boolean takesUnanswered() {
      return Boolean.TRUE.equals(allowUnanswered);
    }

    boolean takesUnplaced() {
      return Boolean.TRUE.equals(allowUnplaced);
    }
  }

  /** Number and date of the report, given after signature. */
  @Schema(name = "IssuanceInput")
  public record IssuanceInput(
      @NotNull
          @Size(min = 1, max = 50)
          @Pattern(regexp = "[^\\n\\t]*")
          @Schema(
              description =
                  "Số, hoặc số và ký hiệu · the number alone, or with its symbol: 126, 126/BC-SKHĐT",
              examples = "126")
          String reportNumber,
      @NotNull @Schema(description = "Ngày ban hành · date of issue", examples = "2021-10-05")
          LocalDate reportDate) {}

  /** The corrected number and date of the report, and why. */
  @Schema(name = "IssuancePatch")
  public record IssuancePatch(
      @NotNull @Size(min = 1, max = 50) @Pattern(regexp = "[^\\n\\t]*") @Schema(examples = "162")
          String reportNumber,
      @NotNull @Schema(examples = "2021-10-05") LocalDate reportDate,
      @NotNull
          @Size(min = 1, max = 1_000)
          @Schema(description = "Lý do, luôn phải ghi · why; always needed")
          String reason) {}
}
