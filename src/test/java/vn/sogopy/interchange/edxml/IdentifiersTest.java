package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.interchange.edxml.EdxmlHeader.DocumentId;
import vn.sogopy.interchange.edxml.SenderFinder.ElectronicId;

/** Electronic identifiers of organizations, and the document identity that starts with them. */
class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "000.00.00.H49, H49",
    "h49, H49",
    "' 000.00.00.H49 ', H49",
    // Below the top level the numbers alone are ambiguous.
    "000.00.02.H55, 000.00.02.H55",
    "H55.02, H55.02",
  })
  void formsAreEqualOnlyAtTopLevel(String written, String normal) {
    assertThat(ElectronicId.normalize(written)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "000.00.02.H55, H55.02",
    "H55.02, H55.02",
    "000.01.12.H28, H28.12.01",
    "003.01.12.H28, H28.12.01.003",
    "000.00.00.H49, H49",
    "anything, ANYTHING",
  })
  void positionsCorrespond(String written, String position) {
    assertThat(ElectronicId.position(written)).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "000.00.05.H03,2021/09/06,642/SXD-QHKT",
        "000.00.05.h03,06/09/2021,642/SXD-QHKT",
        " 000.00.05.H03 , 2021-09-06 , 642 /SXD-QHKT",
        "000.00.05.H03,2021-09-05T17:00:00Z,Số 642/SXD–QHKT",
      })
  void documentIdIsNormalized(String written) {
    assertThat(DocumentId.normalize(written)).isEqualTo("000.00.05.H03,2021/09/06,642/SXD-QHKT");
  }

  @Test
  void otherFormsAreKept() {
    assertThat(DocumentId.normalize(" ab535a99-cb2a-404f \n x")).isEqualTo("ab535a99-cb2a-404f x");
    assertThat(DocumentId.parse("a,b,c")).isEmpty();
    assertThat(DocumentId.parse("H03,2021/09/06,-")).isEmpty();
    assertThat(DocumentId.parse(null)).isEmpty();
    assertThat(DocumentId.parse("H03,2021/09/06,1/A,b"))
        .contains(new DocumentId("H03", LocalDate.of(2021, 9, 6), "1/A,b"));
  }
}
