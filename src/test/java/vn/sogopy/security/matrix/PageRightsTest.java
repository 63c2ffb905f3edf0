package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Key;

/**
 * Every page and form of the desk as every person: it is 403 for the roles that it does not name,
 * and the roles that it names may use the operations of the API behind it ({@code pages.csv}).
 */
@QuarkusTest
class PageRightsTest {
  /** The sign-in is open to everybody, the sign-out to whoever is signed in. */
  private static final Set<String> NO_ROLE =
      Set.of("GET /dang-nhap", "GET /dang-nhap/tai-khoan", "POST /dang-nhap", "POST /dang-xuat");

  private static final Map<Role, Key> PEOPLE =
      new EnumMap<>(
          Map.of(
              Role.SUBMITTER, Key.SGTVT,
              Role.CONSULTANT, Key.CONSULTANT,
              Role.COORDINATOR, Key.COORDINATOR,
              Role.VIEWER, Key.VIEWER,
              Role.ADMIN, Key.ADMIN));

  private static Map<String, List<String>> operations() throws IOException {
    try (InputStream in = PageRightsTest.class.getResourceAsStream("/security/pages.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" "))));
    }
  }

  /** The methods of the desk by "GET /path". */
  private static Map<String, Method> pages() {
    Map<String, Method> pages = new TreeMap<>();
    Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> bean.getBeanClass())
        .filter(type -> type.getPackageName().startsWith("vn.sogopy.desk"))
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Stream.of(type.getMethods()))
        .forEach(
            method -> {
              if (method.isAnnotationPresent(GET.class)) {
                pages.put("GET " + path(method), method);
              } else if (method.isAnnotationPresent(POST.class)) {
                pages.put("POST " + path(method), method);
              }
            });
    NO_ROLE.forEach(page -> assertThat(pages.remove(page)).as(page).isNotNull());
    return pages;
  }

  private static String path(Method method) {
    String root = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    return below == null ? root : (root.equals("/") ? "" : root) + "/" + below.value();
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
    Map<String, List<String>> operations = operations();
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
    String path =
        page.substring(page.indexOf('/'))
            .replace("{plan}", "bac-kan-2021-2030")
            .replace("{draft}", "2")
            .replace("{organization}", "sgtvt")
            .replace("{code}", "sgtvt")
            .replace("{so}", "1")
            .replace("{id}", "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
    RequestSpecification request = person.request();
    if (page.startsWith("GET")) {
      return request.get(path);
    }
    String type = method.getAnnotation(Consumes.class).value()[0];
    return type.startsWith("multipart")
        ? request.multiPart("_ma", token).post(path)
        : request.contentType(type).formParam("_ma", token).post(path);
  }
}
