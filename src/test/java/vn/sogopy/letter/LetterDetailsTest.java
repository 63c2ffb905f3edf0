package vn.sogopy.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.letter.Letter.Signer;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;

class LetterDetailsTest {
  private static final LocalDate DAY = LocalDate.of(2021, 9, 7);
  private static final LetterDetails STORED =
      new LetterDetails(
          DAY,
          DAY,
          "1543",
          Position.COMMENTS,
          Channel.EDOC,
          new Signer("Nguyễn Văn A", "Giám đốc"),
          "Góp ý",
          List.of("sxd"));

  private static final LetterDetails BARE =
      new LetterDetails(DAY, DAY, null, null, Channel.LETTER, null, null, null);

  private static List<String> pointers(List<FieldError> found) {
    return found.stream().map(FieldError::name).toList();
  }

  @Test
  void whatIsNotStatedOrEqualIsNoDifference() {
    assertThat(STORED.differences(STORED, true)).isEmpty();
    assertThat(
            new LetterDetails(DAY, null, null, null, null, null, null, null)
                .differences(STORED, true))
        .isEmpty();
    LetterDetails typed =
        new LetterDetails(
            DAY, null, " 1543", null, null, new Signer("NGUYỄN  văn a", null), "góp ý", null);
    assertThat(typed.differences(STORED, true)).isEmpty();
  }

  @Test
  void everyFieldIsCompared() {
    LetterDetails other =
        new LetterDetails(
            DAY.plusDays(1),
            DAY.plusDays(2),
            "7",
            Position.DISAGREES,
            Channel.EMAIL,
            new Signer("Trần B", "Phó Giám đốc"),
            "Khác",
            List.of("sct"));
    List<FieldError> found = other.differences(STORED, true);
    assertThat(pointers(found))
        .containsExactly(
            "/letter/date",
            "/letter/receivedOn",
            "/letter/arrivalNumber",
            "/letter/position",
            "/letter/channel",
            "/letter/signer/fullName",
            "/letter/signer/position",
            "/letter/subject",
            "/letter/onBehalfOf");
    assertThat(found).extracting(FieldError::code).containsOnly(FieldCode.LETTER_DIFFERS);
    assertThat(found.stream().map(one -> one.arguments().get(0)))
        .containsExactly(
            DAY,
            DAY,
            "1543",
            Position.COMMENTS,
            Channel.EDOC,
            "Nguyễn Văn A",
            "Giám đốc",
            "Góp ý",
            List.of("sxd"));
  }

  @Test
  void whatIsNotRecordedIsADifference() {
    assertThat(pointers(STORED.differences(BARE, true)))
        .containsExactly(
            "/letter/arrivalNumber",
            "/letter/position",
            "/letter/channel",
            "/letter/signer/fullName",
            "/letter/signer/position",
            "/letter/subject",
            "/letter/onBehalfOf");
  }

  @Test
  void theArrivalIsTheReceivers() {
    LetterDetails claimed =
        new LetterDetails(DAY, DAY.minusDays(3), "9", null, null, null, "x", null);
    assertThat(claimed.differences(STORED, false))
        .extracting(FieldError::code)
        .containsExactly(
            FieldCode.RECEIPT_CLAIMED, FieldCode.RECEIPT_CLAIMED, FieldCode.LETTER_DIFFERS);
  }
}
