package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQuery;

class FilterWordsTest {
  @Test
  void constantsHaveLabels() {
    CommentQuery query = new CommentQuery();
    query.status = List.of(Status.ASSIGNED, Status.DRAFTING);
    query.result = List.of(Result.NOTED);
    query.kind = List.of(Kind.MISSING, Kind.DATA);

    assertThat(FilterWords.of(query, new FilterWords.Names(null, null, null)))
        .containsExactly(
            "trạng thái Đã phân công hoặc Đang soạn",
            "kết quả Ghi nhận",
            "loại ý kiến Nội dung còn thiếu hoặc Số liệu");
  }

  /** Codes and ids are for programs. */
  @Test
  void namesInPlaceOfCodes() {
    CommentQuery query = new CommentQuery();
    query.status = List.of();
    query.result = List.of();
    query.kind = List.of();
    query.organization = "sxd";
    query.group = "PROVINCIAL";
    query.letter = UUID.randomUUID();
    query.directed = false;
    query.general = true;
    query.onPage = 46;
    query.restricted = true;

    assertThat(
            FilterWords.of(
                query, new FilterWords.Names("Sở Xây dựng", "Sở, ban, ngành", "642/SXD-QHKT")))
        .containsExactly(
            "chưa có ý kiến chỉ đạo",
            "ý kiến chung, không gắn với mục",
            "trang 46",
            "cơ quan Sở Xây dựng",
            "nhóm Sở, ban, ngành",
            "văn bản số 642/SXD-QHKT",
            "hạn chế tiếp cận");
  }

  @Test
  void allResultsAreAnyAnswer() {
    CommentQuery query = new CommentQuery();
    query.status = List.of();
    query.kind = List.of();
    query.result = List.of(Result.values());

    assertThat(FilterWords.of(query, new FilterWords.Names(null, null, null)))
        .containsExactly("đã có trả lời");
  }
}
