package vn.sogopy.interchange.wordletter;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** What to read: a DOCX file of the letter, or text that was pasted from it. */
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
