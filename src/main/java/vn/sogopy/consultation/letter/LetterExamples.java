package vn.sogopy.consultation.letter;

/** Example request bodies of letters for the OpenAPI document. All data are fictitious. */
public final class LetterExamples {
  static final String COMMENTS =
      """
      {"organization": "sgtvt", "number": "642/SGTVT-KCHT", "date": "2021-09-06",
       "arrivalNumber": "1540", "receivedOn": "2021-09-07",
       "signer": {"fullName": "Nguyễn Văn A", "position": "Phó Giám đốc"},
       "position": "AGREES_WITH_COMMENTS", "channel": "EDOC",
       "subject": "Góp ý dự thảo lần 2 Quy hoạch tỉnh. (Minh họa.)",
       "comments": [
         {"section": "V.1", "kind": "MISSING", "content": "Đề nghị bổ sung tuyến đường tỉnh 258B. (Minh họa.)"},
         {"content": "Đề nghị rà soát lỗi chính tả. (Minh họa.)", "kind": "EDITORIAL"}]}""";

  static final String AGREES =
      """
      {"organization": "sgtvt", "number": "643/SGTVT-KCHT", "date": "2021-09-06", "position": "AGREES"}""";

  static final String CLASSIFIED =
      """
      {"organization": "sgtvt", "number": "12/SGTVT-M", "date": "2021-09-06", "position": "COMMENTS", "classified": true}""";

  public static final String EDXML =
      """
      <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
        <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLHeader>
            <edXML:MessageHeader>
              <edXML:From><edXML:OrganId>000.00.99.H03</edXML:OrganId><edXML:OrganName>Sở Giao thông vận tải</edXML:OrganName></edXML:From>
              <edXML:To><edXML:OrganId>000.00.98.H03</edXML:OrganId><edXML:OrganName>Sở Kế hoạch và Đầu tư</edXML:OrganName></edXML:To>
              <edXML:Code><edXML:CodeNumber>644</edXML:CodeNumber><edXML:CodeNotation>SGTVT-KCHT</edXML:CodeNotation></edXML:Code>
              <edXML:PromulgationInfo><edXML:Place>Bắc Kạn</edXML:Place><edXML:PromulgationDate>2021/09/06</edXML:PromulgationDate></edXML:PromulgationInfo>
              <edXML:Subject>Góp ý dự thảo lần 2 Quy hoạch tỉnh. (Minh họa.)</edXML:Subject>
              <edXML:SignerInfo><edXML:Position>Phó Giám đốc</edXML:Position><edXML:FullName>Nguyễn Văn A</edXML:FullName></edXML:SignerInfo>
              <edXML:DocumentId>000.00.99.H03,2021/09/06,644/SGTVT-KCHT</edXML:DocumentId>
            </edXML:MessageHeader>
            <edXML:TraceHeaderList>
              <edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType></edXML:Bussiness>
            </edXML:TraceHeaderList>
          </edXML:edXMLHeader>
        </edXML:edXMLEnvelope>
      </edXML>""";

  private LetterExamples() {}
}
