package vn.sogopy.consultation.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.intake.CommentInput;

/** A comment within a letter: a {@link CommentInput} without the fields of the letter. */
@Schema(name = "LetterCommentInput")
public record LetterComment(
    @Size(min = 1, max = 40)
        @Schema(
            nullable = true,
            description = "Mã mục; null = ý kiến chung · section code; null = a general comment",
            examples = "V.1")
        String section,
    @Size(max = 20)
        @Schema(nullable = true, description = "Các mục liên quan khác · further sections touched")
        List<@NotNull @Size(min = 1, max = 40) String> alsoSections,
    @Valid @Schema(nullable = true) Locator locator,
    @Schema(nullable = true, defaultValue = "OTHER") Kind kind,
    @NotNull @Size(min = 1, max = 20_000) @Schema(description = "Nội dung góp ý · what is said")
        String content,
    @Size(min = 1, max = 20_000)
        @Schema(nullable = true, description = "Đề xuất sửa · proposed wording")
        String proposal,
    @Valid @Schema(nullable = true) Author author,
    @Schema(
            nullable = true,
            description =
                "Tiếp theo ý kiến này ở dự thảo trước · follows this comment of an earlier draft")
        UUID follows,
    @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\n\\t]+")
        @Schema(
            nullable = true,
            description =
                "Mã ở hệ thống gửi, duy nhất theo client và quy hoạch · the sender's own id, unique per client and plan")
        String externalId,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Hạn chế tiếp cận · for its organization, CONSULTANT and COORDINATOR alone")
        Boolean restricted) {

  /** Sets the default values, so that omitted and explicit ones compare as equal. */
  public LetterComment {
    alsoSections = alsoSections == null ? List.of() : alsoSections;
    kind = kind == null ? Kind.OTHER : kind;
    restricted = Boolean.TRUE.equals(restricted);
  }

  /** The equivalent comment sent alone with a reference to the letter. */
  CommentInput in(LetterRequest letter, String organization) {
    return new CommentInput(
        organization,
        CommentInput.Letter.of(letter.number(), letter.date()),
        section,
        alsoSections,
        locator,
        kind,
        content,
        proposal,
        author,
        follows,
        externalId,
        restricted,
        letter.reason());
  }
}
