package vn.sogopy.register.edition;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @Schema(description = "Có ý kiến hạn chế người xem · holds restricted comments")
        boolean restricted,
    @Schema(description = "SHA-256 của nội dung đã chốt (JSON chuẩn tắc) · of the canonical JSON")
        String digest,
    @Schema(examples = "3F2A-9C10-77DE-B4E1", description = "Mã xác thực · printed at the end")
        String verificationCode,
    Instant sealedAt,
    String sealedBy,
    @Schema(nullable = true, description = "Số, ngày văn bản; null khi chưa ban hành · once issued")
        Issuance issuance,
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

  /** A file of an edition. */
  @Schema(name = "EditionFile")
  public record File(
      UUID id,
      @Schema(description = "REGISTER, SIGNED_COPY") EditionFile.Kind kind,
      RegisterFormat format,
      @Schema(description = "organization, section") String view,
      boolean publicForm,
      boolean issued,
      String fileName,
      long size,
      String sha256,
      Instant createdAt,
      String createdBy,
      boolean intact) {

    static File of(EditionFile file, boolean intact) {
      return new File(
          file.id,
          file.kind,
          file.form.format(),
          file.form.view(),
          file.form.publicForm(),
          file.form.issued(),
          file.fileName,
          file.size,
          file.hash(),
          file.createdAt,
          file.createdBy,
          intact);
    }
  }
}
