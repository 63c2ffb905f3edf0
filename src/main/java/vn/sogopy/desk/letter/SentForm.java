package vn.sogopy.desk.letter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * The form of the current request, which comes with files, or without any after a new sign-in.
 *
 * @param texts the first text of each field
 */
record SentForm(Map<String, String> texts, Collection<FormValue> files) {
  static SentForm current() {
    FormData form = CurrentRequestManager.get().getFormData();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : form) {
      FormValue value = form.getFirst(name);
      if (!value.isFileItem()) {
        texts.put(name, value.getValue());
      }
    }
    return new SentForm(
        texts, form.contains(LetterForm.FILE) ? form.get(LetterForm.FILE) : List.of());
  }
}
