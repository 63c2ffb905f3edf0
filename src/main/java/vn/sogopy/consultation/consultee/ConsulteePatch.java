package vn.sogopy.consultation.consultee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of a consultee that can change. */
public record ConsulteePatch(
    @Size(max = 20)
        @Schema(
            nullable = true,
            description = "Các văn bản xin ý kiến · letters by which it was asked")
        List<@NotNull @Valid RequestLetter> requestLetters,
    @Schema(
            nullable = true,
            description =
                "Gia hạn: hạn trả lời riêng; null = theo hạn của dự thảo · extends; null = the draft's")
        LocalDate dueOn,
    @Schema(nullable = true, description = "Ngày nhận hồ sơ · the dossier reached it")
        LocalDate dossierReceivedOn,
    @Valid @Schema(nullable = true) Contact contact,
    @Size(min = 1, max = 1_000)
        @Schema(nullable = true, description = "Lý do, ghi vào lịch sử · why, for the history")
        String reason) {

  static ConsulteePatch of(ConsulteeData data) {
    return new ConsulteePatch(
        data.requestLetters(), data.dueOn(), data.dossierReceivedOn(), data.contact(), null);
  }

  ConsulteeData data() {
    return new ConsulteeData(requestLetters, dueOn, dossierReceivedOn, contact);
  }
}
