package vn.sogopy.interchange.wordletter;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.letter.attachment.FileType;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.platform.sql.Hql;

/** Proposes the points of a letter. No transaction is open during the reading of a file. */
@ApplicationScoped
@LookupUnlessProperty(name = ProposalService.ENABLED, stringValue = "false", lookupIfMissing = true)
public class ProposalService {
  /** The value false disables it. */
  static final String ENABLED = "sogopy.word-letters.enabled";

  @Inject AttachmentReader attachments;
  @Inject EntityManager entities;
  @Inject TemporaryFiles temporary;

  /**
   * Requires that the letter and all its files are visible to the caller.
   *
   * @throws ProblemException 400 for a file of another letter, 415 for a file other than DOCX, 422
   *     for a DOCX that cannot be read
   */
  ProposedParts propose(UUID letter, ProposalInput input) {
    input.check();
    List<Block> blocks =
        input.text() != null
            ? Block.pasted(input.text())
            : blocks(attachment(letter, input.attachment()));
    return LetterParts.propose(blocks, outline(letter));
  }

  /** A letter that is not on file yet: its paragraphs, and what they propose. */
  public record WordLetter(List<String> paragraphs, ProposedHead head, ProposedParts parts) {}

  /**
   * Reads a letter to a draft.
   *
   * @throws ProblemException 422 for a DOCX that cannot be read
   */
  public WordLetter read(DraftRef draft, IncomingFile file) {
    List<Block> blocks = DocxDocument.read(file.upload().content(), file.name());
    ProposedParts parts =
        LetterParts.propose(
            blocks,
            Hql.of("select s.code, s.title from Section s where s.draftId = ?", draft.id())
                .add("order by s.path")
                .list(entities, ProposedParts.Candidate.class));
    return new WordLetter(
        blocks.stream()
            .flatMap(block -> block.paragraphs().stream())
            .map(Block.Paragraph::whole)
            .toList(),
        ProposedHead.of(parts),
        parts);
  }

  private List<ProposedParts.Candidate> outline(UUID letter) {
    return Hql.of(
            "select s.code, s.title from Section s join Letter l on l.draftId = s.draftId"
                + " where l.id = ? order by s.path",
            letter)
        .list(entities, ProposedParts.Candidate.class);
  }

  private AttachmentView attachment(UUID letter, UUID id) {
    return attachments.of(List.of(letter), true).stream()
        .filter(file -> file.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    FieldError.pointer("/attachment", FieldCode.UNKNOWN_ATTACHMENT, id)));
  }

  private List<Block> blocks(AttachmentView file) {
    if (!file.mediaType().equals(FileType.DOCX.mediaType())) {
      throw new ProblemException(ProblemCode.NOT_A_WORD_FILE, file.fileName());
    }
    try (TemporaryFile copy =
        temporary.write(out -> attachments.copy(file.id(), 0, file.size() - 1, out))) {
      return DocxDocument.read(copy.path(), file.fileName());
    }
  }

  /** The source: a DOCX file of the letter, or text pasted from it. */
  public record ProposalInput(
      @Schema(
              nullable = true,
              description = "Tệp DOCX đã gửi kèm văn bản này · a DOCX file attached to this letter")
          UUID attachment,
      @Size(min = 1, max = 200_000)
          @Schema(
              nullable = true,
              description =
                  "Nội dung dán vào thay cho tệp, mỗi đoạn một dòng · pasted text instead, one paragraph a line")
          String text) {

    /**
     * @throws ProblemException 400 unless exactly one of the two is given
     */
    void check() {
      if (attachment == null && text == null) {
        throw ProblemException.invalid(FieldError.pointer("/attachment", FieldCode.REQUIRED));
      }
      if (attachment != null && text != null) {
        throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.NOT_SUPPORTED));
      }
    }
  }
}
