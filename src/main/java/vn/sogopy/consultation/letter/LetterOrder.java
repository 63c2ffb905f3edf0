package vn.sogopy.consultation.letter;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;

/**
 * The sort orders of a list of letters. Each ends with the time of entry and the id, so it is
 * total.
 */
@Schema(
    name = "LetterSort",
    enumeration = {"receivedOn", "-receivedOn", "date", "-date", "organization"})
enum LetterOrder {
  RECEIVED_ON("receivedOn", arrived()),
  RECEIVED_ON_DESCENDING("-receivedOn", arrived()),
  DATE("date", date()),
  DATE_DESCENDING("-date", date()),
  ORGANIZATION(
      "organization",
      List.of(
          new Key<>("g.position", Type.NUMBER, LetterRow::groupPosition),
          new Key<>("o.position", Type.NUMBER, LetterRow::position),
          new Key<>("o.code", Type.TEXT, LetterRow::organization),
          arrived().get(0)));

  private final String parameter;
  private final Keyset<LetterRow> keyset;

  LetterOrder(String parameter, List<Key<LetterRow>> first) {
    this.parameter = parameter;
    List<Key<LetterRow>> all = new ArrayList<>(first);
    all.add(new Key<>("l.createdAt", Type.INSTANT, row -> row.letter().createdAt));
    all.add(new Key<>("l.id", Type.ID, row -> row.letter().id));
    this.keyset = new Keyset<>(parameter.startsWith("-"), all);
  }

  private static List<Key<LetterRow>> arrived() {
    return List.of(new Key<>("l.arrivedOn", Type.DATE, row -> row.letter().arrivedOn));
  }

  private static List<Key<LetterRow>> date() {
    return List.of(new Key<>("l.date", Type.DATE, row -> row.letter().date));
  }

  Keyset<LetterRow> keyset() {
    return keyset;
  }

  /** The value of {@code sort}. */
  @Override
  public String toString() {
    return parameter;
  }
}
