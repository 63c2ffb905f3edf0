package vn.sogopy.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftStatus;

class MessagesTest {
  private static final Map<String, String> VI = bundle("vi");
  private static final Map<String, String> EN = bundle("en");

  private static Map<String, String> bundle(String language) {
    Properties properties = new Properties();
    try (var in =
        new java.io.InputStreamReader(
            MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties"),
            java.nio.charset.StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  @Test
  void everyCodeHasBothLanguages() {
    Set<String> wanted = new TreeSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      wanted.add(code.code() + ".title");
      wanted.add(code.code() + ".detail");
    }
    Arrays.stream(FieldCode.values()).forEach(code -> wanted.add("field." + code.code()));
    wanted.add("cell.invalid-date");
    Arrays.stream(WarningCode.values()).forEach(code -> wanted.add("warning." + code.code()));

    assertThat(VI.keySet()).isEqualTo(wanted);
    assertThat(EN.keySet()).isEqualTo(wanted);
  }

  @Test
  void keysAreUnique() throws Exception {
    for (String language : List.of("vi", "en")) {
      try (var in = getClass().getResourceAsStream("/messages_" + language + ".properties")) {
        String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        List<String> keys =
            text.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=")[0])
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(VI.keySet());
      }
    }
  }

  @Test
  void argumentsAreEqualInBothLanguages() {
    VI.forEach(
        (key, text) -> assertThat(placeholders(text)).as(key).isEqualTo(placeholders(EN.get(key))));
  }

  private static Set<String> placeholders(String text) {
    return Pattern.compile("\\{\\d+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void textsAreNormalized() {
    Stream.of(VI, EN)
        .flatMap(bundle -> bundle.entrySet().stream())
        .forEach(
            entry -> {
              String text = entry.getValue();
              assertThat(text).as(entry.getKey()).isNotBlank().isEqualTo(text.strip());
              assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                  .as(entry.getKey())
                  .isTrue();
              // MessageFormat would remove it and take the text between two of them literally.
              assertThat(text).as(entry.getKey()).doesNotContain("'");
              assertThatCode(() -> new MessageFormat(text)).doesNotThrowAnyException();
              assertThat(entry.getKey().endsWith(".title") && text.endsWith("."))
                  .as(entry.getKey())
                  .isFalse();
            });
  }

  @Test
  void argumentsAreInserted() {
    assertThat(Messages.text(Locale.ENGLISH, "malformed-json.detail", List.of(3, 17)))
        .isEqualTo("The body is not well-formed JSON: line 3, column 17.");
    assertThat(Messages.text(Messages.VIETNAMESE, "field.unknown-section", List.of("V.9", 2)))
        .isEqualTo("Mục lục của dự thảo lần 2 không có mục \"V.9\".");
    assertThat(Messages.text(Locale.ENGLISH, "already-exists.detail", List.of("{0} it's")))
        .isEqualTo("There is one with the code {0} it's already.");
  }

  @Test
  void statesAreLabelsInVietnameseAndNamesInEnglish() {
    List<Object> some = List.of(Status.ANSWERED, EnumSet.of(Status.RETURNED, Status.WITHDRAWN), 2);
    assertThat(Messages.text(Messages.VIETNAMESE, "transition-not-allowed.detail", some))
        .isEqualTo(
            "Ý kiến đang ở trạng thái Chờ duyệt."
                + " Từ trạng thái này chỉ có thể chuyển sang: Đề nghị hoàn thiện lại, Đã rút.");
    assertThat(Messages.text(Locale.ENGLISH, "transition-not-allowed.detail", some))
        .isEqualTo("The comment is ANSWERED. From there it can only: RETURNED, WITHDRAWN.");
    assertThat(
            Messages.text(
                Messages.VIETNAMESE, "draft-not-open.detail", List.of(2, DraftStatus.PREPARING)))
        .startsWith("Dự thảo lần 2 đang ở trạng thái Đang soạn thảo,");
  }

  @Test
  void anEndStateHasNoEmptyList() {
    List<Object> none = List.of(Status.WITHDRAWN, EnumSet.noneOf(Status.class), 0);
    assertThat(Messages.text(Messages.VIETNAMESE, "field.transition-not-allowed", none))
        .isEqualTo("Ý kiến đang ở trạng thái Đã rút, không chuyển tiếp được nữa.");
    assertThat(Messages.text(Locale.ENGLISH, "field.transition-not-allowed", none))
        .isEqualTo("The comment is WITHDRAWN and cannot go on.");
  }

  @Test
  void successorsMayBeNone() {
    List<Object> one = List.of("Sở A", "01/7/2025", "Sở B (b)", 1);
    List<Object> none = List.of("Sở A", "01/7/2025", "", 0);
    assertThat(Messages.text(Messages.VIETNAMESE, "field.organization-ended", one))
        .isEqualTo("Sở A kết thúc hoạt động từ ngày 01/7/2025. Cơ quan kế thừa: Sở B (b).");
    assertThat(Messages.text(Messages.VIETNAMESE, "field.organization-ended", none))
        .endsWith("Cơ quan kế thừa: chưa ghi.");
    assertThat(Messages.text(Locale.ENGLISH, "field.organization-ended", none))
        .endsWith("Its successors: not recorded.");
  }

  @Test
  void whatIsNotMissingIsNotNamed() {
    assertThat(Messages.text(Messages.VIETNAMESE, "edition-not-ready.detail", List.of(39, 0)))
        .startsWith("Còn 39 ý kiến chưa xử lý xong. Xem danh sách kèm theo (blockers):");
    assertThat(Messages.text(Messages.VIETNAMESE, "edition-not-ready.detail", List.of(0, 2)))
        .startsWith("Còn 2 nội dung tiếp thu chưa ghi nơi chỉnh sửa. Xem danh sách kèm theo");
    assertThat(Messages.text(Locale.ENGLISH, "edition-not-ready.detail", List.of(39, 2)))
        .startsWith("Neither approved nor withdrawn: 39. Accepted, without a place: 2. See");
  }

  /** No enum name of the contract in a Vietnamese text. */
  @Test
  void vietnameseTextsHaveNoNamesOfStates() {
    VI.forEach(
        (key, text) ->
            assertThat(text)
                .as(key)
                .doesNotContain(Stream.of(Status.values()).map(Status::name).toList())
                .doesNotContain(Stream.of(Position.values()).map(Position::name).toList())
                .doesNotContain("PREPARING", "CLOSED"));
  }

  @Test
  void datesFollowTheLanguage() {
    List<Object> issued = List.of("126/BC-SKHĐT", LocalDate.of(2021, 10, 5));
    assertThat(Messages.text(Messages.VIETNAMESE, "edition-issued.detail", issued))
        .contains("ngày 05/10/2021");
    assertThat(Messages.text(Locale.ENGLISH, "edition-issued.detail", issued))
        .contains("dated 2021-10-05");
  }

  /** docs/domain.md section 6: 4.859,96. */
  @Test
  void numbersFollowTheLanguage() {
    assertThat(Messages.text(Messages.VIETNAMESE, "field.too-long", List.of(20_000)))
        .isEqualTo("Dài quá 20.000 (ký tự hoặc phần tử).");
    assertThat(Messages.text(Locale.ENGLISH, "field.too-long", List.of(20_000)))
        .isEqualTo("Longer than 20,000 (characters or items).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | vi",
        "vi-VN | vi",
        "en | en",
        "en-US,en;q=0.9,vi;q=0.8 | en",
        "vi-VN,vi;q=0.9,en;q=0.8 | vi",
        "en;q=0.1, vi;q=0.9 | vi",
        "fr, en;q=0.5 | en",
        "fr, de | vi",
        "* | vi",
        "EN-gb | en",
        "vi;q=0, en | en",
        "en;q=0 | vi",
        "fr;q=1, en;q=0 | vi",
        "not a language | vi",
        "en;q=abc | vi",
        "- | vi",
        "-en | vi",
        "en- | vi",
        "; | vi",
        ", | vi"
      })
  void preferredLanguageWins(String header, String language) {
    assertThat(Messages.negotiate(header).toLanguageTag()).isEqualTo(language);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void vietnameseIsTheDefault(String header) {
    assertThat(Messages.negotiate(header)).isEqualTo(Messages.VIETNAMESE);
  }

  @Test
  void longHeaderIsIgnored() {
    assertThat(Messages.negotiate("en," + "x".repeat(1_000))).isEqualTo(Messages.VIETNAMESE);
  }

  @Property
  void anyHeaderHasALanguage(@ForAll("headers") String header) {
    assertThat(Messages.negotiate(header)).isIn(Messages.VIETNAMESE, Locale.ENGLISH);
  }

  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> scraps =
        Arbitraries.of("en", "vi", "-", ";", "q", "=", "0", ".5", ",", " ", "*", "x-", "zz", "é")
            .list()
            .ofMaxSize(10)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(List.of(scraps, Arbitraries.strings().ofMaxLength(30)));
  }
}
