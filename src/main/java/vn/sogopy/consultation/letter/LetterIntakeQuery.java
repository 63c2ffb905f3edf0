package vn.sogopy.consultation.letter;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;

/** The query parameters of sending a letter; edXML has no place for what they say. */
public class LetterIntakeQuery {
  @QueryParam("dryRun")
  @Parameter(
      description =
          "Không dùng nữa, xem previewLetter. Với edXML: chỉ cho biết văn bản sẽ được ghi nhận thế nào, câu trả lời là EdxmlPreview"
              + " · deprecated, see previewLetter; with edXML: only tells how it would be recorded, the answer is an EdxmlPreview",
      deprecated = true,
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String dryRun;

  @QueryParam("reason")
  @Parameter(
      description =
          "Với edXML: lý do nhập khi dự thảo đã kết thúc lấy ý kiến (COORDINATOR) · with edXML: why it is entered after the draft closed",
      schema = @Schema(type = SchemaType.STRING, maxLength = 500))
  public String reason;

  public boolean dryRun() {
    return Boolean.TRUE.equals(Params.bool("dryRun", dryRun));
  }

  public String reason() {
    return Params.text("reason", reason);
  }

  /**
   * What comes is JSON.
   *
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 for parameters that have no
   *     meaning then
   */
  void refuse() {
    refuse("dryRun", dryRun);
    refuse("reason", reason);
  }

  private static void refuse(String name, String value) {
    if (value != null) {
      throw Params.wrong(name, FieldCode.NOT_SUPPORTED);
    }
  }
}
