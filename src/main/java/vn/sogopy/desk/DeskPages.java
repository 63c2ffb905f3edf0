package vn.sogopy.desk;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemPage;
import vn.sogopy.security.session.DeskPaths;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.security.session.SignInPage;

/**
 * Answers requests of the desk that no resource answers: those of nobody who is signed in, and
 * those that failed. A form that failed comes back with its texts, to be mended and sent again; not
 * one that was refused: another site may have written it.
 */
@ApplicationScoped
public class DeskPages implements SignInPage, ProblemPage {
  static final String HTMX = "HX-Request";

  @Inject Accounts accounts;

  record Failure(Problem problem, String action, String token, Carried carried)
      implements TemplateInstance {}

  @Override
  public void ask(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method() != HttpMethod.POST) {
      String query = request.query() == null ? "" : "?" + request.query();
      String target = DeskPaths.SIGN_IN + "?den=" + encoded(context.normalizedPath() + query);
      boolean part = request.getHeader(HTMX) != null;
      context
          .response()
          .setStatusCode(part ? 401 : 303)
          .putHeader(part ? "HX-Redirect" : "Location", target)
          .end();
      return;
    }
    if (FormFilter.isForeign(request)) {
      write(context, 403, html(context, foreign(context)));
      return;
    }
    request.setExpectMultipart(true);
    request.endHandler(
        end -> {
          Carried carried = Carried.of(fields(request.formAttributes()));
          String page =
              accounts.page(context.normalizedPath(), "Phiên làm việc đã hết.", carried).render();
          context.response().putHeader("HX-Retarget", "body");
          write(context, 401, page);
        });
    request.resume();
  }

  private static Problem foreign(RoutingContext context) {
    return Problem.ofPage(
        new ProblemException(ProblemCode.FORBIDDEN), context.normalizedPath(), null);
  }

  private static Map<String, List<String>> fields(MultiMap form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    form.names().forEach(name -> fields.put(name, form.getAll(name)));
    return fields;
  }

  private static void write(RoutingContext context, int status, String page) {
    HttpServerResponse response = context.response();
    response.setStatusCode(status).putHeader("Content-Type", MediaTypes.HTML_UTF8).end(page);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public boolean serves(RoutingContext context) {
    return DeskPaths.isDesk(context.normalizedPath());
  }

  @Override
  public String html(RoutingContext context, Problem problem) {
    return new Failure(
            problem,
            context.normalizedPath(),
            FormToken.of(SessionMechanism.of(context.request())),
            problem.status() == 403 ? Carried.NOTHING : Carried.of(SentForm.current().texts()))
        .render();
  }
}
