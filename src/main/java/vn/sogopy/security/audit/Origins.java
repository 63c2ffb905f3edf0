package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.connection.RequestIds;
import vn.sogopy.platform.http.openapi.Operations;
import vn.sogopy.security.KeyRedaction;

/** The request data of an audit entry: never the body, personal texts or secrets. */
@ApplicationScoped
class Origins {
  /** Characters. A refused request can have any method, and any text in place of a plan. */
  private static final int MAX_METHOD = 20;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Cn}]");
  private static final int MAX_NAME = 63;
  private static final int MAX_PATH = 300;
  private static final int MAX_PARAMETERS = 500;

  /** The query parameters that identify the exported data. All of them are short. */
  private static final List<String> KEPT =
      List.of(
          "format",
          "document",
          "view",
          "public",
          "organization",
          "group",
          "section",
          "status",
          "result",
          "kind",
          "open",
          "state",
          "overdue",
          "late",
          "restricted",
          "plan",
          "outcome",
          "from",
          "to");

  @Inject Operations operations;

  AuditEntry.Origin of(RoutingContext context) {
    String method = context.request().method().name();
    Operations.Target target = target(context);
    Map<String, String> names = target.names();
    return new AuditEntry.Origin(
        address(context),
        RequestIds.of(context),
        target.operation(),
        cut(method, MAX_METHOD),
        cut(kept(context.normalizedPath()), MAX_PATH),
        parameters(context),
        cut(kept(names.get("plan")), MAX_NAME),
        cut(kept(names.get("draft")), MAX_NAME),
        cut(kept(subject(names)), MAX_PATH));
  }

  Operations.Target target(RoutingContext context) {
    return operations.target(context.request().method().name(), context.normalizedPath());
  }

  /** The address of the peer, or that given by a trusted proxy. */
  static String address(RoutingContext context) {
    return context.request().remoteAddress() == null
        ? null
        : context.request().remoteAddress().hostAddress();
  }

  private static String subject(Map<String, String> names) {
    return names.getOrDefault("id", names.getOrDefault("organization", names.get("code")));
  }

  private static String parameters(RoutingContext context) {
    if (context.request().query() == null) {
      return null;
    }
    String kept =
        KEPT.stream()
            .flatMap(
                name -> context.queryParam(name).stream().map(value -> name + "=" + kept(value)))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? null : cut(kept, MAX_PARAMETERS);
  }

  /** The printable part of the value, without keys that were sent in the wrong place. */
  private static String kept(String value) {
    return value == null ? null : KeyRedaction.cut(UNPRINTABLE.matcher(value).replaceAll("?"));
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
