package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.text.VietnamTime;

/** The header of a message; docs/domain.md section 4. */
@Schema(name = "EdxmlHeader")
public record EdxmlHeader(
    @Schema(
            nullable = true,
            maxLength = 100,
            description = "From/OrganId, như đã ghi · as written",
            examples = "000.00.05.H03")
        String senderId,
    @Schema(nullable = true, maxLength = 300, description = "From/OrganName") String senderName,
    @Schema(nullable = true, maxLength = 100, description = "To/OrganId") String recipientId,
    @Schema(
            maxLength = 100,
            description = "CodeNumber và CodeNotation · both of them",
            examples = "642/SXD-QHKT")
        String number,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
            description =
                "PromulgationInfo/PromulgationDate, cả khi ngoài các năm 1900-2200 · also where it is not of the years 1900 to 2200")
        LocalDate date,
    @Schema(
            nullable = true,
            maxLength = 2_000,
            description = "Subject; null nếu mật · null if secret")
        String subject,
    @Schema(nullable = true) Letter.Signer signer,
    @Schema(nullable = true, maxLength = 100, description = "DueDate, như đã ghi · as written")
        String dueDate,
    @Schema(description = "Trả lời những văn bản này · the letters it answers", maxItems = 50)
        List<ResponseFor> responseFor,
    @Schema(
            maxLength = 200,
            description =
                "Mã định danh văn bản: như đã gửi, về một dạng; nếu không có thì ghép từ các phần · as sent, in one form; made of its parts if absent",
            examples = "000.00.05.H03,2021/09/06,642/SXD-QHKT")
        String documentId,
    BusinessType businessType,
    @Schema(nullable = true, maxLength = 1_000, description = "BussinessDocReason")
        String businessReason,
    @Schema(
            nullable = true,
            maxLength = 200,
            description = "Văn bản bị thu hồi, cập nhật, thay thế · the earlier document meant")
        String earlierDocumentId,
    @Schema(description = "Có độ mật: chỉ ghi nhận là đã đến · a degree of secrecy: a stub")
        boolean classified) {

  /** The letter that this one answers; null if the message has none. */
  @Schema(name = "EdxmlResponseFor")
  public record ResponseFor(
      @Schema(nullable = true, maxLength = 100) String organId,
      @Schema(nullable = true, maxLength = 100) String code,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(nullable = true) LocalDate date,
      @Schema(nullable = true, maxLength = 200) String documentId) {}

  /** The name of the sender, else its identifier. */
  public String sender() {
    return senderName == null ? senderId : senderName;
  }

  /**
   * Whether the date is a placeholder: programs send 0001-01-01 and 9999-12-31 for a missing date.
   * A withdrawal needs no date.
   */
  boolean needsDate() {
    return businessType != BusinessType.WITHDRAWN && !VietnamTime.isYear(date.getYear());
  }

  /** Whether it files a letter of its own. */
  boolean makesLetter() {
    return businessType == BusinessType.NEW || businessType == BusinessType.REPLACED;
  }

  /** A copy with another date. */
  EdxmlHeader dated(LocalDate other) {
    return new EdxmlHeader(
        senderId,
        senderName,
        recipientId,
        number,
        other,
        subject,
        signer,
        dueDate,
        responseFor,
        documentId,
        businessType,
        businessReason,
        earlierDocumentId,
        classified);
  }

  /** Two messages with the same key are the same message. */
  String key() {
    return businessType.code() + " " + documentId + " " + earlierDocumentId;
  }

  /** Implausible dates are warnings; no message is refused for them. The list may be changed. */
  List<Warning> warnings() {
    List<Warning> found = new ArrayList<>();
    if (needsDate()) {
      found.add(Warning.of("/date", WarningCode.DATE_OUT_OF_RANGE));
    }
    if (dueDate != null) {
      Optional<LocalDate> due = EdxmlDate.parse(dueDate);
      if (due.isEmpty()) {
        found.add(Warning.of("/dueDate", WarningCode.DUE_DATE_UNREADABLE));
      } else if (due.get().isBefore(date)) {
        found.add(Warning.of("/dueDate", WarningCode.DUE_DATE_BEFORE_LETTER, due.get(), date));
      }
    }
    return found;
  }

  /**
   * The global identity of a document, written {@code 000.00.05.H03,2021/09/06,642/SXD-QHKT}:
   * organization, day, number with symbol.
   */
  record DocumentId(String organId, LocalDate date, String code) {
    /** Empty for another format, such as a UUID. */
    static Optional<DocumentId> parse(String written) {
      String[] parts = written == null ? new String[0] : written.split(",", 3);
      if (parts.length < 3 || parts[0].isBlank() || !parts[2].matches(LetterNumber.FORM)) {
        return Optional.empty();
      }
      return EdxmlDate.parse(parts[1])
          .map(date -> new DocumentId(parts[0].strip(), date, parts[2].strip()));
    }

    /** The canonical form of day and blanks. Text in another format is put on one line. */
    static String normalize(String written) {
      return parse(written)
          .map(DocumentId::text)
          .orElseGet(() -> written.strip().replaceAll("[\\s\\p{Z}]+", " "));
    }

    String text() {
      String organ = organId.toUpperCase(Locale.ROOT);
      return organ + "," + EdxmlDate.DAY.format(date) + "," + LetterNumber.normalize(code);
    }
  }

  /**
   * The operation of a message: {@code BussinessDocType} of QCVN 102:2016/BTTTT, in the order of
   * its codes.
   */
  public enum BusinessType {
    NEW,
    WITHDRAWN,
    UPDATED,
    REPLACED;

    /** The code in messages. */
    String code() {
      return String.valueOf(ordinal());
    }

    static Optional<BusinessType> of(String code) {
      return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
  }
}
