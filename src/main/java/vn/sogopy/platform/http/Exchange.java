package vn.sogopy.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;

/** The preconditions, pages and content negotiation of the current request. */
@RequestScoped
public class Exchange {
  @Inject RoutingContext context;
  @Inject HttpHeaders headers;
  @Inject ObjectMapper json;

  /** The parsed If-Match; the service evaluates it. */
  public IfMatch ifMatch() {
    return IfMatch.parse(header("If-Match"));
  }

  /** The language of the answer. */
  public Locale locale() {
    return Messages.negotiate(header("Accept-Language"));
  }

  /**
   * Refuses parameters that have no meaning in the current request.
   *
   * @throws ProblemException 400 if the request has one of them
   */
  public void refuse(String... parameters) {
    ProblemException.requireNone(
        Stream.of(parameters)
            .filter(context.queryParams()::contains)
            .map(name -> FieldError.parameter(name, FieldCode.NOT_SUPPORTED))
            .toList());
  }

  /** Whether Accept prefers this type to JSON, by the weights. */
  public boolean wants(String mediaType) {
    MediaType wanted = MediaType.valueOf(mediaType);
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> isJson(type) || type.isCompatible(wanted))
        .findFirst()
        .filter(type -> !isJson(type))
        .isPresent();
  }

  private static boolean isJson(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
  }

  /** 200 with ETag, or 304 when If-None-Match names this version (weak comparison). */
  public <T> RestResponse<T> one(T entity, Object version) {
    String tag = tag(version);
    if (isKnown(tag)) {
      return ResponseBuilder.<T>notModified().header("ETag", tag).build();
    }
    return ResponseBuilder.ok(entity, MediaType.APPLICATION_JSON_TYPE).header("ETag", tag).build();
  }

  /** Whether If-None-Match has this entity tag (weak comparison). */
  public boolean isKnown(String tag) {
    String known = header("If-None-Match");
    return known != null
        && (known.trim().equals("*")
            || List.of(known.trim().replace("W/", "").split("\\s*,\\s*")).contains(tag));
  }

  /**
   * The version of a resource that also shows data with a life of its own. The ETag combines the
   * two. Check it with {@link IfMatch#checkBefore}.
   */
  public String version(int version, Object shown) {
    return version + "." + Sha256.hex(JsonInput.bytes(json, shown)).substring(0, 16);
  }

  /** 200 with the changed resource and its new ETag. */
  public <T> RestResponse<T> changed(T entity, Object version) {
    return ResponseBuilder.ok(entity, MediaType.APPLICATION_JSON_TYPE)
        .header("ETag", tag(version))
        .build();
  }

  /** 200 with a page; the Link header repeats this request with the next cursor. */
  public <T> RestResponse<Page<T>> page(Page<T> page) {
    return page(page, page.next());
  }

  /** Like {@link #page(Page)}, for a page with more than its items. */
  public <T> RestResponse<T> page(T page, String next) {
    ResponseBuilder<T> answer = ResponseBuilder.ok(page, MediaType.APPLICATION_JSON_TYPE);
    if (next != null) {
      answer.header("Link", "<" + withCursor(next) + ">; rel=\"next\"");
    }
    return answer.build();
  }

  /** The path and query of this request with another cursor (a relative reference, RFC 8288). */
  private String withCursor(String cursor) {
    StringJoiner query = new StringJoiner("&");
    String sent = context.request().query();
    for (String pair : sent == null ? new String[0] : sent.split("&")) {
      String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
      if (!name.isEmpty() && !name.equals("cursor")) {
        query.add(pair);
      }
    }
    return context.request().path() + "?" + query.add("cursor=" + cursor);
  }

  /** "https://sogopy.example", as the client or its proxy names this service; null = unknown. */
  public String origin() {
    HttpServerRequest request = context.request();
    return request.authority() == null ? null : request.scheme() + "://" + request.authority();
  }

  private String header(String name) {
    return context.request().getHeader(name);
  }

  private static String tag(Object version) {
    return "\"" + version + "\"";
  }
}
