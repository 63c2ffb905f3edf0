package vn.sogopy.consultation.letter;

import jakarta.ws.rs.core.Response;
import vn.sogopy.platform.http.upload.Form;

/** Takes letters that come as XML messages. An add-on implements it. */
public interface LetterMessageResource {
  /**
   * @param form the XML and the files beside it
   * @param reason why it is entered after the draft closed; null = none
   */
  Response receive(Form form, String reason);
}
