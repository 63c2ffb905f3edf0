package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;

/** Reads headers in the styles of three vendors, with elements missing. */
class HeaderReaderTest {
  private static final String EMPTY =
      "<MessageHeader><From><OrganId>H03</OrganId></From>%s<PromulgationInfo><PromulgationDate>06/9/2021"
          + "</PromulgationDate></PromulgationInfo></MessageHeader>";

  private static EdxmlHeader read(String xml) {
    return HeaderReader.read(MessageXmlTest.read(xml));
  }

  private static EdxmlHeader read(Edxml message) {
    return read(message.xml());
  }

  private static List<String> errors(String xml) {
    return catchThrowableOfType(ProblemException.class, () -> read(xml)).errors().stream()
        .map((FieldError error) -> error.name() + " " + error.code().code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c"})
  void threeVendorFormats(String vendor) {
    EdxmlHeader header = read(Edxml.of(vendor, "000.00.99.H03", "642"));
    assertThat(header.senderId()).isEqualTo("000.00.99.H03");
    assertThat(header.senderName()).isEqualTo("Sở Giao thông vận tải");
    assertThat(header.number()).isEqualTo("642/SGTVT-KCHT");
    assertThat(header.date()).isEqualTo(LocalDate.of(2021, 9, 6));
    assertThat(header.subject()).startsWith("Góp ý dự thảo").endsWith("(Minh họa.)");
    assertThat(header.signer().fullName()).isEqualTo("Nguyễn Văn A");
    assertThat(header.signer().position()).isEqualTo("Phó Giám đốc");
    assertThat(header.documentId()).isEqualTo("000.00.99.H03,2021/09/06,642/SGTVT-KCHT");
    assertThat(header.businessType()).isEqualTo(BusinessType.NEW);
    assertThat(header.earlierDocumentId()).isNull();
    assertThat(header.classified()).isFalse();
  }

  @Test
  void fieldsOfAHeader() {
    assertThat(read(Edxml.a("1")).responseFor())
        .containsExactly(
            new EdxmlHeader.ResponseFor(
                "000.00.98.H03",
                "1186/SKHĐT-TH",
                LocalDate.of(2021, 5, 17),
                "000.00.98.H03,2021/05/17,1186/SKHĐT-TH"));
    String byId =
        "<Code>1/A</Code><ResponseFor><DocumentId>H03,17/05/2021,5/B</DocumentId></ResponseFor><ResponseFor/>";
    assertThat(read(EMPTY.formatted(byId)).responseFor())
        .extracting(EdxmlHeader.ResponseFor::code)
        .containsExactly("5/B");
  }

  @Test
  void unusualDueDatesAreWarnings() {
    assertThat(read(Edxml.a("1")).warnings()).isEmpty();
    assertThat(read(Edxml.of("b", "H03", "1")).warnings())
        .extracting(Warning::code)
        .containsExactly("due-date-unreadable");
    assertThat(read(EMPTY.formatted("<Code>1/A</Code><DueDate>2021-09-05</DueDate>")).warnings())
        .extracting(Warning::code)
        .containsExactly("due-date-before-letter");
  }

  @ParameterizedTest
  @CsvSource({
    "642, SXD-QHKT, 642/SXD-QHKT",
    "642, /SXD-QHKT, 642/SXD-QHKT",
    "642/SXD-QHKT, SXD-QHKT, 642/SXD-QHKT",
    "642, 642/SXD-QHKT, 642/SXD-QHKT",
    "642/SXD-QHKT, '', 642/SXD-QHKT",
    "'', 642/SXD-QHKT, 642/SXD-QHKT",
    "'642 ', 'SNN&amp;PTNT-KHTC', 642/SNN&PTNT-KHTC",
    "20, TTr-UBND, 20/TTr-UBND",
  })
  void numberIncludesTheSymbol(String number, String notation, String whole) {
    String code =
        "<Code><CodeNumber>%s</CodeNumber><CodeNotation>%s</CodeNotation></Code>"
            .formatted(number, notation);
    assertThat(read(EMPTY.formatted(code)).number()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "Bussiness, BussinessDocType",
    "Business, BusinessDocType",
    "Bussiness, BusinessDocType"
  })
  void bothSpellings(String business, String type) {
    for (BusinessType known : BusinessType.values()) {
      String xml =
          "<x>"
              + EMPTY.formatted("<Code>1/A</Code>")
              + "<%1$s><%2$s>%3$d</%2$s><DocumentId>d</DocumentId></%1$s></x>"
                  .formatted(business, type, known.ordinal());
      EdxmlHeader header = read(xml);
      assertThat(header.businessType()).isEqualTo(known);
      assertThat(header.earlierDocumentId()).isEqualTo(known == BusinessType.NEW ? null : "d");
    }
  }

  @Test
  void theEarlierDocument() {
    String earlier = "H03,2021/09/01,1/A";
    assertThat(read(Edxml.a("2").replacing("H03, 01/09/2021, 1 /A")).earlierDocumentId())
        .isEqualTo(earlier);
    assertThat(read(Edxml.a("2").about("1", earlier, "Nhầm")).earlierDocumentId())
        .isEqualTo(earlier);
    assertThat(read(Edxml.a("2").with("type", "1")).earlierDocumentId())
        .isEqualTo("000.00.99.H03,2021/09/06,2/SGTVT-KCHT");
    assertThat(errors(Edxml.a("2").with("type", "3").xml()))
        .containsExactly(
            "/TraceHeaderList/Bussiness/ReplacementInfoList/ReplacementInfo/DocumentId required");
  }

  @ParameterizedTest
  @CsvSource({
    "SecurityLevel, Mật, true",
    "Secret, 2, true",
    "DoMat, Tuyệt mật, true",
    "Confidential, true, true",
    // An unknown degree counts as secret.
    "Security, A, true",
    "SecurityLevel, Thường, false",
    "Secret, 0, false",
    "Secret, '', false",
    "DoMat, Không mật, false",
    "Priority, 3, false",
  })
  void classifiedHeaderIsAStub(String element, String value, boolean classified) {
    String other = "<Code>1/A</Code><Subject>s</Subject><OtherInfo><%1$s>%2$s</%1$s></OtherInfo>";
    EdxmlHeader header = read(EMPTY.formatted(other.formatted(element, value)));
    assertThat(header.classified()).isEqualTo(classified);
    assertThat(header.subject()).isEqualTo(classified ? null : "s");
  }

  @Test
  void allErrorsAreReported() {
    assertThat(errors("<x/>")).containsExactly("/MessageHeader required");
    assertThat(errors("<MessageHeader/>"))
        .containsExactlyInAnyOrder(
            "/MessageHeader/From/OrganId required",
            "/MessageHeader/Code required",
            "/MessageHeader/PromulgationInfo/PromulgationDate required");
    String bad =
        "<x><MessageHeader><From><OrganName>A</OrganName></From><Code>%s</Code><PromulgationInfo><PromulgationDate>x"
            + "</PromulgationDate></PromulgationInfo><Subject>%s</Subject></MessageHeader>"
            + "<Bussiness><BussinessDocType>4</BussinessDocType></Bussiness></x>";
    assertThat(errors(bad.formatted("/", "s".repeat(2_001))))
        .containsExactlyInAnyOrder(
            "/MessageHeader/Code invalid-format",
            "/MessageHeader/PromulgationInfo/PromulgationDate invalid-format",
            "/MessageHeader/Subject too-long",
            "/TraceHeaderList/Bussiness/BussinessDocType invalid-enum");
  }
}
