package vn.sogopy.desk.bodies;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.consultee.ConsulteeQuery;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.round.ReplyState.State;
import vn.sogopy.platform.text.Text;

/** The filter of the list of consultees, in the address of every page about them; null = any. */
public class BodiesQuery {
  @RestQuery("loc")
  public String loc;

  @RestQuery("nhom")
  public String group;

  @RestQuery("ten")
  public String words;

  @RestQuery("trang")
  public Integer page;

  /** Which consultees to show. */
  public enum Filter {
    ALL("tat-ca", "Tất cả"),
    SILENT("im-lang", "Chưa trả lời"),
    OVERDUE("qua-han", "Quá hạn chưa trả lời"),
    REPLIED("da-tra-loi", "Đã trả lời");

    private final String word;
    private final String label;

    Filter(String word, String label) {
      this.word = word;
      this.label = label;
    }

    public String word() {
      return word;
    }

    public String label() {
      return label;
    }

    boolean matches(ConsulteeView body) {
      return switch (this) {
        case ALL -> true;
        case SILENT -> body.state() == State.NOT_REPLIED;
        case OVERDUE -> body.overdue();
        case REPLIED -> body.state() != State.NOT_REPLIED;
      };
    }
  }

  public Filter filter() {
    return Arrays.stream(Filter.values())
        .filter(one -> one.word.equals(loc))
        .findFirst()
        .orElse(Filter.ALL);
  }

  public int number() {
    return page == null ? 1 : Math.max(1, page);
  }

  /** The query of the service for the group; the states are counted on the page. */
  ConsulteeQuery ofGroup() {
    ConsulteeQuery query = new ConsulteeQuery();
    query.state = List.of();
    query.group = group;
    return query;
  }

  /** Whether each word is in the code or the name, without regard to case and accents. */
  boolean named(ConsulteeView body) {
    String name = Text.foldName(body.organization().code() + " " + body.nameNow());
    return words == null || Stream.of(Text.foldName(words).split(" ")).allMatch(name::contains);
  }

  /** This filter as a query, "?loc=im-lang"; empty without a filter. */
  public String query() {
    return query(filter(), number());
  }

  public String with(Filter other) {
    return query(other, 1);
  }

  public String atPage(int other) {
    return query(filter(), other);
  }

  private String query(Filter which, int number) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("loc", which == Filter.ALL ? null : which.word);
    fields.put("nhom", group);
    fields.put("ten", words);
    fields.put("trang", number == 1 ? null : String.valueOf(number));
    String query =
        fields.entrySet().stream()
            .filter(field -> field.getValue() != null)
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }
}
