package vn.sogopy.desk;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages and forms of the desk, and their addresses with real ids. */
public final class DeskMap {
  private DeskMap() {}

  /** The pages for reading, each "GET /path". */
  public static List<String> reading() {
    return operations().keySet().stream().filter(page -> page.startsWith("GET ")).toList();
  }

  /** The operations of the API behind each page and form, by "GET /path" ({@code pages.csv}). */
  public static Map<String, List<String>> operations() {
    try (InputStream in = DeskMap.class.getResourceAsStream("/security/pages.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The methods of the desk by "GET /path". */
  public static Map<String, Method> methods() {
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
    return pages;
  }

  private static String path(Method method) {
    String root = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    return below == null ? root : (root.equals("/") ? "" : root) + "/" + below.value();
  }

  /**
   * Things that exist in a draft, with what is below no plan.
   *
   * @param ids of a kind, named by the segment before them, such as "y-kien"
   */
  public record Things(
      String plan, int draft, String organization, Function<String, List<String>> ids) {

    /** The addresses of a page, "GET /path": one for each id; none if no id is known. */
    public List<String> addresses(String page) {
      String path =
          page.substring(page.indexOf('/'))
              .replace("{plan}", plan)
              .replace("{draft}", "" + draft)
              .replace("{organization}", organization)
              .replace("{code}", organization)
              .replace("{so}", "1");
      if (!path.contains("{id}")) {
        return List.of(path);
      }
      String[] before = path.substring(0, path.indexOf("/{id}")).split("/");
      String kind = path.contains("/cau-mau/") ? "cau-mau" : before[before.length - 1];
      return ids.apply(kind).stream().map(id -> path.replace("{id}", id)).toList();
    }
  }
}
