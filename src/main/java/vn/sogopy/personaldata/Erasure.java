package vn.sogopy.personaldata;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.personaldata.PersonalData.Kind;
import vn.sogopy.personaldata.PersonalData.Place;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/** What an erasure did, without the name. */
@Schema(name = "PersonalDataErasure")
public record Erasure(
    UUID id,
    Instant at,
    @Schema(description = "Đã xóa ở bao nhiêu chỗ, theo loại · how many places of each kind")
        List<Count> erased,
    @Schema(
            description = "Tên còn ở đâu và vì sao · where the name remains, and why",
            maxItems = PersonalData.MAX)
        List<Place> remaining,
    @Schema(description = "Còn chỗ khác chưa nêu · there are more") boolean incomplete) {

  @Schema(name = "PersonalDataCount")
  public record Count(Kind kind, int places) {}

  @Schema(name = "PersonalDataErasureInput")
  public record Input(
      @NotNull
          @Size(min = 2, max = 200)
          @Schema(
              description =
                  "Họ và tên đầy đủ, có dấu, từ hai chữ trở lên · the full name with its accents, two words or more",
              examples = "Nguyễn Văn A")
          String person,
      @NotNull
          @Size(min = 1, max = 1_000)
          @Schema(
              description = "Lý do, căn cứ của yêu cầu · why, and by which request",
              examples = "Phiếu yêu cầu số 03 ngày 15/01/2026")
          String reason) {

    /**
     * @throws ProblemException 400 for a single word, which would be erased within other names
     */
    void requireFullName() {
      if (!Text.foldName(person).contains(" ")) {
        throw ProblemException.invalid(
            FieldError.pointer("/person", FieldCode.INVALID_FORMAT, "Nguyễn Văn A"));
      }
    }
  }
}
