package vn.sogopy.interchange.phrase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** A phrase that an office uses again and again in its answers. */
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

  /** As people mark the place to fill in: an ellipsis, dots or underscores in a row. */
  private static final Pattern PLACE = Pattern.compile("…|\\.{2,}|_{2,}");

  /**
   * @throws ProblemException 400 for a phrase that is nothing but places to fill in
   */
  void check() {
    if (fixed(text).isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
  }

  /** The pieces between the places to fill in, those with a letter or a digit. */
  static List<String> fixed(String phrase) {
    return Arrays.stream(PLACE.split(phrase))
        .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
