package vn.sogopy.desk;

import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/**
 * All that a person reaches from some pages of the desk: by links, pictures, forms for reading with
 * each of their choices, and the parts that a script fetches.
 */
public final class DeskWalk {
  private static final Pattern CHOSEN = Pattern.compile("[?&](y|nhu)=([^&]*)");

  private final DeskBrowser person;
  private final Predicate<String> within;
  private final String word;
  private final Queue<Step> steps = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  /** An address, and whether a script asks for a part of it. */
  private record Step(String address, boolean part) {}

  /** What was answered. */
  public record Visit(String address, boolean part, Response answer) {
    /** Null for other than a page. */
    public Document page() {
      return isPage(answer) ? Jsoup.parse(answer.asString()) : null;
    }
  }

  private DeskWalk(DeskBrowser person, Predicate<String> within, String word) {
    this.person = person;
    this.within = within;
    this.word = word;
  }

  public static boolean isPage(Response answer) {
    return answer.contentType() != null && answer.contentType().startsWith("text/html");
  }

  /**
   * @param starts addresses that are visited in any case, as a page and as a part
   * @param within whether an address on a page is followed
   * @param word typed into the fields of searches
   */
  public static List<Visit> of(
      DeskBrowser person, Collection<String> starts, Predicate<String> within, String word) {
    DeskWalk walk = new DeskWalk(person, within, word);
    for (String start : starts) {
      walk.add(start, false);
      walk.add(start, true);
    }
    List<Visit> visits = new ArrayList<>();
    while (!walk.steps.isEmpty()) {
      visits.add(walk.visit(walk.steps.remove()));
    }
    return visits;
  }

  private Visit visit(Step step) {
    // A connection each, or those that wait for more would use up what the service accepts.
    var request = person.request().urlEncodingEnabled(false).header("Connection", "close");
    if (step.part) {
      request.header("HX-Request", "true");
    }
    Response answer = request.get(step.address);
    Visit visit = new Visit(step.address, step.part, answer);
    if (answer.header("Location") != null) {
      follow(answer.header("Location"), step.part);
    }
    Document page = step.address.startsWith("/api/") ? null : visit.page();
    if (page != null) {
      page.select("a[href]").forEach(link -> follow(link.attr("href"), false));
      page.select("img[src]").forEach(image -> follow(image.attr("src"), false));
      page.select("[hx-get]").forEach(link -> follow(link.attr("hx-get"), true));
      for (Element form : page.select("form[method=get]")) {
        // Once: the pages of its answers have the same form, filled in.
        if (known.add(form.attr("action") + form.attr("aria-label"))) {
          asked((FormElement) form).forEach(query -> follow(form.attr("action") + query, false));
        }
      }
    }
    return visit;
  }

  private void follow(String address, boolean part) {
    String target = address.replaceFirst("#.*", "");
    if (target.startsWith("/") && within.test(target)) {
      add(target, part);
    }
  }

  /** A chosen comment is visited once, not again below each filter. */
  private void add(String address, boolean part) {
    String path = address.replaceFirst("\\?.*", "");
    String what = path.matches(".*/y-kien/[0-9a-f-]{36}/.*") ? path : address;
    Matcher chosen = CHOSEN.matcher(address);
    while (chosen.find()) {
      what = path + chosen.group();
    }
    if (known.add(what + part)) {
      steps.add(new Step(address, part));
    }
  }

  /** The queries of a form: as it stands, with the word, and with each choice. */
  private List<String> asked(FormElement form) {
    List<String> queries = new ArrayList<>();
    List<KeyVal> plain = form.formData();
    queries.add(query(plain));
    List<KeyVal> typed = new ArrayList<>();
    for (KeyVal pair : plain) {
      Elements field = form.select("[name=" + pair.key() + "]");
      boolean text = field.is("input") && field.attr("type").matches("|search");
      typed.add(text ? HttpConnection.KeyVal.create(pair.key(), word) : pair);
    }
    queries.add(query(typed));
    for (Element choice : form.select("option, [type=checkbox]")) {
      Element field = choice.is("option") ? choice.closest("select") : choice;
      if (field != null) {
        List<KeyVal> chosen = new ArrayList<>(plain);
        chosen.removeIf(pair -> choice.is("option") && pair.key().equals(field.attr("name")));
        chosen.add(HttpConnection.KeyVal.create(field.attr("name"), choice.attr("value")));
        queries.add(query(chosen));
      }
    }
    return queries;
  }

  private static String query(List<KeyVal> pairs) {
    return pairs.stream()
        .map(pair -> pair.key() + "=" + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
