package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.text.VietnamTime;

/** What the header of a message says; docs/domain.md section 4. */
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
    @JsonDeserialize(using = LocalDateDeserializer.class)
        @Schema(
            description =
                "PromulgationInfo/PromulgationDate, cả khi ngoài các năm 1900-2200 · also where it is not of the years 1900 to 2200")
        LocalDate date,
    @Schema(
            nullable = true,
            maxLength = 2_000,
            description = "Subject; null nếu mật · null if secret")
        String subject,
    @Schema(nullable = true) LetterInput.Signer signer,
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

  /** A letter that this one answers; null where the message does not say. */
  @Schema(name = "EdxmlResponseFor")
  public record ResponseFor(
      @Schema(nullable = true, maxLength = 100) String organId,
      @Schema(nullable = true, maxLength = 100) String code,
      @JsonDeserialize(using = LocalDateDeserializer.class) @Schema(nullable = true) LocalDate date,
      @Schema(nullable = true, maxLength = 200) String documentId) {}

  /** Its sender as far as it says: the name, else the identifier. */
  public String sender() {
    return senderName == null ? senderId : senderName;
  }

  /**
   * Whether the date it has can be no letter's: programs send 0001-01-01 and 9999-12-31 for none. A
   * withdrawal needs no date.
   */
  boolean needsDate() {
    return businessType != BusinessType.WITHDRAWN && !VietnamTime.isYear(date.getYear());
  }

  /** The same with the date that its sender meant. */
  EdxmlHeader dated(LocalDate meant) {
    return new EdxmlHeader(
        senderId,
        senderName,
        recipientId,
        number,
        meant,
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

  /** The same without what a document with a degree of secrecy may not bring. */
  EdxmlHeader stub() {
    return new EdxmlHeader(
        senderId,
        senderName,
        recipientId,
        number,
        date,
        null,
        signer,
        dueDate,
        responseFor,
        documentId,
        businessType,
        null,
        earlierDocumentId,
        true);
  }

  /** Two messages with the same key are one that was sent twice. */
  @JsonIgnore
  String key() {
    return businessType.code() + " " + documentId + " " + earlierDocumentId;
  }

  /**
   * The letter it becomes. Whether the body agrees is not known: that is said in its attachments.
   *
   * @param inReplyTo number of the letter it answers; null = none
   * @param replaces null = none
   * @param reason why it is taken after the draft closed; null = none
   */
  LetterRequest letter(String organization, String inReplyTo, UUID replaces, String reason) {
    return new LetterRequest(
        organization,
        number,
        date,
        null,
        null,
        signer,
        null,
        Channel.EDOC,
        subject,
        null,
        inReplyTo,
        replaces,
        classified,
        documentId,
        null,
        reason);
  }

  /** What is odd about its dates: told, never refused. */
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

  /** "số 642/SXD-QHKT ngày 06/9/2021". */
  String citation() {
    return "số " + number + " ngày " + VietnamTime.shortDate(date);
  }
}
