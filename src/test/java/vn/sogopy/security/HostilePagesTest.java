package vn.sogopy.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.desk.DeskMap;
import vn.sogopy.desk.DeskWalk;
import vn.sogopy.desk.DeskWalk.Visit;
import vn.sogopy.hostile.OddValues;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;

/**
 * Hostile texts in every field of every form of the desk, and in the data of every page: no element
 * or attribute is born of them, and a form that failed has them back.
 */
@QuarkusTest
class HostilePagesTest {
  /** Breaks out of attributes, of texts and of elements whose content is plain text. */
  private static final String TEXT = "\"'></p><img src=x onerror=a()>{7*7}&lt;";

  private static final String URLENCODED = "application/x-www-form-urlencoded;charset=UTF-8";
  private static final String NAME = "'<img src=x onerror=a()>&.csv";

  /** Everything that the corpus has for one line. */
  private static final String ALL =
      OddValues.INJECTIONS.stream()
              .filter(text -> text.chars().allMatch(c -> c >= ' '))
              .collect(Collectors.joining(" "))
          + " </textarea></title></option></select></datalist><svg onload=a()>"
          + TEXT;

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Set<String> TAGS = words("<([a-z][a-z0-9]*)", "head", "body", "tbody");
  private static final Set<String> ATTRIBUTES =
      words(
          "([a-zA-Z][a-zA-Z0-9-]*)=[\"']",
          "required",
          "hidden",
          "selected",
          "checked",
          "autofocus",
          "multiple",
          "open",
          "download",
          "readonly",
          "defer",
          "formnovalidate",
          "data-keys",
          "data-keys-off",
          "data-restored",
          "data-next",
          "data-insert",
          "data-item",
          "data-more",
          "data-before",
          "data-after");

  private static RestrictedRound round;
  private static DeskMap.Things things;

  private final Set<String> wrong = new TreeSet<>();

  /** What the templates write. */
  private static Set<String> words(String pattern, String... others) {
    Set<String> words = new HashSet<>(Set.of(others));
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher word = Pattern.compile(pattern).matcher(Files.readString(file));
        while (word.find()) {
          words.add(word.group(1).toLowerCase(Locale.ROOT));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** A form of a page, and the button that sends it. */
  private record Form(DeskBrowser person, String page, FormElement element, Element button) {
    String action() {
      String action = button.hasAttr("formaction") ? "formaction" : "action";
      return (button.hasAttr(action) ? button : element).attr(action).replaceFirst("#.*", "");
    }

    /** The form with the versions of now; none if its page has it no more. */
    Stream<Form> anew() {
      Visit now = new Visit(page, false, person.request().urlEncodingEnabled(false).get(page));
      return now.page() == null
          ? Stream.empty()
          : forms(person, now).stream()
              .filter(form -> form.action().equals(action()) && form.kind().equals(kind()))
              .limit(1);
    }

    /** Forms of the same kind: of another comment, or of another page. */
    String kind() {
      return action().replaceFirst("\\?.*", "").replaceAll("(?<=/)(h-)?[0-9a-f-]{36}", "ID")
          + " "
          + button.attr("name")
          + button.attr("value").replaceAll("[0-9a-f-]{36}", "ID");
    }
  }

  /** Created once for both tests. */
  @BeforeEach
  void hostilePlan() {
    if (round != null) {
      return;
    }
    round = new RestrictedRound(true, TEXT);
    String code = "h-" + round.plan.slug().substring(2);
    Api.as(Key.COORDINATOR)
        .body(
            json(
                "code",
                code,
                "name",
                TEXT + code,
                "group",
                "COMMUNITY",
                "order",
                1,
                "aliases",
                List.of(TEXT + "b" + code)))
        .post("/organizations")
        .then()
        .statusCode(201);
    patch(round.plan.path(), json("title", TEXT));
    patch(round.plan.draftPath(1), json("title", TEXT, "dueOn", "2021-09-15"));
    Api.as(Key.COORDINATOR)
        .body(
            List.of(
                json("organization", code, "contact", json("name", TEXT, "phone", TEXT)),
                json("organization", "sgtvt")))
        .post(round.plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
    String phrase =
        Api.as(Key.CONSULTANT)
            .body(json("text", TEXT))
            .post(round.plan.path() + "/phrases")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String account =
        Api.as(Key.ADMIN)
            .body(
                json(
                    "name",
                    TEXT,
                    "role",
                    "VIEWER",
                    "person",
                    true,
                    "plans",
                    List.of(round.plan.slug())))
            .post("/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String message =
        "<MessageHeader><From><OrganId>H1</OrganId><OrganName>%1$s</OrganName></From>"
            + "<Code>1/H</Code><Subject>%1$s</Subject>"
            + "<PromulgationInfo><PromulgationDate>2021/09/06</PromulgationDate></PromulgationInfo>"
            + "</MessageHeader>";
    String parked =
        Api.as(Key.COORDINATOR)
            .contentType("application/xml")
            .body(message.formatted(TEXT.replace("&", "&amp;").replace("<", "&lt;")))
            .post(round.plan.draftPath(1) + "/letters")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    things =
        new DeskMap.Things(
            round.plan.slug(),
            1,
            code,
            kind ->
                switch (kind) {
                  case "cho-xu-ly" -> List.of(parked);
                  case "tai-khoan" -> List.of(account);
                  case "cau-mau" -> List.of(phrase);
                  default -> round.things().ids().apply(kind);
                });
  }

  private static void patch(String path, Map<String, Object> patch) {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path)
        .then()
        .statusCode(200);
  }

  @Test
  void hostileTextsStayTexts() {
    List<DeskBrowser> people =
        List.of(
            DeskBrowser.of(Key.COORDINATOR),
            DeskBrowser.of(Key.CONSULTANT),
            DeskBrowser.of(Key.SGTVT),
            DeskBrowser.of(Key.ADMIN),
            DeskBrowser.of(json("name", TEXT, "role", "VIEWER", "readsRestricted", true)));
    Map<String, Form> forms = new LinkedHashMap<>();
    int shown = 0;
    for (DeskBrowser person : people) {
      for (Visit visit : walk(person)) {
        check("GET " + visit.address(), visit.answer());
        if (visit.page() != null) {
          shown += visit.page().wholeText().contains(TEXT) ? 1 : 0;
          forms(person, visit).forEach(form -> forms.putIfAbsent(form.kind(), form));
        }
      }
    }
    // What ends a thing comes last.
    Predicate<Form> ending = form -> form.action().matches(".*/(dua-ra|rut|bo|chot)");
    forms.values().stream()
        .filter(ending.negate().and(this::isOfThePlan))
        .flatMap(Form::anew)
        .forEach(form -> send(form, false));
    forms.values().stream()
        .sorted(Comparator.comparing(ending::test))
        .flatMap(Form::anew)
        .forEach(form -> send(form, true));
    for (DeskBrowser person : people.subList(0, 1)) {
      walk(person).forEach(visit -> check("GET after " + visit.address(), visit.answer()));
    }
    assertThat(wrong).isEmpty();
    assertThat(shown).isGreaterThan(100);
    assertThat(forms).hasSizeGreaterThan(45);
  }

  private List<Visit> walk(DeskBrowser person) {
    List<String> starts =
        DeskMap.reading().stream().flatMap(page -> things.addresses(page).stream()).toList();
    // A register is a paper with elements of its own; its escaping has tests.
    Predicate<String> within =
        address ->
            !address.startsWith("/api/")
                && !address.contains("/tep/bang-tong-hop")
                && (address.contains(things.plan()) || address.contains(things.organization()));
    return DeskWalk.of(person, starts, within, TEXT);
  }

  /** Those that end nothing which other tests need. */
  private static List<Form> forms(DeskBrowser person, Visit visit) {
    List<Form> forms = new ArrayList<>();
    for (Element element : visit.page().select("form[method=post]")) {
      for (Element button : element.select("button")) {
        Form form = new Form(person, visit.address(), (FormElement) element, button);
        String path = form.action().replaceFirst("\\?.*", "");
        if (!path.matches("/dang-(xuat|nhap)|.*/du-lieu-mau|.*/(doi-ma|dung)")) {
          forms.add(form);
        }
      }
    }
    return forms;
  }

  private boolean isOfThePlan(Form form) {
    return form.action().contains(things.plan()) || form.action().contains(things.organization());
  }

  /**
   * @param all whether every field is hostile, else only those for texts
   */
  private void send(Form form, boolean all) {
    String hostile = all ? ALL : TEXT;
    Set<String> typed = new TreeSet<>();
    List<String[]> pairs = new ArrayList<>();
    for (Element field : form.element.select("input, textarea, select")) {
      String name = field.attr("name");
      String type = field.is("textarea") ? "text" : field.attr("type");
      if (field.is("select")) {
        Element last = field.select("option").last();
        pairs.add(new String[] {name, all || last == null ? hostile : last.attr("value")});
      } else if (name.startsWith("_") || type.equals("hidden")) {
        pairs.add(new String[] {name, field.val()});
      } else if (type.matches("checkbox|radio")) {
        if (field.hasAttr("checked") || all) {
          pairs.add(new String[] {name, field.val()});
        }
      } else if (!type.equals("file")) {
        boolean text = type.matches("|text|search");
        String value = type.equals("date") ? "2021-09-20" : type.equals("number") ? "1" : "";
        pairs.add(new String[] {name, all || text ? hostile : value});
        typed.add(name);
      }
    }
    if (form.button.hasAttr("name")) {
      pairs.add(new String[] {form.button.attr("name"), form.button.attr("value")});
    }
    Response answer = answer(form, pairs, all);
    String what = "POST " + (all ? "all " : "texts ") + form.kind();
    if (answer.statusCode() >= 500) {
      wrong.add(what + " is " + answer.statusCode());
    }
    check(what, answer);
    String next = answer.header("Location");
    if (next != null) {
      if (!next.matches("/(?!/).*")) {
        wrong.add(what + " leads to " + next);
      }
      check(what, form.person.request().urlEncodingEnabled(false).get(next));
    } else if (answer.statusCode() >= 400) {
      Element page = Jsoup.parse(answer.asString());
      for (String name : typed) {
        boolean back =
            page.select("input, textarea").stream()
                .filter(field -> field.attr("name").equals(name))
                .anyMatch(
                    field ->
                        (field.is("textarea") ? field.wholeText() : field.attr("value"))
                            .equals(hostile));
        if (!back && pairs.stream().anyMatch(pair -> pair[0].equals(name) && pair[1] == hostile)) {
          wrong.add(what + " " + answer.statusCode() + " lost " + name);
        }
      }
    }
  }

  private static Response answer(Form form, List<String[]> pairs, boolean all) {
    if (!form.element.attr("enctype").startsWith("multipart")) {
      var request = form.person.request().contentType(URLENCODED);
      pairs.forEach(pair -> request.formParam(pair[0], pair[1]));
      return request.urlEncodingEnabled(true).post(form.action());
    }
    List<byte[]> parts = new ArrayList<>();
    for (String[] pair : pairs) {
      parts.add(
          TestForm.raw(
              "Content-Disposition: form-data; name=\"" + pair[0] + "\"", TestForm.text(pair[1])));
    }
    String cell = "\"" + TEXT.replace("\"", "\"\"") + "\"";
    byte[] table =
        TestForm.text("Nội dung góp ý,Mã," + cell + "\n" + (cell + ",").repeat(2) + cell);
    byte[] paper = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    form.element
        .select("[type=file]")
        .forEach(
            file ->
                parts.add(
                    TestForm.part(
                        file.attr("name"),
                        all ? NAME : NAME.replace(".csv", ".pdf"),
                        all ? table : paper)));
    return form.person
        .request()
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(TestForm.of(parts.toArray(byte[][]::new)))
        .post(form.action());
  }

  /** The headers of a page, and its structure: only what the templates write. */
  private void check(String what, Response answer) {
    if (!answer.header("Content-Security-Policy").contains("frame-ancestors 'none'")
        || answer.header("Content-Security-Policy").contains("unsafe")
        || !"nosniff".equals(answer.header("X-Content-Type-Options"))
        || !"no-store".equals(answer.header("Cache-Control"))
        || !"same-origin".equals(answer.header("Referrer-Policy"))) {
      wrong.add(what + " has headers " + answer.headers());
    }
    if (!DeskWalk.isPage(answer)) {
      return;
    }
    for (Element element : Jsoup.parse(answer.asString()).child(0).getAllElements()) {
      if (!TAGS.contains(element.normalName())
          || element.is("style, script:not([src^=/desk/])")
          || !element.data().isBlank()) {
        wrong.add(what + " has " + element.outerHtml());
      }
      for (Attribute attribute : element.attributes()) {
        boolean link = attribute.getKey().matches("href|src|action|formaction|hx-get|hx-post");
        if (!ATTRIBUTES.contains(attribute.getKey().toLowerCase(Locale.ROOT))
            || link && !attribute.getValue().matches("(/(?!/)|[?#]|tel:|mailto:).*")) {
          wrong.add(what + " has " + attribute);
        }
      }
    }
  }

  /** The names of fields are repeated, too, when a session has ended. */
  @Test
  void hostileNamesOfFieldsStayTexts() {
    for (String session : new String[] {"", DeskBrowser.of(Key.COORDINATOR).session()}) {
      Response answer =
          given()
              .redirects()
              .follow(false)
              .cookie(SessionMechanism.COOKIE, session)
              .contentType(URLENCODED)
              .formParam(ALL, ALL)
              .formParam("_" + ALL, ALL)
              .formParam(" ", ALL)
              .post("/so/" + things.plan() + "/1/y-kien");
      check("POST of nobody", answer);
      assertThat(answer.statusCode()).isIn(401, 404, 405);
    }
    check("sign-in", given().queryParam("den", "/so/" + ALL).get("/dang-nhap"));
    Map<String, String> fields = Map.of(ALL, ALL, " ", TEXT, "noi_dung_lien_he", ALL);
    Response failed =
        DeskBrowser.of(Key.COORDINATOR)
            .post("/so/" + things.plan() + "/1/co-quan/khong-co/lien-he", fields);
    failed.then().statusCode(404);
    check("form that failed", failed);
    Element page = Jsoup.parse(failed.asString());
    assertThat(page.select("input[type=hidden]").eachAttr("value")).contains(TEXT, ALL);
    assertThat(page.select("textarea")).extracting(Element::wholeText).containsExactly(ALL);
    assertThat(wrong).isEmpty();
  }
}
