package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.query.CommentFilterQuery;

class FilterWordsTest {
  @Test
  void constantsAreToldByTheirLabels() {
    CommentFilterQuery query = new CommentFilterQuery();
    query.status = List.of("ASSIGNED,DRAFTING");
    query.result = List.of("NOTED");
    query.kind = List.of("MISSING", "DATA");

    assertThat(FilterWords.of(query.filter()))
        .containsExactly(
            "trạng thái Đã phân công hoặc Đang soạn",
            "kết quả Ghi nhận",
            "loại ý kiến Nội dung còn thiếu hoặc Số liệu");
  }
}
