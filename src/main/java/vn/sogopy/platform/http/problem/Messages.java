package vn.sogopy.platform.http.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts for people, Vietnamese (default) or English, by {@code Accept-Language}. */
public final class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  public static String text(Locale locale, String key, List<Object> arguments) {
    String pattern = ResourceBundle.getBundle("messages", locale, NO_FALLBACK).getString(key);
    return new MessageFormat(pattern, locale).format(arguments.toArray());
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
