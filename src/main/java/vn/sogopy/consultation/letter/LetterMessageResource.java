package vn.sogopy.consultation.letter;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.sogopy.platform.http.upload.Form;

/** Takes letters that come as XML messages. An add-on implements it. */
public interface LetterMessageResource {
  /**
   * @param form with the XML and the files beside it
   * @param content what makes two requests with one Idempotency-Key the same
   * @param accepted media types of the answer, by their weights
   */
  Response receive(Form form, byte[] content, LetterIntakeQuery query, List<MediaType> accepted);
}
