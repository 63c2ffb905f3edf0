package vn.sogopy.platform.http.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;

/**
 * Corrects or refuses requests that the framework itself cannot handle, before all other checks.
 */
@ApplicationScoped
public class RequestValidator implements HttpServerOptionsCustomizer {
  private static final int RIGHT_AFTER_THE_REQUEST_ID = 999;

  private static final List<String> CREDENTIALS = List.of("Authorization", "X-API-Key");

  private static final Pattern UNWANTED =
      Pattern.compile("(?i);\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:;|$)");

  /** A type in Accept that no operation produces: gives 406. */
  private static final String NO_TYPE = "application/vnd.sogopy.none";

  @Inject ProblemWriter problems;

  void register(@Observes Filters filters) {
    filters.register(this::check, RIGHT_AFTER_THE_REQUEST_ID);
  }

  /**
   * Allows HTTP/2 only over TLS. Without TLS the framework would hold an {@code Upgrade: h2c} that
   * lacks HTTP2-Settings until its timeout; RFC 9113 removed that upgrade.
   */
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  private void check(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (headers.getAll(HttpHeaders.HOST).size() > 1) {
      // Two readers could parse this request differently: RFC 9112 section 3.2.
      problems.write(context, new ProblemException(ProblemCode.BAD_REQUEST));
      return;
    }
    for (String credential : CREDENTIALS) {
      if (headers.getAll(credential).size() > 1) {
        problems.write(
            context,
            ProblemException.invalid(FieldError.header(credential, FieldCode.DUPLICATE_FIELD)));
        return;
      }
    }
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && !readable(type)) {
      // Gives 415 later, instead of 400 before all other checks.
      headers.set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    }
    accept(headers);
    String language = headers.get(HttpHeaders.ACCEPT_LANGUAGE);
    if (language != null) {
      // The framework fails on an invalid value, such as "-", when it validates a body.
      headers.set(HttpHeaders.ACCEPT_LANGUAGE, Messages.negotiate(language).toLanguageTag());
    }
    context.next();
  }

  /** Removes the types with weight 0 from Accept: the framework would treat them as accepted. */
  private static void accept(MultiMap headers) {
    String accept = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
    String wanted =
        Arrays.stream(accept.split(","))
            .filter(type -> !UNWANTED.matcher(type).find())
            .collect(Collectors.joining(","));
    if (accept.isBlank()) {
      // The header has no type, so there is no preference: RFC 9110 section 12.5.1.
      headers.remove(HttpHeaders.ACCEPT);
    } else if (!wanted.equals(accept)) {
      headers.set(HttpHeaders.ACCEPT, wanted.isBlank() ? NO_TYPE : wanted);
    }
  }

  private static boolean readable(String type) {
    try {
      MediaType.valueOf(type);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
