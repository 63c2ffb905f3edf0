package vn.sogopy.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.platform.text.Numbers;

/** Invented registers for the tests of renderers, with every kind of row or any number of rows. */
public final class Registers {
  public static final Instant AT = Instant.parse("2021-10-01T02:05:00Z");

  public static final Seal UNSIGNED = new Seal(1, "3F2A-9C10-77DE-B4E1", null, null);
  public static final Seal ISSUED =
      new Seal(1, "3F2A-9C10-77DE-B4E1", "126", LocalDate.of(2021, 10, 5));

  static final RegisterLetterhead LETTERHEAD =
      new RegisterLetterhead(
          "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
          "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
          "SKHĐT",
          "Bắc Kạn",
          "Ủy ban nhân dân tỉnh Bắc Kạn",
          "GIÁM ĐỐC",
          "Nguyễn Văn A",
          List.of("Như trên;", "Lưu: VT, TH."),
          "Sở Kế hoạch và Đầu tư");

  private Registers() {}

  /** Two groups, four organizations: one has several letters, one agrees, one disagrees. */
  public static Register sample() {
    return of(
        DocumentKind.FULL,
        null,
        List.of(
            new Register.Group(
                "I",
                "PROVINCIAL",
                "Sở, ban, ngành và cơ quan Trung ương trên địa bàn",
                List.of(
                    body(
                        1,
                        "sxd",
                        "Sở Xây dựng",
                        List.of(letter("642/SXD-QHKT", 25), letter("452/SXD-QHKT", 10)),
                        null,
                        row("1.1", "V.1", "Đề nghị làm rõ số liệu:\n- điểm 1;\n- điểm 2.", true),
                        row("1.2", null, "Ý kiến chung về bố cục.", false)),
                    body(
                        2,
                        "sgtvt",
                        "Sở Giao thông vận tải",
                        List.of(letter("510/SGTVT-KCHT", 24)),
                        Register.AGREEMENT),
                    body(
                        3,
                        "sct",
                        "Sở Công Thương",
                        List.of(letter("294/SCT-KHTCTH", 12)),
                        null,
                        differing("3.1", null)))),
            new Register.Group(
                "II",
                "DISTRICT",
                "UBND các huyện, thành phố",
                List.of(
                    body(
                        4,
                        "babe",
                        "UBND huyện Ba Bể",
                        List.of(),
                        null,
                        row(
                            "4.1",
                            "V.1",
                            "=1+1 là công thức; <b>thẻ</b> & \"nháy\"; tiếng Việt: ữ ự ặ ỗ.",
                            true))))));
  }

  /** As {@link #sample}, with these groups. */
  public static Register of(
      DocumentKind document, List<String> extract, List<Register.Group> groups) {
    return of(document, extract, groups, "DỮ LIỆU MẪU");
  }

  /**
   * @param mark null = real data
   */
  public static Register of(
      DocumentKind document, List<String> extract, List<Register.Group> groups, String mark) {
    return new Register(
        title(document),
        mark,
        "bac-kan-2021-2030",
        "Quy hoạch tỉnh Bắc Kạn",
        2,
        "Đang lấy ý kiến",
        document,
        extract,
        false,
        AT,
        "Điều phối (mẫu)",
        LETTERHEAD,
        report(document),
        document == DocumentKind.FULL
            ? List.of(part(DocumentKind.SUMMARY), part(DocumentKind.RESPONSE))
            : List.of(),
        new Counts(69, 3, 1, 2, 1, 66, 0, 4, Map.of(), new Counts.Unasked(0, 0, Map.of())),
        0,
        List.of(new Register.Section("V.1", "Báo cáo tổng hợp, mục V.1. Giao thông")),
        groups,
        null,
        List.of(
            new Annexes.AskedGroup(
                "I",
                "Sở, ban, ngành và cơ quan Trung ương trên địa bàn",
                List.of(
                    new Annexes.Asked(
                        1,
                        "sxd",
                        "Sở Xây dựng",
                        List.of("số 1186/SKHĐT-TH ngày 16/8/2021"),
                        LocalDate.of(2021, 9, 15),
                        List.of(
                            new Annexes.Reply(
                                "số 642/SXD-QHKT ngày 25/8/2021", LocalDate.of(2021, 8, 26))),
                        "Có ý kiến",
                        2,
                        "Trả lời sau thời hạn"),
                    new Annexes.Asked(
                        2,
                        "snv",
                        "Sở Nội vụ",
                        List.of("số 1186/SKHĐT-TH ngày 16/8/2021"),
                        LocalDate.of(2021, 9, 15),
                        List.of(),
                        "Quá hạn chưa trả lời",
                        0,
                        null)))),
        List.of(
            new Annexes.MatrixLine(
                "I",
                "Sở, ban, ngành và cơ quan Trung ương trên địa bàn",
                false,
                30,
                3,
                1,
                3,
                Map.of("ACCEPTED", 1, "NOTED", 1, "PENDING", 1)),
            new Annexes.MatrixLine(
                null,
                "Cộng",
                true,
                69,
                3,
                1,
                4859,
                Map.of("ACCEPTED", 4857, "NOTED", 1, "PENDING", 1))),
        List.of(
            new Annexes.LetterEntry(
                1,
                id("642/SXD-QHKT"),
                "sxd",
                "Sở Xây dựng",
                "642/SXD-QHKT",
                LocalDate.of(2021, 8, 25),
                "1540",
                LocalDate.of(2021, 8, 26),
                "Có ý kiến góp ý",
                "Văn bản giấy",
                2,
                1,
                "Gửi sau thời hạn")),
        null);
  }

  private static String title(DocumentKind document) {
    return document.title() + " ĐỐI VỚI DỰ THẢO (LẦN 2) QUY HOẠCH TỈNH BẮC KẠN";
  }

  private static Register.Part part(DocumentKind document) {
    return new Register.Part(document, title(document), report(document));
  }

  private static Register.Report report(DocumentKind document) {
    return new Register.Report(
        document.subject() + " đối với Dự thảo (lần 2) Quy hoạch tỉnh Bắc Kạn",
        List.of(
            "Thực hiện Kế hoạch số 1/KH-UBND.", "Sở Kế hoạch và Đầu tư báo cáo kết quả như sau:"),
        List.of(
            "Sở Kế hoạch và Đầu tư đã gửi hồ sơ lấy ý kiến đến 69 cơ quan, đơn vị, địa phương.",
            "Tính đến hết ngày 01/10/2021, đã nhận được văn bản trả lời của 3/69 cơ quan."),
        "Những nội dung còn ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến",
        "Hiện còn 01 nội dung có ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến, cụ thể:",
        null,
        null,
        "Trên đây là báo cáo; Sở Kế hoạch và Đầu tư kính báo cáo UBND tỉnh xem xét, chỉ đạo./.");
  }

  /** The sample with a direction on its open point. */
  public static Register directed() {
    RegisterDirection direction =
        new RegisterDirection("giữ nguyên.", "Thông báo số 12/TB-UBND", LocalDate.of(2021, 10, 5));
    Register.Body sct =
        body(
            1,
            "sct",
            "Sở Công Thương",
            List.of(letter("294/SCT-KHTCTH", 12)),
            null,
            differing("1.1", direction));
    Register whole =
        of(
            DocumentKind.FULL,
            null,
            List.of(new Register.Group("I", "PROVINCIAL", "Sở, ban, ngành", List.of(sct))));
    Register.Report report = whole.report();
    return with(
        whole,
        new Register.Report(
            report.subject(),
            report.opening(),
            report.paragraphs(),
            report.differencesTitle(),
            "Đến nay, không còn nội dung có ý kiến khác nhau.",
            "Đã có ý kiến chỉ đạo",
            "Có 01 nội dung đã có ý kiến chỉ đạo, cụ thể:",
            report.closing()),
        0,
        whole.groups(),
        whole.letters());
  }

  /** The same register as the copy of a reader who does not see some restricted comments. */
  public static Register without(int restricted, Register whole) {
    return with(whole, whole.report(), restricted, whole.groups(), whole.letters());
  }

  /** With these letters in the index. */
  public static Register withLetters(List<Annexes.LetterEntry> letters) {
    Register whole = sample();
    return with(whole, whole.report(), 0, whole.groups(), letters);
  }

  /** The same register with rows that can be read once, as when it is streamed. */
  public static Register passing(Register register) {
    AtomicInteger turn = new AtomicInteger();
    AtomicInteger bodies = new AtomicInteger();
    List<Register.Group> groups =
        register.groups().stream()
            .map(
                group ->
                    new Register.Group(
                        group.index(),
                        group.code(),
                        group.title(),
                        group.bodies().stream()
                            .map(body -> passing(body, turn, bodies.getAndIncrement()))
                            .toList()))
            .toList();
    return with(
        register, register.report(), register.restrictedLeftOut(), groups, register.letters());
  }

  private static Register.Body passing(Register.Body body, AtomicInteger turn, int place) {
    List<Register.Row> rows =
        new AbstractList<>() {
          @Override
          public Iterator<Register.Row> iterator() {
            if (!turn.compareAndSet(place, place + 1)) {
              throw new IllegalStateException("not the turn of body " + place);
            }
            return body.rows().iterator();
          }

          @Override
          public Register.Row get(int index) {
            throw new UnsupportedOperationException();
          }

          @Override
          public int size() {
            return body.rows().size();
          }
        };
    return new Register.Body(
        body.number(),
        body.code(),
        body.name(),
        body.heading(),
        body.letters(),
        body.agreement(),
        body.remark(),
        rows);
  }

  /** The same register as its public form. */
  public static Register inPublic(Register whole) {
    return new Register(
        whole.title(),
        whole.mark(),
        whole.plan(),
        whole.planTitle(),
        whole.draft(),
        whole.draftStatus(),
        whole.document(),
        whole.extract(),
        true,
        whole.generatedAt(),
        whole.generatedBy(),
        whole.letterhead(),
        whole.report(),
        whole.parts(),
        whole.summary(),
        whole.restrictedLeftOut(),
        whole.sections(),
        whole.groups(),
        whole.topics(),
        whole.asked(),
        whole.matrix(),
        whole.letters(),
        whole.withoutComments());
  }

  private static Register with(
      Register whole,
      Register.Report report,
      int restrictedLeftOut,
      List<Register.Group> groups,
      List<Annexes.LetterEntry> letters) {
    return new Register(
        whole.title(),
        whole.mark(),
        whole.plan(),
        whole.planTitle(),
        whole.draft(),
        whole.draftStatus(),
        whole.document(),
        whole.extract(),
        whole.publicForm(),
        whole.generatedAt(),
        whole.generatedBy(),
        whole.letterhead(),
        report,
        whole.parts(),
        whole.summary(),
        restrictedLeftOut,
        whole.sections(),
        groups,
        whole.topics(),
        whole.asked(),
        whole.matrix(),
        letters,
        whole.withoutComments());
  }

  /**
   * A register of so many comments by thirty organizations of three groups.
   *
   * @param words content of a comment by its number from 0
   */
  public static Register large(int comments, java.util.function.IntFunction<String> words) {
    List<Register.Group> groups = new ArrayList<>();
    int perBody = (comments + 29) / 30;
    int made = 0;
    for (int g = 0; g < 3; g++) {
      List<Register.Body> bodies = new ArrayList<>();
      for (int b = 1; b <= 10; b++) {
        int number = g * 10 + b;
        List<Register.Row> rows = new ArrayList<>();
        for (int i = 1; i <= perBody && made < comments; i++, made++) {
          rows.add(row(number + "." + i, "V.1", words.apply(made), made % 3 != 0));
        }
        bodies.add(
            body(
                number,
                "c" + number,
                "Cơ quan số " + number,
                List.of(letter(number + "/CQ", 1 + number % 28)),
                rows.isEmpty() ? Register.AGREEMENT : null,
                rows.toArray(Register.Row[]::new)));
      }
      groups.add(new Register.Group(Numbers.roman(g + 1), "G" + g, "Nhóm " + g, bodies));
    }
    return of(DocumentKind.FULL, null, groups);
  }

  public static Register.Body body(
      int number,
      String code,
      String name,
      List<Register.Letter> letters,
      String agreement,
      Register.Row... rows) {
    return new Register.Body(
        number,
        code,
        name,
        Wording.heading(name, letters),
        letters,
        agreement,
        null,
        List.of(rows));
  }

  public static Register.Letter letter(String number, int day) {
    String date = (day < 10 ? "0" : "") + day + "/8/2021";
    return new Register.Letter(
        id(number), number, LocalDate.of(2021, 8, day), "số " + number + " ngày " + date);
  }

  public static Register.Row row(String index, String section, String content, boolean approved) {
    return new Register.Row(
        index,
        id(index),
        1000 + index.hashCode() % 1000,
        null,
        null,
        section,
        section == null ? "Ý kiến chung" : "Báo cáo tổng hợp, mục " + section + ", trang 45",
        content,
        "Bổ sung số liệu.",
        null,
        approved ? Status.APPROVED : Status.RECEIVED,
        approved ? Result.ACCEPTED : null,
        approved ? "Tiếp thu" : "Đang nghiên cứu, xử lý",
        approved ? "Tiếp thu ý kiến.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)" : null,
        false,
        null,
        false,
        List.of(),
        null,
        null,
        approved,
        approved ? null : "Gửi sau thời hạn");
  }

  /** An open point, or one with a direction. */
  private static Register.Row differing(String index, RegisterDirection directed) {
    return new Register.Row(
        index,
        id(index),
        1042,
        null,
        null,
        "V.1",
        "Báo cáo tổng hợp, mục V.1",
        "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.",
        null,
        "Nguyễn Văn B, Phó Giám đốc",
        Status.APPROVED,
        Result.EXPLAINED,
        "Giải trình, giữ nguyên dự thảo",
        "Giữ nguyên theo quy hoạch quốc gia.",
        false,
        null,
        false,
        directed == null ? List.of("Cơ quan góp ý bảo lưu ý kiến: chưa đủ cơ sở") : List.of(),
        directed == null ? null : "Ý kiến chỉ đạo (" + directed.source() + "): " + directed.text(),
        directed,
        false,
        null);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
