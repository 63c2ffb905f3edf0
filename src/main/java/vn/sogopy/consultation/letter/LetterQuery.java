package vn.sogopy.consultation.letter;

import jakarta.ws.rs.DefaultValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.sql.Hql;

/** The query parameters of the list of letters; null or empty = any. */
public class LetterQuery extends PageQuery {
  /** Needs no index, since a round has some hundreds of letters. */
  private static final String MATCHES =
      """
      and (cast(sql('to_tsvector(''simple'', search_text(concat_ws('' '', ?, ?, ?, ltrim(?, ''0''))))
          @@ (plainto_tsquery(''simple'', search_text(?)) || plainto_tsquery(''simple'', search_text(?)))',
        l.number, l.subject, l.arrivalNumber, l.arrivalNumber, ?, ?) as Boolean) = true or""";

  /** The number as people type it: with other blanks, signs and case, without accents. */
  private static final String SAME_NUMBER =
      "function('search_text' as String, l.numberKey) = function('search_text' as String, ?)";

  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\S)0+(?=[0-9])");

  @RestQuery("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @RestQuery("group")
  @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
  public String group;

  @RestQuery("position")
  @Separator(",")
  @Parameter(
      description =
          "Ý kiến trả lời; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Position> position;

  @RestQuery("channel")
  @Separator(",")
  @Parameter(
      description =
          "Hình thức gửi; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Channel> channel;

  @RestQuery("late")
  @Parameter(description = "Đến sau thời hạn · came after the due date")
  public Boolean late;

  @RestQuery("withdrawn")
  @Parameter(
      description =
          "true: đã được thay thế hoặc bị rút; false: còn hiệu lực · replaced or withdrawn ones, or those that stand")
  public Boolean withdrawn;

  @RestQuery("arrivalNumber")
  @Parameter(
      description = "Số đến, không kể số 0 ở đầu · arrival number, leading zeros do not matter",
      schema = @Schema(maxLength = 50))
  public String arrivalNumber;

  @RestQuery("number")
  @Parameter(
      description =
          "Số, ký hiệu như khi gõ: không phân biệt khoảng trắng, dấu, chữ hoa; \"642\": mọi ký hiệu; \"số 642/SXD-QHKT ngày 25/02/2022\": cả ngày"
              + " · as it is typed: without regard to blanks, accents and case; \"642\": of any symbol; with \"ngày …\" also by date",
      schema = @Schema(maxLength = 100))
  public String number;

  @RestQuery("q")
  @Parameter(
      description =
          "Tìm từ trong số, ký hiệu, số đến và trích yếu, không phân biệt dấu và chữ hoa; mọi từ phải có · words of number, arrival number and subject without regard to accents and case; all must occur",
      schema = @Schema(maxLength = 500))
  public String q;

  @RestQuery("sort")
  @DefaultValue("receivedOn")
  @Parameter(description = "Thứ tự · order")
  public LetterOrder sort;

  /** The letters that arrived last; null = from the newest on. */
  public static LetterQuery newest(int limit, String cursor) {
    LetterQuery newest = new LetterQuery();
    newest.position = List.of();
    newest.channel = List.of();
    newest.sort = LetterOrder.RECEIVED_ON_DESCENDING;
    newest.limit = limit;
    newest.cursor = cursor;
    return newest;
  }

  /** Identifies the filter and the order for the cursor. */
  String question() {
    return Arrays.asList(
            organization, group, position, channel, late, withdrawn, arrivalNumber, number, q, sort)
        .toString();
  }

  /** Adds the conditions to a query of the letters {@code l} of the organizations {@code o}. */
  void addTo(Hql from) {
    from.addIf("and o.code = ?", organization).addIf("and o.group = ?", group);
    if (!position.isEmpty()) {
      from.add("and l.position in ?", position);
    }
    if (!channel.isEmpty()) {
      from.add("and l.channel in ?", channel);
    }
    from.addIf("and " + DueDate.HQL_LETTER_LATE + " = ?", late);
    if (withdrawn != null) {
      from.add(withdrawn ? "and l.withdrawnAt is not null" : "and l.withdrawnAt is null");
    }
    from.addIf(
        "and trim(leading '0' from l.arrivalNumber) = trim(leading '0' from ?)", arrivalNumber);
    if (number != null) {
      LetterCitation cited = cited(number);
      String key = LetterNumber.key(cited.number());
      from.add("and (" + SAME_NUMBER, key)
          // The number alone, of any symbol.
          .add("or locate(?, l.numberKey) = 1)", key + "/")
          .addIf("and l.date = ?", cited.date());
    }
    if (q != null) {
      from.add(MATCHES, q, LEADING_ZEROS.matcher(q).replaceAll(""))
          .add(SAME_NUMBER + ")", LetterNumber.key(cited(q).number()));
    }
  }

  private static LetterCitation cited(String typed) {
    return LetterCitation.of(typed).orElse(new LetterCitation(typed, false, null));
  }

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
        new Key<>("g.position", Type.NUMBER, LetterRow::groupPosition),
        new Key<>("o.position", Type.NUMBER, LetterRow::position),
        new Key<>("o.code", Type.TEXT, LetterRow::organization),
        arrived());

    private final String parameter;
    private final Keyset<LetterRow> keyset;

    @SafeVarargs
    LetterOrder(String parameter, Key<LetterRow>... first) {
      this.parameter = parameter;
      List<Key<LetterRow>> all = new ArrayList<>(List.of(first));
      all.add(new Key<>("l.createdAt", Type.INSTANT, row -> row.letter().createdAt));
      all.add(new Key<>("l.id", Type.ID, row -> row.letter().id));
      this.keyset = new Keyset<>(parameter.startsWith("-"), all);
    }

    private static Key<LetterRow> arrived() {
      return new Key<>("l.arrivedOn", Type.DATE, row -> row.letter().arrivedOn);
    }

    private static Key<LetterRow> date() {
      return new Key<>("l.date", Type.DATE, row -> row.letter().date);
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
}
