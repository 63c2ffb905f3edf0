package vn.sogopy.register.edition;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.register.RegisterFormat;

/** An edition with its counts and files. */
@Schema(name = "Edition")
public record EditionView(
    UUID id,
    String plan,
    int draft,
    @Schema(description = "Số thứ tự bản chốt trong dự thảo · number within the draft") int number,
    @Schema(nullable = true) String note,
    boolean allowUnanswered,
    boolean allowUnplaced,
    @Schema(description = "Số ý kiến tại Phụ lục I · rows of annex I") int comments,
    @Schema(description = "Trong đó chưa xử lý xong · neither approved nor withdrawn")
        int unanswered,
    @Schema(description = "Trong đó tiếp thu mà chưa ghi nơi chỉnh sửa · accepted, without place")
        int unplaced,
    @Schema(description = "Có ý kiến hạn chế tiếp cận · holds restricted comments")
        boolean restricted,
    @Schema(description = "SHA-256 của nội dung đã chốt (JSON chuẩn tắc) · of the canonical JSON")
        String digest,
    @Schema(examples = "3F2A-9C10-77DE-B4E1", description = "Mã tra cứu · printed at the end")
        String verificationCode,
    Instant sealedAt,
    String sealedBy,
    @Schema(nullable = true, description = "Số, ngày văn bản; null khi chưa ban hành · once issued")
        Issuance issuance,
    @Schema(
            description =
                "Các lần sửa số, ngày, cũ trước · corrections of number and date, oldest first")
        List<Correction> corrections,
    @Schema(
            description =
                "Số, ngày văn bản đáng xem lại, không phải lỗi · what is odd about number and date; no refusals")
        List<Warning> warnings,
    @Schema(
            description =
                "false: dữ liệu đã chốt bị thay đổi ngoài dịch vụ · something was changed in the database")
        boolean intact,
    @Schema(description = "Các tệp đã lập và bản đã ký · files made, and signed copies")
        List<File> files,
    int version) {

  /** Number and date of the report. */
  @Embeddable
  @Schema(name = "Issuance")
  public record Issuance(
      String reportNumber, LocalDate reportDate, Instant issuedAt, String issuedBy) {}

  /** A correction, with what the number and the date were before it. */
  @Schema(name = "IssuanceCorrection")
  public record Correction(
      @Schema(description = "Số trước khi sửa · the number before") String reportNumber,
      @Schema(description = "Ngày trước khi sửa · the date before") LocalDate reportDate,
      Instant at,
      String by,
      String reason) {}

  /** A file of an edition. */
  @Schema(name = "EditionFile")
  public record File(
      UUID id,
      @Schema(description = "REGISTER, SIGNED_COPY") EditionFile.Kind kind,
      RegisterFormat format,
      @Schema(description = "organization, section") String view,
      boolean publicForm,
      boolean issued,
      @Schema(
              description =
                  "In số, ngày sau lần sửa thứ mấy; 0 = chưa sửa · with number and date after so many corrections")
          int correction,
      String fileName,
      long size,
      String sha256,
      Instant createdAt,
      String createdBy,
      boolean intact,
      @Schema(description = "Bản đã ký không có chữ ký số · a signed copy without a signature")
          List<Warning> warnings) {

    static File of(EditionFile file, boolean intact) {
      return new File(
          file.id,
          file.kind,
          file.form.format(),
          file.form.view(),
          file.form.publicForm(),
          file.form.issued(),
          file.form.correction(),
          file.fileName,
          file.size,
          file.hash(),
          file.createdAt,
          file.createdBy,
          intact,
          Boolean.FALSE.equals(file.hasSignature)
              ? List.of(Warning.of("/file", WarningCode.SIGNATURE_MISSING, file.fileName))
              : List.of());
    }
  }
}
