package vn.sogopy.register.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.intake.CommentPatch;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.consultation.consultee.ConsulteeData;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.letter.LetterPatch;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.attachment.LeftOutFile;

/** What people read of the changes in a history. */
class HistoryTextTest {
  private static String text(String changes) {
    try {
      return HistoryText.of(new ObjectMapper().readTree(changes.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'field': 'result', 'before': 'NOTED', 'after': 'ACCEPTED'} # Kết quả xử lý: Ghi nhận → Tiếp thu",
        "{'field': 'answerDueOn', 'before': null, 'after': '2021-10-05'} # Hạn tiếp thu, giải trình: (không có) → 05/10/2021",
        "{'field': 'needsReview', 'before': false, 'after': true} # Cần xem lại: không → có",
        "{'field': 'onBehalfOf', 'before': [], 'after': ['sxd', 'stc']} # Trả lời thay cho: (không có) → sxd | stc",
        "{'field': 'revision', 'before': {'section': 'V.1', 'pages': '45-46', 'note': null}, 'after': null} # Vị trí chỉnh sửa: Mục: V.1; Các trang: 45-46 → (không có)",
        "{'field': 'position', 'before': null, 'after': 'AGREES'} # Ý kiến trả lời: (không có) → Nhất trí, không có ý kiến thêm",
        "{'field': 'signer', 'before': null, 'after': {'fullName': 'Trần A', 'position': 'Giám đốc'}} # Người ký: (không có) → Họ và tên: Trần A; Chức vụ: Giám đốc",
        "{'field': 'request', 'before': null, 'after': {'to': 'stc', 'kind': 'DATA', 'text': 'Gửi số liệu'}} # Đề nghị phối hợp: (không có) → Cơ quan được đề nghị: stc; Loại đề nghị: Cung cấp số liệu; Nội dung: Gửi số liệu",
        "{'field': 'leftOut', 'after': {'fileName': 'a.exe', 'size': 7}} # Tệp không lưu: (không có) → Tên tệp: a.exe; Dung lượng (byte): 7",
        "{'field': 'later', 'before': 'A', 'after': 'B'} # later: A → B"
      })
  void change(String change, String expected) {
    assertThat(text("[" + change + "]")).isEqualTo(expected);
  }

  @Test
  void oneChangeALine() {
    assertThat(text("[]")).isEmpty();
    assertThat(
            text(
                "[{'field': 'kind', 'before': null, 'after': 'DATA'},"
                    + " {'field': 'reaction', 'before': null, 'after': 'MAINTAINED'}]"))
        .isEqualTo(
            "Loại ý kiến: (không có) → Số liệu\nÝ kiến phản hồi: (không có) → Bảo lưu ý kiến");
  }

  /** The records whose fields histories compare. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        CommentPatch.class,
        Comment.Locator.class,
        Revision.class,
        CommentState.Direction.class,
        RequestService.RequestInput.class,
        LetterPatch.class,
        Letter.Signer.class,
        LeftOutFile.View.class,
        ConsulteeData.class,
        RequestLetter.class,
        Contact.class
      })
  void everyFieldHasALabel(Class<?> type) {
    List<String> without = new ArrayList<>();
    for (RecordComponent field : type.getRecordComponents()) {
      String path = type == Contact.class ? "contact." + field.getName() : field.getName();
      if (HistoryText.label(path, field.getName()).equals(field.getName())) {
        without.add(field.getName());
      }
    }
    without.remove("reason"); // It has a column of its own.
    assertThat(without).isEmpty();
  }

  @Test
  void everyActionHasALabel() {
    assertThat(Arrays.stream(History.Action.values()).map(History.Action::label))
        .doesNotHaveDuplicates()
        .noneMatch(label -> label.matches("[A-Z_]+"));
  }
}
