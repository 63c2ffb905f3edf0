package vn.sogopy.desk;

import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.text.Text;

/** The form of the current request, of either encoding, for screens with repeated fields. */
public final class SentForm {
  /** The field of the version that the person has seen. */
  private static final String VERSION = "_phien";

  private final FormData data;

  private SentForm(FormData data) {
    this.data = data;
  }

  public static SentForm current() {
    return new SentForm(CurrentRequestManager.get().getFormData());
  }

  /** The first value of a field; null if nothing visible was typed. */
  public String text(String name) {
    return texts(name).stream().findFirst().map(SentForm::orNull).orElse(null);
  }

  /** The values of a repeated field, as typed, also the empty ones. */
  public List<String> texts(String name) {
    return parts(name).stream()
        .filter(part -> !part.isFileItem())
        .map(FormValue::getValue)
        .toList();
  }

  /** The values of a field, files among them. */
  public Collection<FormValue> parts(String name) {
    Collection<FormValue> parts = data == null ? null : data.get(name);
    return parts == null ? List.of() : parts;
  }

  /** The version in the form, as a precondition. */
  public IfMatch version() {
    String version = text(VERSION);
    return IfMatch.parse(version == null ? null : "\"" + version + "\"");
  }

  /** Null if nothing is visible in the text. */
  public static String orNull(String typed) {
    return typed == null || Text.trim(typed).isEmpty() ? null : typed;
  }
}
