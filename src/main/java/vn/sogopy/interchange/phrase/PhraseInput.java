package vn.sogopy.interchange.phrase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** A stock phrase for answers, in a request. */
public record PhraseInput(
    @NotNull
        @Size(min = 1, max = 500)
        @Schema(
            description =
                "Câu mẫu; … (hoặc ..., ___) là chỗ để điền · the phrase; … (or ..., ___) is where something is filled in",
            examples = "Tiếp thu, đã chỉnh sửa tại trang …, mục …")
        String text,
    @Schema(
            nullable = true,
            description =
                "Dùng cho kết quả này; null = kết quả nào cũng được · for this result; null = any")
        Result result) {

  /**
   * @throws ProblemException 400 for a phrase that has only placeholders
   */
  void check() {
    if (PhraseWords.fixed(text).isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
  }
}
