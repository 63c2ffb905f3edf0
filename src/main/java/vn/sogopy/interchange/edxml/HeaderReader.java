package vn.sogopy.interchange.edxml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlHeader.DocumentId;
import vn.sogopy.interchange.edxml.EdxmlHeader.ResponseFor;
import vn.sogopy.interchange.edxml.MessageXml.Part;
import vn.sogopy.interchange.edxml.SenderFinder.ElectronicId;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/**
 * Builds the header from the parts of a message. The element with the earlier document (QCVN
 * 102:2016/BTTTT, {@code TraceHeaderList/Bussiness}) is {@code DocumentId} for a withdrawal or an
 * update, {@code ReplacementInfoList/ReplacementInfo/DocumentId} for a replacement.
 */
final class HeaderReader {
  private static final String HEADER = "/MessageHeader";
  private static final String BUSINESS = "/TraceHeaderList/Bussiness";
  private static final int MAX_RESPONSES = 50;

  private final MessageXml message;
  private final List<FieldError> errors = new ArrayList<>();

  private HeaderReader(MessageXml message) {
    this.message = message;
  }

  /**
   * @throws ProblemException 400 with every error; pointers consist of the local names
   */
  static EdxmlHeader read(MessageXml message) {
    HeaderReader reader = new HeaderReader(message);
    Part part = message.part("MessageHeader");
    if (part == Part.NONE) {
      throw MessageXml.wrong(HEADER, FieldCode.REQUIRED);
    }
    EdxmlHeader header = reader.header(part);
    ProblemException.requireNone(reader.errors);
    return header;
  }

  private EdxmlHeader header(Part node) {
    Part business = message.part("Bussiness", "Business");
    String senderId = line(node, HEADER, 100, "From/OrganId");
    String senderName = line(node, HEADER, 300, "From/OrganName");
    if (senderId == null && senderName == null) {
      wrong(HEADER + "/From/OrganId", FieldCode.REQUIRED);
    }
    String number = number(node);
    LocalDate date = date(node);
    BusinessType type = type(business);
    String documentId = documentId(node, senderId, date, number);
    // Of a classified document they are not recorded.
    boolean classified = message.classified;
    String subject = text(node.text("Subject", "Content"), HEADER + "/Subject", 2_000);
    String reason =
        text(
            business.text("BussinessDocReason", "BusinessDocReason"),
            BUSINESS + "/BussinessDocReason",
            1_000);
    return new EdxmlHeader(
        senderId,
        senderName,
        line(node, HEADER, 100, "To/OrganId"),
        number,
        date,
        classified ? null : subject,
        Letter.Signer.of(
            line(node, HEADER, 200, "SignerInfo/FullName", "SignerInfo/Signer"),
            line(node, HEADER, 300, "SignerInfo/Position", "SignerInfo/Competence")),
        line(node, HEADER, 100, "DueDate"),
        responses(),
        documentId,
        type,
        classified ? null : reason,
        earlier(business, type, documentId),
        classified);
  }

  /** Vendors write 642 and SXD-QHKT separately, or both in either element. */
  private String number(Part node) {
    String at = HEADER + "/Code";
    String number = line(node, HEADER, 100, "Code/CodeNumber");
    String notation = line(node, HEADER, 100, "Code/CodeNotation");
    String whole;
    if (number == null && notation == null) {
      whole = line(node, HEADER, 100, "Code");
    } else if (notation == null || (number != null && number.contains("/"))) {
      whole = number;
    } else if (number == null || notation.startsWith(number + "/")) {
      whole = notation;
    } else {
      whole = number + (notation.startsWith("/") ? "" : "/") + notation;
    }
    if (whole == null) {
      wrong(at, FieldCode.REQUIRED);
    } else if (!whole.matches(LetterNumber.FORM)) {
      wrong(at, FieldCode.INVALID_FORMAT, LetterNumber.EXAMPLE);
    } else if (Text.length(whole) > 100) {
      wrong(at, FieldCode.TOO_LONG, 100);
    }
    return whole;
  }

  private LocalDate date(Part node) {
    String at = HEADER + "/PromulgationInfo/PromulgationDate";
    String written = node.text("PromulgationInfo/PromulgationDate");
    if (written == null) {
      wrong(at, FieldCode.REQUIRED);
      return null;
    }
    Optional<LocalDate> date = EdxmlDate.parse(written);
    if (date.isEmpty()) {
      wrong(at, FieldCode.INVALID_FORMAT, "dd/MM/yyyy, yyyy/MM/dd, yyyy-MM-dd");
    }
    return date.orElse(null);
  }

  private BusinessType type(Part business) {
    String code = business.text("BussinessDocType", "BusinessDocType");
    if (code == null) {
      return BusinessType.NEW;
    }
    Optional<BusinessType> type = BusinessType.of(code);
    if (type.isEmpty()) {
      wrong(BUSINESS + "/BussinessDocType", FieldCode.INVALID_ENUM, "0, 1, 2, 3");
    }
    return type.orElse(null);
  }

  private String documentId(Part node, String senderId, LocalDate date, String number) {
    String written = node.text("DocumentId");
    if (written != null) {
      return line(DocumentId.normalize(written), HEADER + "/DocumentId", 200);
    }
    if (date == null || number == null) {
      return null;
    }
    String organ = senderId == null ? "" : ElectronicId.normalize(senderId);
    return line(new DocumentId(organ, date, number).text(), HEADER + "/DocumentId", 200);
  }

  /** A message without an earlier document refers to the one with its own DocumentId. */
  private String earlier(Part business, BusinessType type, String documentId) {
    if (type == null || type == BusinessType.NEW) {
      return null;
    }
    String at = BUSINESS + "/DocumentId";
    String meant = business.text("DocumentId");
    if (type == BusinessType.REPLACED) {
      List<String> replaced =
          message.parts("ReplacementInfo").stream()
              .map(info -> info.text("DocumentId"))
              .filter(Objects::nonNull)
              .map(DocumentId::normalize)
              .distinct()
              .toList();
      at = BUSINESS + "/ReplacementInfoList/ReplacementInfo";
      if (replaced.size() > 1) {
        // A letter replaces exactly one.
        wrong(at, FieldCode.TOO_LONG, 1);
      }
      meant = replaced.isEmpty() ? meant : replaced.get(0);
      if (meant == null) {
        wrong(at + "/DocumentId", FieldCode.REQUIRED);
        return null;
      }
    }
    return meant == null ? documentId : line(DocumentId.normalize(meant), at, 200);
  }

  private List<ResponseFor> responses() {
    List<Part> sent = message.parts("ResponseFor");
    if (sent.size() > MAX_RESPONSES) {
      wrong(HEADER + "/ResponseFor", FieldCode.TOO_LONG, MAX_RESPONSES);
    }
    return sent.stream().map(this::response).filter(Objects::nonNull).toList();
  }

  /** null for an empty element. */
  private ResponseFor response(Part node) {
    String at = HEADER + "/ResponseFor";
    String documentId = line(node, at, 200, "DocumentId");
    String code = line(node, at, 100, "Code");
    Optional<DocumentId> parsed = DocumentId.parse(documentId);
    if (code == null && node.text("Code/CodeNumber", "Code/CodeNotation") != null) {
      code = number(node);
    }
    if (code == null) {
      code = parsed.map(DocumentId::code).orElse(null);
    }
    return code == null && documentId == null
        ? null
        : new ResponseFor(
            line(node, at, 100, "OrganId"),
            code,
            EdxmlDate.parse(node.text("PromulgationDate"))
                .or(() -> parsed.map(DocumentId::date))
                .orElse(null),
            documentId);
  }

  /** The first text at these paths, on one line; null = none. */
  private String line(Part node, String pointer, int max, String... paths) {
    return line(node.text(paths), pointer + "/" + paths[0], max);
  }

  private String line(String value, String pointer, int max) {
    String text = text(value, pointer, max);
    return text == null ? null : text.replaceAll("[\\n\\t]+", " ");
  }

  private String text(String value, String pointer, int max) {
    if (value == null) {
      return null;
    }
    try {
      String text = Text.normalize(value);
      if (Text.length(text) > max) {
        wrong(pointer, FieldCode.TOO_LONG, max);
      }
      return text.isEmpty() ? null : text;
    } catch (Text.IllegalTextException e) {
      wrong(pointer, FieldCode.INVALID_TEXT, e.getMessage());
      return null;
    }
  }

  private void wrong(String pointer, FieldCode code, Object... arguments) {
    errors.add(FieldError.pointer(pointer, code, arguments));
  }
}
