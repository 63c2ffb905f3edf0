package vn.sogopy.interchange.edxml;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The reply to a message in edXML: a status message (QCVN 102:2016/BTTTT), with which the receiver
 * reports the processing of the document to the sender's system. The codes in use are 01 Đã đến
 * (parked), 03 Đã tiếp nhận (stored), 15 Đồng ý (a withdrawal or an update was carried out). 02 Từ
 * chối tiếp nhận and 16 Từ chối are not in use: a refusal is a problem, in JSON, with its reasons.
 * The codes of later steps (04 Phân công, 05 Đang xử lý, 06 Hoàn thành) apply to the comments, not
 * to the letter.
 */
final class StatusMessage {
  private static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
  private static final String PREFIX = "edXML";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

  /** The status of a document. */
  enum Code {
    ARRIVED("01", "Đã đến - Chờ xác định cơ quan gửi"),
    RECEIVED("03", "Đã tiếp nhận"),
    AGREED("15", "Đồng ý - Đã thực hiện yêu cầu thu hồi, cập nhật");

    private final String number;
    private final String description;

    Code(String number, String description) {
      this.number = number;
      this.description = description;
    }
  }

  private final XMLStreamWriter xml;

  private StatusMessage(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * @param issuer name of the receiving organization
   */
  static String of(EdxmlHeader header, int httpStatus, String issuer, Instant at) {
    boolean about =
        header.businessType() == BusinessType.WITHDRAWN
            || header.businessType() == BusinessType.UPDATED;
    Code code = httpStatus == 202 ? Code.ARRIVED : about ? Code.AGREED : Code.RECEIVED;
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new StatusMessage(writer).write(header, code, issuer, at);
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private void write(EdxmlHeader header, Code code, String issuer, Instant at)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("edXML");
    xml.writeDefaultNamespace(NAMESPACE);
    open("edXMLEnvelope");
    xml.writeNamespace(PREFIX, NAMESPACE);
    open("edXMLHeader");
    open("Status");
    open("ResponseFor");
    element("OrganId", header.senderId());
    element("Code", header.number());
    element("PromulgationDate", day(header.date()));
    element("DocumentId", header.documentId());
    xml.writeEndElement();
    open("From");
    element("OrganId", header.recipientId());
    element("OrganName", issuer);
    xml.writeEndElement();
    element("StatusCode", code.number);
    element("Description", code.description);
    element("Timestamp", CLOCK.format(at.atZone(VietnamTime.ZONE)));
    xml.writeEndDocument();
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(PREFIX, name, NAMESPACE);
  }

  private void element(String name, String text) throws XMLStreamException {
    open(name);
    xml.writeCharacters(text == null ? "" : text);
    xml.writeEndElement();
  }
}
