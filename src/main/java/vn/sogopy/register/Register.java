package vn.sogopy.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.Counts;

/**
 * The consolidated register of one draft, read from one snapshot: the model of every format. All
 * texts are final; a renderer only formats them. Streamed rows can be iterated once, in the order
 * of the organizations.
 *
 * @param groups annex I by agency; null when it is by topic
 * @param topics annex I by topic; null when it is by agency
 * @param withoutComments the rows of annex I without a topic; null when it is by agency
 */
@Schema(name = "Register")
public record Register(
    String title,
    @Schema(nullable = true, description = "DỮ LIỆU MẪU nếu là dữ liệu mẫu · set for sample data")
        String mark,
    String plan,
    String planTitle,
    int draft,
    @Schema(description = "Tình trạng của dự thảo khi lập · state of the draft, in words")
        String draftStatus,
    DocumentKind document,
    @Schema(
            nullable = true,
            description =
                "Bản trích: các bộ lọc, bằng lời; null = toàn bộ · the filters of an extract, in words")
        List<String> extract,
    @Schema(
            description =
                "Bản công khai: không có ý kiến hạn chế, không nêu tên người · public form: no restricted comments, no persons")
        boolean publicForm,
    Instant generatedAt,
    String generatedBy,
    RegisterLetterhead letterhead,
    @Schema(nullable = true, description = "null ở bản trích của một cơ quan · null for one body")
        Report report,
    @Schema(
            description =
                "Lời văn của hai báo cáo trong hồ sơ; rỗng nếu bản này là một trong hai · the two documents of the dossier in words")
        List<Part> parts,
    Counts summary,
    @Schema(
            description =
                "Số ý kiến thuộc diện hạn chế tiếp cận mà bản này không bao gồm; số liệu và STT vẫn tính · restricted comments without a row here; figures and numbers count them")
        int restrictedLeftOut,
    @Schema(
            description =
                "Các mục có ý kiến in ở đây, theo thứ tự mục lục · sections of these comments, in order")
        List<Section> sections,
    @Schema(nullable = true) List<Group> groups,
    @Schema(nullable = true) List<Topics.Topic> topics,
    @Schema(description = "Ai được lấy ý kiến, ai đã trả lời · who was asked, who answered")
        List<Annexes.AskedGroup> asked,
    @Schema(description = "Số liệu theo nhóm cơ quan · counts by group")
        List<Annexes.MatrixLine> matrix,
    @Schema(description = "Danh mục văn bản góp ý · the letters") List<Annexes.LetterEntry> letters,
    @Schema(
            nullable = true,
            description =
                "Khi xếp theo nội dung: các cơ quan có văn bản mà không có ý kiến nào · by topic: the bodies that answered without a comment; else null")
        List<Group> withoutComments) {

  public static final String AGREEMENT = "Nhất trí với nội dung dự thảo";

  /** The portrait report before the annexes. */
  @Schema(name = "RegisterReport")
  public record Report(
      @Schema(description = "Trích yếu · what it is about") String subject,
      @Schema(description = "Căn cứ; ai báo cáo · what it is based on; who reports")
          List<String> opening,
      List<String> paragraphs,
      @Schema(description = "Đề mục các nội dung còn ý kiến khác nhau · heading of the open points")
          String differencesTitle,
      @Schema(
              description =
                  "Mở đầu hoặc kết luận khi không có nội dung nào · the sentence below it")
          String differencesText,
      @Schema(
              nullable = true,
              description =
                  "Đề mục các nội dung đã có ý kiến chỉ đạo; null = không có · heading of the points with a direction")
          String directedTitle,
      @Schema(nullable = true, description = "Mở đầu bảng đó · the sentence below it")
          String directedText,
      @Schema(description = "Câu kết · the last sentence") String closing) {

    /** The paragraphs before the tables. */
    public List<String> body() {
      return Stream.concat(opening.stream(), paragraphs.stream()).toList();
    }
  }

  /** Title and report of another document of the dossier. */
  @Schema(name = "RegisterPart")
  public record Part(DocumentKind document, String title, @Schema(nullable = true) Report report) {}

  /** A section with comments. */
  @Schema(name = "RegisterSection")
  public record Section(
      String code, @Schema(description = "Báo cáo tổng hợp, mục V.1. Giao thông") String heading) {}

  /** A heading row I, II, …. */
  @Schema(name = "RegisterGroup")
  public record Group(
      @Schema(examples = "I") String index, String code, String title, List<Body> bodies) {

    /** The group with the organizations that have no comments. */
    private Group silent() {
      List<Body> silent =
          bodies.stream()
              .filter(body -> body.rows().isEmpty() && body.statement() != null)
              .toList();
      return new Group(index, code, title, silent);
    }
  }

  /** An agency with its name at that time, numbered across all groups. */
  @Schema(name = "RegisterBody")
  public record Body(
      int number,
      String code,
      String name,
      @Schema(description = "Tên kèm các văn bản góp ý · the name with its letters cited")
          String heading,
      List<Letter> letters,
      @Schema(
              nullable = true,
              description =
                  "Nhất trí với nội dung dự thảo, khi không có ý kiến · set when it agrees and says no more")
          String agreement,
      @Schema(
              nullable = true,
              description =
                  "Khi có văn bản mà không có ý kiến nào · when a letter brought no comment")
          String remark,
      List<Row> rows) {

    /** Its letters in one line: "số 642/SXD-QHKT ngày 25/02/2022; số 452/SXD-QHKT …". */
    public String citations() {
      return letters.stream().map(Letter::citation).collect(Collectors.joining("; "));
    }

    /** The row of an organization without comments; null = no row, only its heading. */
    public String statement() {
      return agreement == null ? remark : agreement;
    }
  }

  /** A letter as it is cited. */
  @Schema(name = "RegisterLetter")
  public record Letter(
      UUID id,
      String number,
      LocalDate date,
      @Schema(description = "số 642/SXD-QHKT ngày 25/02/2022") String citation) {}

  /** One comment, as the table prints it. */
  @Schema(name = "RegisterRow")
  public record Row(
      @Schema(examples = "3.12") String index,
      UUID id,
      long receiptNumber,
      @Schema(
              nullable = true,
              description = "Điểm 1, 2… của một ý kiến đã tách · of a split comment")
          Integer part,
      @Schema(
              nullable = true,
              description =
                  "Chỉ ghi khi cơ quan có nhiều văn bản · only where the body has several letters")
          String letter,
      @Schema(nullable = true, description = "Mã mục; null = ý kiến chung · null = general")
          String section,
      @Schema(description = "Phần, mục của dự thảo · part of the draft") String place,
      String content,
      @Schema(nullable = true) String proposal,
      @Schema(nullable = true, description = "Người nêu ý kiến · who spoke; not in public")
          String author,
      Status status,
      @Schema(nullable = true, description = "null khi chưa duyệt · null until approved")
          Result result,
      @Schema(description = "Kết quả xử lý, bằng lời · the result in words") String resultLabel,
      @Schema(
              nullable = true,
              description =
                  "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa) · the answer and its place")
          String answer,
      @Schema(description = "Đã tiếp thu nhưng chưa ghi nơi chỉnh sửa · accepted, place missing")
          boolean unplaced,
      @Schema(nullable = true, description = "Trả lời như ý kiến này · answered as that one")
          UUID sameAs,
      boolean restricted,
      @Schema(
              description =
                  "Vì sao cần UBND tỉnh cho ý kiến; rỗng = không cần · why the leaders must decide; empty = need not")
          List<String> differences,
      @Schema(nullable = true, description = "Ý kiến chỉ đạo, một dòng · the leaders' direction")
          String direction,
      @Schema(nullable = true) RegisterDirection directed,
      @Schema(
              description =
                  "Đã tiếp thu, cơ quan góp ý chưa xác nhận đồng ý · accepted, not confirmed by the commenter")
          boolean unconfirmed,
      @Schema(nullable = true, description = "Ghi chú · note") String note) {

    /** The column "Nội dung góp ý". */
    public String fullContent() {
      return content
          + (proposal == null ? "" : "\nĐề xuất: " + proposal)
          + (author == null ? "" : "\n(" + author + ")");
    }

    /** The column of answers; empty until approved. */
    public String fullAnswer() {
      return (answer == null ? "" : answer)
          + (direction == null ? "" : (answer == null ? "" : "\n") + direction);
    }
  }

  /**
   * A comment with the data of its organization.
   *
   * @param letters the cited letters of the organization
   */
  @Schema(name = "RegisterVoice")
  public record Voice(
      String body,
      Row row,
      @Schema(description = "Mã cơ quan · code of the body") String code,
      @Schema(description = "Tên nhóm · title of the group") String groupTitle,
      @Schema(description = "Văn bản của cơ quan · its letters, cited") String letters) {

    public static Voice of(Group group, Body body, Row row) {
      return new Voice(body.name(), row, body.code(), group.title(), body.citations());
    }
  }

  public List<UUID> letterIds() {
    return letters.stream().map(Annexes.LetterEntry::id).toList();
  }

  /** Every comment of annex I, in its order. */
  public List<Voice> voices() {
    if (groups == null) {
      return topics.stream()
          .flatMap(topic -> topic.rows().stream())
          .flatMap(shared -> shared.voices().stream())
          .toList();
    }
    return groups.stream()
        .flatMap(
            group ->
                group.bodies().stream()
                    .flatMap(body -> body.rows().stream().map(row -> Voice.of(group, body, row))))
        .toList();
  }

  /** The same register by topic: the form of annex I that legal drafts use. */
  public Register byTopic() {
    List<Group> silent =
        groups.stream().map(Group::silent).filter(group -> !group.bodies().isEmpty()).toList();
    return changed(title, document, report, parts, null, Topics.of(this), silent);
  }

  /** Another document of the dossier, derived from the whole register. */
  public Register as(DocumentKind kind) {
    if (kind == document) {
      return this;
    }
    Part part = parts.stream().filter(one -> one.document() == kind).findFirst().orElseThrow();
    return changed(part.title(), kind, part.report(), List.of(), groups, topics, withoutComments);
  }

  private Register changed(
      String newTitle,
      DocumentKind newDocument,
      Report newReport,
      List<Part> newParts,
      List<Group> newGroups,
      List<Topics.Topic> newTopics,
      List<Group> newSilent) {
    return new Register(
        newTitle,
        mark,
        plan,
        planTitle,
        draft,
        draftStatus,
        newDocument,
        extract,
        publicForm,
        generatedAt,
        generatedBy,
        letterhead,
        newReport,
        newParts,
        summary,
        restrictedLeftOut,
        sections,
        newGroups,
        newTopics,
        asked,
        matrix,
        letters,
        newSilent);
  }
}
