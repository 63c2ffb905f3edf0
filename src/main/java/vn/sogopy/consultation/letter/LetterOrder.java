package vn.sogopy.consultation.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.letter.DueDate;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;

/**
 * The sort orders of a list of letters. Each ends with the time of entry and the id, so it is
 * total.
 */
enum LetterOrder {
  RECEIVED_ON("receivedOn", arrived()),
  RECEIVED_ON_DESCENDING("-receivedOn", arrived()),
  DATE("date", date()),
  DATE_DESCENDING("-date", date()),
  ORGANIZATION(
      "organization",
      new Key("g.position", Type.NUMBER),
      new Key("o.position", Type.NUMBER),
      new Key("o.code", Type.TEXT),
      arrived());

  private final String parameter;
  private final Keyset keyset;

  LetterOrder(String parameter, Key... first) {
    this.parameter = parameter;
    List<Key> all = new ArrayList<>(List.of(first));
    all.add(new Key("l.created_at", Type.INSTANT));
    all.add(new Key("l.id", Type.ID));
    this.keyset = new Keyset(parameter.startsWith("-"), all);
  }

  private static Key arrived() {
    return new Key(DueDate.LETTER_ARRIVED, Type.DATE);
  }

  private static Key date() {
    return new Key("l.letter_date", Type.DATE);
  }

  Keyset keyset() {
    return keyset;
  }

  /** Null if there is no such order. */
  static LetterOrder of(String parameter) {
    return Arrays.stream(values())
        .filter(order -> order.parameter.equals(parameter))
        .findFirst()
        .orElse(null);
  }

  static String parameters() {
    return Arrays.stream(values()).map(order -> order.parameter).collect(Collectors.joining(", "));
  }
}
