package vn.sogopy.consultation.letter;

import jakarta.ws.rs.core.Response;
import vn.sogopy.platform.http.upload.Form;

/** Takes in letters as XML messages. An add-on implements it. */
public interface LetterMessageResource {
  /**
   * @param form the XML and its files
   * @param reason of a late entry into a closed draft; null = none
   */
  Response receive(Form form, String reason);
}
