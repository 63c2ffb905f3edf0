package vn.sogopy.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Place;
import vn.sogopy.round.Round.Point;

/** The words of official papers, docs/domain.md sections 5, 6 and 8. */
final class Words {
  static final Map<String, String> RESULTS =
      Map.of(
          "ACCEPTED", "Tiếp thu",
          "PARTIALLY_ACCEPTED", "Tiếp thu một phần",
          "EXPLAINED", "Giải trình, giữ nguyên dự thảo",
          "ALREADY_COVERED", "Đã có trong dự thảo",
          "NOTED", "Ghi nhận",
          "OUT_OF_SCOPE", "Không thuộc phạm vi quy hoạch",
          "PENDING", "Đang nghiên cứu, xử lý");

  static final Map<String, String> POSITIONS =
      Map.of(
          "AGREES", "Nhất trí, không có ý kiến thêm",
          "AGREES_WITH_COMMENTS", "Cơ bản nhất trí, có ý kiến",
          "COMMENTS", "Có ý kiến góp ý",
          "DISAGREES", "Không nhất trí");

  static final Map<String, String> CHANNELS =
      Map.of(
          "LETTER", "Văn bản giấy",
          "EDOC", "Văn bản điện tử",
          "EMAIL", "Thư điện tử",
          "PORTAL", "Cổng thông tin điện tử",
          "WORKSHOP", "Hội nghị, hội thảo",
          "SURVEY", "Phiếu lấy ý kiến",
          "COUNCIL", "Hội đồng thẩm định");

  static final String AGREEMENT = "Nhất trí với nội dung dự thảo";
  static final String RESTRICTED = "Có ý kiến thuộc diện hạn chế tiếp cận";

  private Words() {}

  /** 25/02/2022, 06/4/2022. */
  static String date(LocalDate day) {
    return day == null
        ? ""
        : String.format(
            day.getMonthValue() < 3 ? "%02d/%02d/%d" : "%02d/%d/%d",
            day.getDayOfMonth(),
            day.getMonthValue(),
            day.getYear());
  }

  /** A number in a sentence: 03, 17. */
  static String number(int number) {
    return String.format("%02d", number);
  }

  static String roman(int number) {
    return List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
        .get(number);
  }

  static String citation(Letter letter) {
    return citation(letter.number(), letter.date());
  }

  static String citation(String number, LocalDate day) {
    return "số " + number + " ngày " + date(day);
  }

  /** "Sở Xây dựng (kèm theo các văn bản góp ý: số 642/SXD ngày …; 452/SXD ngày …)". */
  static String heading(String name, List<Letter> letters) {
    if (letters.isEmpty()) {
      return name;
    }
    String cited =
        letters.stream()
            .map(letter -> letter.number() + " ngày " + date(letter.date()))
            .collect(Collectors.joining("; "));
    return name
        + (letters.size() == 1
            ? " (kèm theo văn bản góp ý số "
            : " (kèm theo các văn bản góp ý: số ")
        + cited
        + ")";
  }

  /** "Sở Giao thông vận tải (nay là Sở Xây dựng)". */
  static String nameNow(Round round, Body body) {
    if (body.ended() == null) {
      return body.name();
    }
    return body.successors().size() == 1
        ? body.name() + " (nay là " + round.bodies().get(body.successors().get(0)).name() + ")"
        : body.name() + " (đã kết thúc hoạt động từ ngày " + date(body.ended()) + ")";
  }

  /** "Báo cáo tổng hợp, mục V.1, trang 45-46, 50". */
  static String place(Place place) {
    String pages = place.pages() == null ? null : "trang " + place.pages();
    if (place.section() == null) {
      return join(", ", "Ý kiến chung", pages);
    }
    Outline.Section section = Outline.of(place.section());
    String code = section.isDocument() ? null : "mục " + section.code();
    return join(", ", section.document().title(), code, pages);
  }

  /** The column of the comment. */
  static String content(Point point) {
    return join(
        "\n",
        point.content(),
        point.proposal() == null ? null : "Đề xuất: " + point.proposal(),
        point.author().isEmpty() ? null : "(" + String.join(", ", point.author()) + ")");
  }

  /** The column of the answer without a direction; null until it is approved. */
  static String answer(Point point) {
    if (!point.state().equals("APPROVED")) {
      return null;
    }
    String place = revision(point);
    return point.response() + (place == null ? "" : "\n(" + place + ")");
  }

  private static String revision(Point point) {
    boolean changes = point.outcome().endsWith("ACCEPTED");
    if (point.revision() == null) {
      String section = point.place().section();
      if (!changes) {
        return null;
      }
      return section == null || Outline.of(section).isDocument()
          ? "sẽ chỉnh sửa"
          : "sẽ chỉnh sửa tại mục " + section + " " + Outline.of(section).document().title();
    }
    String section = point.revision().section();
    String place =
        join(
            ", ",
            point.revision().pages() == null ? null : "trang " + point.revision().pages(),
            section == null
                ? null
                : "mục " + section + " " + Outline.of(section).document().title());
    return (changes
            ? "đã chỉnh sửa tại "
            : point.outcome().equals("ALREADY_COVERED") ? "đã có tại " : "xem ")
        + place;
  }

  /** "Thông báo số 215/TB-UBND ngày 12/8/2025"; empty if neither is known. */
  static String source(Point point) {
    String day = Tables.at(point.direction(), 2);
    return Objects.toString(
        join(
            " ",
            Tables.at(point.direction(), 1),
            day == null ? null : "ngày " + date(LocalDate.parse(day))),
        "");
  }

  /** "Ý kiến chỉ đạo (Thông báo số …): Thống nhất"; null if there is none. */
  static String direction(Point point) {
    if (point.direction() == null) {
      return null;
    }
    String source = source(point);
    return "Ý kiến chỉ đạo"
        + (source.isEmpty() ? "" : " (" + source + ")")
        + ": "
        + point.direction().get(0);
  }

  /** Those that are not null; null if all are. */
  static String join(String between, String... words) {
    String joined = Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(between));
    return joined.isEmpty() ? null : joined;
  }
}
