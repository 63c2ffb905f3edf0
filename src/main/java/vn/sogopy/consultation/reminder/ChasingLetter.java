package vn.sogopy.consultation.reminder;

import static vn.sogopy.platform.table.Column.centred;
import static vn.sogopy.platform.table.Column.text;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxTable;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The letter to those who have not replied, with the letterhead of the body that asked them: an
 * urging (đôn đốc) to the groups that this body may urge, a request (đề nghị) to the others.
 */
final class ChasingLetter {
  private static final String THANKS =
      "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./.";

  /** A date of ten characters and the margins of its cell need 22 mm. */
  private static final List<Column> SILENT =
      List.of(
          centred("STT", 12),
          text("Cơ quan, đơn vị", 46),
          text("Văn bản xin ý kiến", 65),
          centred("Hạn trả lời", 24),
          centred("Quá hạn (ngày)", 18));

  private static final List<Column> OVERDUE =
      List.of(
          centred("STT", 12),
          text("Cơ quan, đơn vị", 46),
          text("Nội dung đề nghị", 63),
          centred("Hạn trả lời", 24),
          centred("Mã tiếp nhận", 20));

  private final ChasingList list;
  private final PlanHead.Head head;

  /** Who gets the replies. */
  private final String coordinator;

  private final String draft;
  private final boolean urges;

  private ChasingLetter(ChasingList all, PlanHead.Asking asker, boolean urges) {
    list = all.askedBy(asker, urges);
    this.urges = urges;
    head = asker.head();
    coordinator = all.plan().issuerNow();
    draft = list.inProse();
  }

  /** One file with a letter of each asking body and of each of both kinds that has addressees. */
  static void write(ChasingList list, OutputStream out) throws IOException {
    List<ChasingLetter> letters =
        list.askings().stream()
            .flatMap(
                asker -> Stream.of(false, true).map(urges -> new ChasingLetter(list, asker, urges)))
            .filter(letter -> !letter.list.isEmpty())
            .toList();
    OfficeLetter paper =
        new OfficeLetter(letters.get(0).head, letters.get(0).subject(), list.today(), out);
    for (ChasingLetter letter : letters) {
      if (letter != letters.get(0)) {
        paper.writer.endSection(false);
      }
      letter.write(paper);
    }
    paper.end();
  }

  private String subject() {
    return (urges ? "V/v đôn đốc tham gia ý kiến " : "V/v đề nghị tham gia ý kiến ") + draft;
  }

  private void write(OfficeLetter paper) throws IOException {
    paper.text(head, subject(), addressees(), paragraphs());
    if (!toOne()) {
      annex(paper);
    }
  }

  private void annex(OfficeLetter paper) throws IOException {
    boolean anySilent = !list.lines().isEmpty();
    paper.annex(head, anySilent ? list.title() : ChasingList.REQUESTS, list.subject());
    if (anySilent) {
      silent(paper.writer.table(SILENT, false));
    }
    if (!list.requests().isEmpty()) {
      if (anySilent) {
        paper.writer.paragraph(DocxStyle.BASE, null);
        paper.writer.paragraph(DocxStyle.TITLE, ChasingList.REQUESTS);
      }
      requests(paper.writer.table(OVERDUE, false));
    }
  }

  private void silent(DocxTable table) throws IOException {
    for (ChasingList.Group group : list.groups()) {
      table.heading(DocxStyle.GROUP, group.index(), group.title(), null);
      for (ChasingList.Line line : group.lines()) {
        table.row(line.texts(";\n").subList(0, SILENT.size()));
      }
    }
    table.end();
  }

  private void requests(DocxTable table) throws IOException {
    int number = 0;
    for (OverdueRequest request : list.requests()) {
      number++;
      table.row(
          List.of(
              String.valueOf(number),
              request.organization().name(),
              request.text(),
              VietnamTime.shortDate(request.dueOn()),
              request.citation()));
    }
    table.end();
  }

  /** Whether the letter has one addressee and no overdue requests. It then has no annex. */
  private boolean toOne() {
    return list.lines().size() == 1 && list.requests().isEmpty();
  }

  private String addressees() {
    return toOne()
        ? list.lines().get(0).name()
        : "Các cơ quan, đơn vị, địa phương (theo Danh sách kèm theo)";
  }

  private List<String> paragraphs() {
    return toOne() ? forOne() : forMany();
  }

  private List<String> forOne() {
    return List.of(
        asked("Quý cơ quan") + ".",
        "Tính đến hết ngày %s, %s chưa nhận được văn bản góp ý của Quý cơ quan. %s"
            .formatted(VietnamTime.shortDate(list.today()), coordinator, request("Quý cơ quan")),
        THANKS);
  }

  private List<String> forMany() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(asked("các cơ quan, đơn vị, địa phương") + ".");
    int silent = list.lines().size();
    if (silent > 0) {
      paragraphs.add(
          "Tính đến hết ngày %s, còn %s cơ quan, đơn vị, địa phương chưa có văn bản góp ý (Danh sách kèm theo)."
              .formatted(VietnamTime.shortDate(list.today()), Numbers.prose(silent)));
      paragraphs.add(request("các cơ quan, đơn vị, địa phương có tên trong Danh sách kèm theo"));
    }
    if (!list.requests().isEmpty()) {
      paragraphs.add(
          "%s%s đề nghị các cơ quan được đề nghị cung cấp, làm rõ thông tin, số liệu mà chưa trả lời (%s) %s có văn bản trả lời."
              .formatted(
                  silent > 0 ? "Đồng thời, " : "",
                  head.issuer(),
                  silent > 0 ? "phần cuối Danh sách kèm theo" : "Danh sách kèm theo",
                  urges ? "khẩn trương" : "quan tâm, sớm"));
    }
    paragraphs.add(THANKS);
    return paragraphs;
  }

  /** Cites the letters without their sender, since another office may have sent them. */
  private String asked(String addressee) {
    List<RequestLetter> letters = list.requestLetters();
    String where =
        letters.isEmpty()
            ? ""
            : (letters.size() == 1 ? " tại Văn bản " : " tại các Văn bản ")
                + letters.stream().map(RequestLetter::citation).collect(Collectors.joining("; "));
    return "Thực hiện việc lấy ý kiến đối với %s, %s đã được gửi hồ sơ lấy ý kiến%s%s"
        .formatted(draft, addressee, where, deadline());
  }

  private String request(String addressee) {
    return ("Để bảo đảm tiến độ lập quy hoạch, %s đề nghị %s %s nghiên cứu, có văn bản góp ý gửi về %s %s"
            + " để tổng hợp, tiếp thu, giải trình theo quy định. Trường hợp nhất trí với nội dung dự thảo,"
            + " đề nghị có văn bản trả lời ghi rõ “nhất trí, không có ý kiến thêm”.")
        .formatted(head.issuer(), addressee, soon(), coordinator, latest());
  }

  private String soon() {
    return urges ? "khẩn trương" : "quan tâm";
  }

  /** The last day for the reply: blank for the signer once a due day has passed. */
  private String latest() {
    Set<LocalDate> days = days();
    if (days.isEmpty() || anyOverdue()) {
      return "chậm nhất " + OfficeLetter.blankDay(list.today());
    }
    return days.size() == 1
        ? "chậm nhất " + VietnamTime.longDate(days.iterator().next())
        : "đúng thời hạn nêu trên";
  }

  private boolean anyOverdue() {
    return list.lines().stream().anyMatch(line -> line.daysOver() != null);
  }

  private Set<LocalDate> days() {
    return list.lines().stream()
        .map(ChasingList.Line::dueOn)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private String deadline() {
    Set<LocalDate> days = days();
    return switch (days.size()) {
      case 0 -> "";
      case 1 ->
          "; thời hạn trả lời: chậm nhất ngày " + VietnamTime.shortDate(days.iterator().next());
      default -> "; thời hạn trả lời của từng cơ quan ghi tại Danh sách kèm theo";
    };
  }
}
