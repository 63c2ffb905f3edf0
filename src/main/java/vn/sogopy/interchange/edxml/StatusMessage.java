package vn.sogopy.interchange.edxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.text.Markup;
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
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

  private StatusMessage() {}

  /**
   * @param issuer name of the receiving organization
   */
  static String of(Message message, boolean parked, String issuer, Instant at) {
    EdxmlHeader header = message.header();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Markup xml = Markup.xml(out);
      xml.open("edXML", "xmlns", NAMESPACE);
      xml.open("edXML:edXMLEnvelope", "xmlns:edXML", NAMESPACE);
      xml.open("edXML:edXMLHeader").open("edXML:Status").open("edXML:ResponseFor");
      xml.element("edXML:OrganId", header.senderId());
      xml.element("edXML:Code", header.number());
      xml.element("edXML:PromulgationDate", EdxmlDate.DAY.format(header.date()));
      xml.element("edXML:DocumentId", header.documentId());
      xml.close().open("edXML:From");
      xml.element("edXML:OrganId", header.recipientId());
      xml.element("edXML:OrganName", issuer);
      xml.close();
      BusinessType type = header.businessType();
      boolean about = type == BusinessType.WITHDRAWN || type == BusinessType.UPDATED;
      xml.element("edXML:StatusCode", parked ? "01" : about ? "15" : "03");
      String done = about ? "Đồng ý - Đã thực hiện yêu cầu thu hồi, cập nhật" : "Đã tiếp nhận";
      xml.element("edXML:Description", (parked ? "Đã đến - Chờ vào sổ" : done) + leftOut(message));
      xml.element("edXML:Timestamp", CLOCK.format(at.atZone(VietnamTime.ZONE)));
      xml.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String leftOut(Message message) {
    String names =
        message.files().stream()
            .filter(IncomingFile::isProgram)
            .map(IncomingFile::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; không lưu tệp chương trình, tập lệnh: " + names;
  }
}
