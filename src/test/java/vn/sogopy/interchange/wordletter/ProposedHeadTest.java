package vn.sogopy.interchange.wordletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.letter.LetterCitation;

/** Number, date and subject in the head of a letter. */
class ProposedHeadTest {
  private static ProposedHead head(List<String> paragraphs) {
    return ProposedHead.of(
        LetterParts.propose(Block.pasted(SampleLetters.text(paragraphs)), SampleLetters.OUTLINE));
  }

  @Test
  void headSaysNumberDateAndSubject() {
    ProposedHead head = head(SampleLetters.whole(SampleLetters.NUMBERED));
    assertThat(head.citation())
        .isEqualTo(new LetterCitation("510/SGTVT-KCHT", true, LocalDate.of(2021, 8, 24)));
    assertThat(head.subject()).isEqualTo("tham gia ý kiến vào dự thảo lần 2 Quy hoạch tỉnh");
    assertThat(head.lines()).contains("SỞ GIAO THÔNG VẬN TẢI");
  }

  @Test
  void letterWithoutDateHasItsNumber() {
    ProposedHead head =
        head(
            List.of(
                "Số:  12/UBND-KT",
                "Ba Bể, ngày     tháng 8 năm 2021",
                SampleLetters.RECIPIENT,
                "1. Đề nghị bổ sung tuyến."));
    assertThat(head.citation()).isEqualTo(new LetterCitation("12/UBND-KT", false, null));
    assertThat(head.subject()).isNull();
  }

  @Test
  void numberAfterTheHeadIsNotTheLetters() {
    ProposedHead head =
        head(List.of(SampleLetters.RECIPIENT, SampleLetters.OPENING, "1. Đề nghị bổ sung tuyến."));
    assertThat(head.citation()).isNull();
  }
}
