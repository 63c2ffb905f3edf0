package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.desk.DeskMap;
import vn.sogopy.desk.DeskMap.Things;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/**
 * Every page and form of the desk as every person: it is 403 for the roles that it does not name,
 * and the roles that it names may use the operations of the API behind it ({@code pages.csv}).
 */
@QuarkusTest
class PageRightsTest {
  @Inject DataSource source;

  /** The sign-in is open to everybody, the sign-out to whoever is signed in. */
  private static final Set<String> NO_ROLE =
      Set.of("GET /dang-nhap", "GET /dang-nhap/tai-khoan", "POST /dang-nhap", "POST /dang-xuat");

  /** With them, a form fails for what its path names alone. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "_phien", "1",
          "ly_do", "Nhầm",
          "phan_hoi", "MAINTAINED",
          "tra_loi", "Có",
          "co_quan", "sgtvt",
          "so_bao_cao", "126",
          "ngay_bao_cao", "2021-10-05");

  private static final Map<Role, Key> PEOPLE =
      new EnumMap<>(
          Map.of(
              Role.SUBMITTER, Key.SGTVT,
              Role.CONSULTANT, Key.CONSULTANT,
              Role.COORDINATOR, Key.COORDINATOR,
              Role.VIEWER, Key.VIEWER,
              Role.ADMIN, Key.ADMIN));

  /** The methods of the desk by "GET /path", without those of the sign-in. */
  private static Map<String, Method> pages() {
    Map<String, Method> pages = DeskMap.methods();
    NO_ROLE.forEach(page -> assertThat(pages.remove(page)).as(page).isNotNull());
    return pages;
  }

  private static Set<Role> roles(Method page) {
    return page.isAnnotationPresent(Authenticated.class)
        ? Set.of(Role.values())
        : Arrays.stream(page.getAnnotation(RolesAllowed.class).value())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
  }

  @Test
  void pagesNeedNoMoreRightsThanTheirOperations() throws IOException {
    Matrix matrix = Matrix.read();
    Map<String, List<String>> operations = DeskMap.operations();
    Map<String, Method> pages = pages();
    assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(pages.keySet());
    pages.forEach(
        (page, method) -> {
          for (String operation : operations.get(page)) {
            Map<Column, Integer> row = matrix.rows().get(operation);
            assertThat(row).as("%s of %s", operation, page).isNotNull();
            for (Role role : roles(method)) {
              assertThat(row.get(Column.valueOf(role.name())))
                  .as("%s of %s for %s", operation, page, role)
                  .isNotIn(401, 403);
            }
          }
        });
  }

  /**
   * A form of a person with the right is tried without its token: it must change nothing here. No
   * other site may put a page into a frame.
   */
  @Test
  void everyPageIsForItsRolesOnly() {
    PEOPLE.forEach(
        (role, key) -> {
          DeskBrowser person = DeskBrowser.of(key);
          String token = person.token();
          pages()
              .forEach(
                  (page, method) -> {
                    boolean allowed = roles(method).contains(role);
                    Response answer = send(person, page, method, allowed ? "" : token);
                    assertThat(answer.header("X-Frame-Options")).as(page).isEqualTo("DENY");
                    assertThat(answer.header("Content-Security-Policy"))
                        .as(page)
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                    int status = answer.statusCode();
                    if (!allowed) {
                      assertThat(status).as("%s as %s", page, role).isEqualTo(403);
                    } else if (page.startsWith("POST")) {
                      // What the path names is looked up before the form is read.
                      assertThat(status).as("%s as %s", page, role).isIn(403, 404);
                    } else {
                      assertThat(status).as("%s as %s", page, role).isIn(200, 303, 400, 404);
                    }
                  });
        });
  }

  private static Response send(DeskBrowser person, String page, Method method, String token) {
    List<String> nothing = List.of("0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
    Things sample = new Things("bac-kan-2021-2030", 2, "sgtvt", kind -> nothing);
    return send(person.request(), sample.addresses(page).get(0), method, token);
  }

  private static Response send(
      RequestSpecification request, String address, Method method, String token) {
    if (method.isAnnotationPresent(GET.class)) {
      return request.get(address);
    }
    String type = method.getAnnotation(Consumes.class).value()[0];
    return type.startsWith("multipart")
        ? request.multiPart("_ma", token).post(address)
        : request.contentType(type).formParams(FIELDS).formParam("_ma", token).post(address);
  }

  /** Things of Sở Giao thông vận tải in the plan of a stage, one of each kind. */
  private static Things things(Stage stage) {
    Scene scene = new Scene(stage, Column.SUBMITTER);
    scene.consultee();
    scene.issued();
    String phrase = scene.phrase();
    String comment = scene.comment().id();
    Map<String, String> ids =
        Map.of(
            "y-kien", comment,
            "duyet", comment,
            "van-ban", scene.letter().id(),
            "de-nghi", scene.request(),
            "cho-xu-ly", scene.parked(),
            "tai-khoan", Keys.code(stage.plan()),
            // A file of nobody: LongWorkTest has those of others.
            "tep", UUID.randomUUID().toString(),
            "cau-mau", phrase.substring(phrase.lastIndexOf('/') + 1));
    return new Things(stage.plan().slug(), 1, "sgtvt", kind -> List.of(ids.get(kind)));
  }

  /** Forms of other sites, on things that exist. */
  @Test
  void formsWithoutTheTokenOfTheSessionChangeNothing() {
    Things things = things(Stage.set());
    Map<String, Method> forms = DeskMap.methods();
    forms.keySet().removeIf(page -> page.startsWith("GET") || page.equals("POST /dang-nhap"));
    List<DeskBrowser> people = PEOPLE.values().stream().map(DeskBrowser::of).toList();
    List<DeskBrowser> others = PEOPLE.values().stream().map(DeskBrowser::of).toList();
    List<Role> roles = List.copyOf(PEOPLE.keySet());
    Fingerprint database = new Fingerprint(source);
    List<String> before = database.now();
    Set<String> sent = new TreeSet<>();
    for (int i = 0; i < roles.size(); i++) {
      DeskBrowser person = people.get(i);
      String token = person.token();
      for (Map.Entry<String, Method> form : forms.entrySet()) {
        Method method = form.getValue();
        if (!form.getKey().equals("POST /dang-xuat") && !roles(method).contains(roles.get(i))) {
          continue;
        }
        String address = things.addresses(form.getKey()).get(0);
        RequestSpecification foreign = person.request().header("Origin", "https://evil.example");
        assertThat(
                List.of(
                    send(person.request(), address, method, "").statusCode(),
                    send(person.request(), address, method, others.get(i).token()).statusCode(),
                    send(foreign, address, method, token).statusCode()))
            .as("%s as %s", form.getKey(), roles.get(i))
            .containsOnly(403);
        sent.add(form.getKey());
      }
    }
    assertThat(sent).containsExactlyInAnyOrderElementsOf(forms.keySet());
    assertThat(database.now()).isEqualTo(before);
  }

  /**
   * What is in another plan does not exist for persons of one plan: not under its own address, nor
   * under that of their plan. The same for another body of the same plan.
   */
  @Test
  void idsOfOthersDoNotExist() throws IOException {
    Stage stage = Stage.set();
    Things theirs = things(stage);
    TestPlan own = TestPlan.open();
    Things inOwn = new Things(own.slug(), 1, "sgtvt", theirs.ids());
    Matrix matrix = Matrix.read();
    Map<String, List<String>> operations = DeskMap.operations();
    Map<Role, DeskBrowser> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      String body = role == Role.SUBMITTER ? "sgtvt" : null;
      people.put(
          role,
          DeskBrowser.of(
              json("role", role.name(), "organization", body, "plans", List.of(own.slug()))));
    }
    String mine = own.comment("Một ý kiến").id();
    DeskBrowser other =
        DeskBrowser.of(json("role", "SUBMITTER", "organization", "ubnd-huyen-ba-be"));
    Fingerprint database = new Fingerprint(source);
    List<String> before = database.now();
    List<String> wrong = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    pages()
        .forEach(
            (page, method) -> {
              boolean named = page.contains("{id}") || page.contains("{so}");
              for (Role role : roles(method)) {
                Column elsewhere = Column.valueOf(role + "_PLAN");
                boolean refused =
                    operations.get(page).stream()
                        .map(operation -> matrix.rows().get(operation).get(elsewhere))
                        .anyMatch(status -> status >= 400);
                List<String> addresses = new ArrayList<>();
                if (page.contains("{plan}")) {
                  addresses.addAll(theirs.addresses(page));
                }
                if (named && refused) {
                  addresses.addAll(inOwn.addresses(page));
                }
                for (String address : addresses) {
                  DeskBrowser person = people.get(role);
                  asked.incrementAndGet();
                  Response answer = send(person.request(), address, method, person.token());
                  if (!Set.of(403, 404).contains(answer.statusCode())
                      || stage.words().stream().anyMatch(answer.asString()::contains)) {
                    wrong.add(page + " as " + role + ": " + answer.statusCode() + " " + address);
                  }
                }
                if (role == Role.SUBMITTER && page.contains("{id}")) {
                  Response answer =
                      send(other.request(), theirs.addresses(page).get(0), method, other.token());
                  if (answer.statusCode() != 404 || answer.asString().contains(stage.mine())) {
                    wrong.add(page + " as another body: " + answer.statusCode());
                  }
                }
              }
            });
    for (Role role : List.of(Role.COORDINATOR, Role.CONSULTANT, Role.VIEWER)) {
      String comment = theirs.ids().apply("y-kien").get(0);
      String screen = "/so/" + own.slug() + "/1/y-kien?y=";
      assertThat(people.get(role).request().get(screen + comment).statusCode()).isEqualTo(404);
      assertThat(people.get(role).request().get(screen + mine + "&nhu=" + comment).asString())
          .doesNotContain(stage.words());
    }
    assertThat(wrong).isEmpty();
    assertThat(asked.get()).isGreaterThan(100);
    assertThat(database.now()).isEqualTo(before);
  }
}
