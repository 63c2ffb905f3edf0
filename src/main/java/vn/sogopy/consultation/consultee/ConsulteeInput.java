package vn.sogopy.consultation.consultee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consultee in a request. */
public record ConsulteeInput(
    @NotNull
        @Size(min = 1, max = 63)
        @Schema(description = "Mã cơ quan · organization code", examples = "sgtvt")
        String organization,
    @Size(max = 20)
        @Schema(
            nullable = true,
            description = "Các văn bản xin ý kiến · letters by which it was asked")
        List<@NotNull @Valid RequestLetter> requestLetters,
    @Schema(
            nullable = true,
            description = "Hạn trả lời riêng; null = theo hạn của dự thảo · null = the draft's")
        LocalDate dueOn,
    @Schema(nullable = true, description = "Ngày nhận hồ sơ · the dossier reached it")
        LocalDate dossierReceivedOn,
    @Valid @Schema(nullable = true) Contact contact) {

  ConsulteeData data() {
    return new ConsulteeData(requestLetters, dueOn, dossierReceivedOn, contact);
  }
}
