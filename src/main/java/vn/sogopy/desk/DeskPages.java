package vn.sogopy.desk;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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

  private static final String ENDED = "Phiên làm việc đã hết.";

  /** Of a form that cannot be read, or has too many texts for somebody who is not signed in. */
  private static final String LOST =
      "Phiên làm việc đã hết. Nội dung vừa gửi quá dài hoặc bị lỗi nên không giữ được ở đây: hãy"
          + " đăng nhập ở một thẻ mới, rồi quay lại trang trước và gửi lại.";

  @Inject Accounts accounts;

  record Failure(Problem problem, String action, String token, Carried carried)
      implements TemplateInstance {}

  @Override
  public void ask(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method() != HttpMethod.POST) {
      String target = DeskPaths.SIGN_IN + "?den=" + encoded(Desk.hereWithQuery(context));
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
    AtomicLong inFiles = new AtomicLong();
    AtomicBoolean lost = new AtomicBoolean();
    request.setExpectMultipart(isForm(request));
    request.uploadHandler(file -> file.handler(part -> inFiles.addAndGet(part.length())));
    request.handler(
        part -> {
          if (request.bytesRead() - inFiles.get() > Carried.LIMIT && !lost.getAndSet(true)) {
            request.setExpectMultipart(false);
          }
        });
    request.exceptionHandler(failure -> lost.set(true));
    request.endHandler(
        end -> {
          Carried carried =
              lost.get() ? Carried.NOTHING : Carried.of(fields(request.formAttributes()), request);
          String page =
              accounts
                  .page(Desk.hereWithQuery(context), lost.get() ? LOST : ENDED, carried)
                  .render();
          context.response().putHeader("HX-Retarget", "body").putHeader("HX-Reselect", "unset");
          write(context, 401, page);
        });
    request.resume();
  }

  private static Problem foreign(RoutingContext context) {
    return Problem.ofPage(
        new ProblemException(ProblemCode.FORBIDDEN), context.normalizedPath(), null);
  }

  private static boolean isForm(HttpServerRequest request) {
    String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
    return Stream.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA)
        .anyMatch(type::startsWith);
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
            Desk.hereWithQuery(context),
            FormToken.of(SessionMechanism.of(context.request())),
            problem.status() == 403
                ? Carried.NOTHING
                : Carried.of(SentForm.current().texts(), context.request()))
        .render();
  }
}
