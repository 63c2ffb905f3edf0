package vn.sogopy.interchange.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter.Signer;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.problem.FieldCode;

/** Reads what a row states of its letter. */
final class LetterCells {
  /** What offices write for the labels. */
  private static final Map<String, Position> POSITIONS =
      Map.ofEntries(
          Map.entry("nhattri", Position.AGREES),
          Map.entry("hoantoannhattri", Position.AGREES),
          Map.entry("thongnhat", Position.AGREES),
          Map.entry("dongy", Position.AGREES),
          Map.entry("khongcoykien", Position.AGREES),
          Map.entry("khongcoykienthem", Position.AGREES),
          Map.entry("cobannhattri", Position.AGREES_WITH_COMMENTS),
          Map.entry("cobanthongnhat", Position.AGREES_WITH_COMMENTS),
          Map.entry("cobandongy", Position.AGREES_WITH_COMMENTS),
          Map.entry("nhattricoykien", Position.AGREES_WITH_COMMENTS),
          Map.entry("coykien", Position.COMMENTS),
          Map.entry("gopy", Position.COMMENTS),
          Map.entry("khongthongnhat", Position.DISAGREES),
          Map.entry("khongdongy", Position.DISAGREES));

  private static final Map<String, Channel> CHANNELS =
      Map.of(
          "congvan", Channel.LETTER,
          "vanban", Channel.LETTER,
          "giay", Channel.LETTER,
          "dientu", Channel.EDOC,
          "truclienthong", Channel.EDOC,
          "hoinghi", Channel.WORKSHOP,
          "hoithao", Channel.WORKSHOP,
          "congthongtin", Channel.PORTAL);

  private LetterCells() {}

  /**
   * @param above the letter of rows that name none; may be null
   * @param onBehalfOf codes of the organizations that it also speaks for; null = not stated
   * @return null if the row has no letter. That it was said at a meeting makes no letter
   */
  static CommentInput.Letter read(
      TableCells<CommentColumn> cells, CommentInput.Letter above, List<String> onBehalfOf) {
    CommentInput.Letter named = named(cells);
    CommentInput.Letter identity =
        named != null ? named : above != null ? above : CommentInput.Letter.of(null, null);
    CommentInput.Letter letter =
        new CommentInput.Letter(
            identity.number(),
            identity.date(),
            cells.date(CommentColumn.RECEIVED_ON),
            cells.text(CommentColumn.ARRIVAL_NUMBER),
            position(cells),
            channel(cells),
            Signer.of(cells.text(CommentColumn.SIGNER), cells.text(CommentColumn.SIGNER_POSITION)),
            cells.text(CommentColumn.SUBJECT),
            onBehalfOf);
    Channel channel = letter.channel();
    Channel meeting = channel != null && channel.isMeeting() ? channel : null;
    boolean none =
        letter.equals(
            new CommentInput.Letter(null, null, null, null, null, meeting, null, null, null));
    return none ? null : letter;
  }

  /** "510/SGTVT-KCHT", "số 510/SGTVT-KCHT ngày 24/8/2021"; null = none */
  private static CommentInput.Letter named(TableCells<CommentColumn> cells) {
    String written = cells.text(CommentColumn.LETTER);
    LocalDate date = cells.date(CommentColumn.LETTER_DATE);
    LetterCitation cited = written == null ? null : LetterCitation.of(written).orElse(null);
    if (cited != null && cited.isDated() && cited.date() == null) {
      cells.reject(CommentColumn.LETTER, FieldCode.INVALID_DATE, Headings.shown(written));
      return null;
    }
    if (cited == null) {
      return date == null ? null : CommentInput.Letter.of(null, date);
    }
    return CommentInput.Letter.of(cited.number(), cited.isDated() ? cited.date() : date);
  }

  private static Position position(TableCells<CommentColumn> cells) {
    return cells.value(
        CommentColumn.POSITION,
        text -> labelled(Position.values(), Position::label, POSITIONS, text),
        FieldCode.INVALID_ENUM,
        String.join("; ", CommentTemplate.POSITIONS));
  }

  private static Channel channel(TableCells<CommentColumn> cells) {
    return cells.value(
        CommentColumn.CHANNEL,
        text -> labelled(Channel.values(), Channel::label, CHANNELS, text),
        FieldCode.INVALID_ENUM,
        String.join("; ", CommentTemplate.CHANNELS));
  }

  /**
   * The value with this label, this name in the contract, or this other word.
   *
   * @param words by {@link Headings#key}
   */
  static <E extends Enum<E>> Optional<E> labelled(
      E[] values, Function<E, String> label, Map<String, E> words, String written) {
    String key = Headings.key(written);
    return Arrays.stream(values)
        .filter(
            one ->
                Headings.key(label.apply(one)).equals(key) || Headings.key(one.name()).equals(key))
        .findFirst()
        .or(() -> Optional.ofNullable(words.get(key)));
  }
}
