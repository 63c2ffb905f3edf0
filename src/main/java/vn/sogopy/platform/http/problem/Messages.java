package vn.sogopy.platform.http.problem;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import vn.sogopy.platform.text.Labelled;
import vn.sogopy.platform.text.VietnamTime;

/** The texts for people, Vietnamese (default) or English, by {@code Accept-Language}. */
public final class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /**
   * @param arguments constants are shown by their label in Vietnamese, by their name in English;
   *     dates as dd/MM/yyyy or in ISO form; a collection item by item
   */
  public static String text(Locale locale, String key, List<Object> arguments) {
    return formatted(
        ResourceBundle.getBundle("messages", locale, NO_FALLBACK).getString(key),
        locale,
        arguments);
  }

  private static String formatted(String pattern, Locale locale, List<Object> arguments) {
    Object[] shown = arguments.stream().map(argument -> shown(locale, argument)).toArray();
    return new MessageFormat(pattern, locale).format(shown);
  }

  /** The Vietnamese text for people; where pages have none of their own, that of the API. */
  public static String ofPage(String key, List<Object> arguments) {
    ResourceBundle pages = ResourceBundle.getBundle("pages", VIETNAMESE, NO_FALLBACK);
    return pages.containsKey(key)
        ? formatted(pages.getString(key), VIETNAMESE, arguments)
        : text(VIETNAMESE, key, arguments);
  }

  private static Object shown(Locale locale, Object argument) {
    if (argument instanceof Collection<?> items) {
      return items.stream()
          .map(item -> shown(locale, item).toString())
          .collect(Collectors.joining(", "));
    }
    boolean vietnamese = locale.equals(VIETNAMESE);
    if (argument instanceof Labelled constant) {
      return vietnamese ? constant.label() : constant.name();
    }
    return argument instanceof LocalDate day && vietnamese ? VietnamTime.shortDate(day) : argument;
  }

  /** The language of the current request; Vietnamese if there is none. */
  static Locale ofRequest() {
    ArcContainer arc = Arc.container();
    RoutingContext request =
        arc != null && arc.requestContext().isActive()
            ? arc.instance(CurrentVertxRequest.class).get().getCurrent()
            : null;
    return negotiate(request == null ? null : request.request().getHeader("Accept-Language"));
  }

  /**
   * The preferred language of vi and en. Vietnamese if the header is absent, invalid or names
   * neither.
   */
  public static Locale negotiate(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 1_000) {
      return VIETNAMESE;
    }
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage), List.of(VIETNAMESE, Locale.ENGLISH));
      return best == null ? VIETNAMESE : best;
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      // The parser throws IndexOutOfBoundsException for "-".
      return VIETNAMESE;
    }
  }
}
