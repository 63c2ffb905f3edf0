package vn.sogopy.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another body that asks for comments on a plan under its own letterhead, such as UBND tỉnh. */
@Schema(name = "Asker")
public record Asker(
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "Mã các nhóm cơ quan được hỏi · codes of the groups that it asks")
        List<@NotNull @Size(min = 1, max = 40) String> groups,
    @NotNull
        @Valid
        @Schema(
            description =
                "Thiếu địa danh, tên tỉnh thì theo quy hoạch · place and province default to those of the plan")
        Letterhead letterhead) {

  /**
   * The complete letterhead.
   *
   * @param plan the letterhead of the plan
   */
  public Letterhead letterhead(Letterhead plan) {
    return new Letterhead(
        letterhead.parentBody(),
        letterhead.issuer(),
        letterhead.abbreviation(),
        letterhead.place() == null ? plan.place() : letterhead.place(),
        letterhead.province() == null ? plan.province() : letterhead.province(),
        letterhead.addressee(),
        letterhead.signerTitle(),
        letterhead.signerName(),
        letterhead.recipients(),
        letterhead.bases(),
        letterhead.urges());
  }
}
