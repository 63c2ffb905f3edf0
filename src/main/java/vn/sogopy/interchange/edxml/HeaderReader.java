package vn.sogopy.interchange.edxml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.platform.text.Text;

/**
 * Makes the header out of a message's tree; elements are known by their local names. Which element
 * names the earlier document (QCVN 102:2016/BTTTT, {@code TraceHeaderList/Bussiness}): {@code
 * DocumentId} for a withdrawal or an update, {@code ReplacementInfoList/ReplacementInfo/DocumentId}
 * for a replacement.
 */
final class HeaderReader {
  private static final String HEADER = "/MessageHeader";
  private static final String BUSINESS = "/TraceHeaderList/Bussiness";
  private static final int MAX_RESPONSES = 50;

  /**
   * QCVN 102:2016 knows no degree of secrecy, since such documents must not travel this way; where
   * a vendor has an element for it, it bears one of these names.
   */
  private static final String[] SECRECY = {
    "Secrecy",
    "SecrecyLevel",
    "Secret",
    "SecretLevel",
    "Security",
    "SecurityLevel",
    "Confidential",
    "Confidentiality",
    "ConfidentialLevel",
    "DoMat",
    "MucDoMat"
  };

  private final List<FieldError> errors = new ArrayList<>();

  private HeaderReader() {}

  /**
   * @throws ProblemException 400 with every error; pointers lead along the local names
   */
  static EdxmlHeader read(XmlNode message) {
    HeaderReader reader = new HeaderReader();
    EdxmlHeader header =
        message == null
            ? null
            : message.first("MessageHeader").map(node -> reader.header(message, node)).orElse(null);
    if (header == null && reader.errors.isEmpty()) {
      reader.wrong(HEADER, FieldCode.REQUIRED);
    }
    if (!reader.errors.isEmpty()) {
      throw ProblemException.invalid(reader.errors);
    }
    return header;
  }

  private EdxmlHeader header(XmlNode message, XmlNode node) {
    XmlNode from = node.child("From").orElse(new XmlNode("From"));
    XmlNode to = node.child("To").orElse(new XmlNode("To"));
    XmlNode business = message.first("Bussiness", "Business").orElse(new XmlNode("Bussiness"));
    String senderId = line(from.childValue("OrganId"), HEADER + "/From/OrganId", 100);
    String senderName = line(from.childValue("OrganName"), HEADER + "/From/OrganName", 300);
    if (senderId == null && senderName == null) {
      wrong(HEADER + "/From/OrganId", FieldCode.REQUIRED);
    }
    String number = number(node);
    LocalDate date = date(node);
    BusinessType type = type(business);
    boolean classified = isClassified(node);
    String documentId = documentId(node, senderId, date, number);
    EdxmlHeader header =
        new EdxmlHeader(
            senderId,
            senderName,
            line(to.childValue("OrganId"), HEADER + "/To/OrganId", 100),
            number,
            date,
            subject(node),
            signer(node),
            line(node.childValue("DueDate"), HEADER + "/DueDate", 100),
            responses(node),
            documentId,
            type,
            text(
                business.childValue("BussinessDocReason", "BusinessDocReason"),
                BUSINESS + "/BussinessDocReason",
                1_000),
            earlier(business, type, documentId),
            classified);
    return classified ? header.stub() : header;
  }

  /** Vendors write 642 and SXD-QHKT, or the whole of it in either place. */
  private String number(XmlNode node) {
    XmlNode code = node.child("Code").orElse(new XmlNode("Code"));
    String at = HEADER + "/Code";
    String number = line(code.childValue("CodeNumber"), at + "/CodeNumber", 100);
    String notation = line(code.childValue("CodeNotation"), at + "/CodeNotation", 100);
    String whole;
    if (number == null && notation == null) {
      whole = line(code.value(), at, 100);
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

  private LocalDate date(XmlNode node) {
    String at = HEADER + "/PromulgationInfo/PromulgationDate";
    String written =
        node.child("PromulgationInfo")
            .map(info -> info.childValue("PromulgationDate"))
            .orElse(null);
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

  private BusinessType type(XmlNode business) {
    String code = business.childValue("BussinessDocType", "BusinessDocType");
    if (code == null) {
      return BusinessType.NEW;
    }
    Optional<BusinessType> type = BusinessType.of(code);
    if (type.isEmpty()) {
      wrong(BUSINESS + "/BussinessDocType", FieldCode.INVALID_ENUM, "0, 1, 2, 3");
    }
    return type.orElse(null);
  }

  private static boolean isClassified(XmlNode node) {
    return node.all(SECRECY)
        .map(XmlNode::value)
        .anyMatch(value -> value != null && StateSecrets.isDegree(value));
  }

  private String documentId(XmlNode node, String senderId, LocalDate date, String number) {
    String written = node.childValue("DocumentId");
    String id = null;
    if (written != null) {
      id = DocumentId.normalize(written);
    } else if (date != null && number != null) {
      String organ = senderId == null ? "" : ElectronicId.normalize(senderId);
      id = new DocumentId(organ, date, number).text();
    }
    return line(id, HEADER + "/DocumentId", 200);
  }

  /** Of one that says nothing else, the document it is itself sent for. */
  private String earlier(XmlNode business, BusinessType type, String documentId) {
    if (type == null || type == BusinessType.NEW) {
      return null;
    }
    String at = BUSINESS + "/DocumentId";
    String meant = business.childValue("DocumentId");
    if (type == BusinessType.REPLACED) {
      List<String> replaced =
          business
              .all("ReplacementInfo")
              .map(info -> info.childValue("DocumentId"))
              .filter(id -> id != null)
              .map(DocumentId::normalize)
              .distinct()
              .toList();
      at = BUSINESS + "/ReplacementInfoList/ReplacementInfo";
      if (replaced.size() > 1) {
        // A letter takes the place of one.
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

  private String subject(XmlNode node) {
    String subject = node.childValue("Subject");
    return text(subject == null ? node.childValue("Content") : subject, HEADER + "/Subject", 2_000);
  }

  private LetterInput.Signer signer(XmlNode node) {
    XmlNode signer = node.child("SignerInfo").orElse(new XmlNode("SignerInfo"));
    String at = HEADER + "/SignerInfo";
    return LetterInput.Signer.of(
        line(signer.childValue("FullName", "Signer"), at + "/FullName", 200),
        line(signer.childValue("Position", "Competence"), at + "/Position", 300));
  }

  private List<EdxmlHeader.ResponseFor> responses(XmlNode node) {
    List<XmlNode> sent = node.all("ResponseFor").toList();
    if (sent.size() > MAX_RESPONSES) {
      wrong(HEADER + "/ResponseFor", FieldCode.TOO_LONG, MAX_RESPONSES);
    }
    return sent.stream().map(this::response).filter(one -> one != null).toList();
  }

  /** null for an empty one. */
  private EdxmlHeader.ResponseFor response(XmlNode node) {
    String at = HEADER + "/ResponseFor";
    String documentId = line(node.childValue("DocumentId"), at + "/DocumentId", 200);
    String code = line(node.childValue("Code"), at + "/Code", 100);
    Optional<DocumentId> parts = DocumentId.parse(documentId);
    if (code == null
        && node.child("Code").isPresent()
        && !node.child("Code").get().children.isEmpty()) {
      code = number(node);
    }
    if (code == null) {
      code = parts.map(DocumentId::code).orElse(null);
    }
    return code == null && documentId == null
        ? null
        : new EdxmlHeader.ResponseFor(
            line(node.childValue("OrganId"), at + "/OrganId", 100),
            code,
            EdxmlDate.parse(node.childValue("PromulgationDate"))
                .or(() -> parts.map(DocumentId::date))
                .orElse(null),
            documentId);
  }

  /** On one line; null stays null. */
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
