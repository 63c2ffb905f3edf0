package vn.sogopy.interchange.edxml;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of sending a letter; edXML has no place for what they say. */
public class LetterIntakeQuery {
  @RestQuery("dryRun")
  @DefaultValue("false")
  @Parameter(
      description =
          "Không dùng nữa, xem previewLetter. Với edXML: chỉ cho biết văn bản sẽ được ghi nhận thế nào, câu trả lời là EdxmlPreview"
              + " · deprecated, see previewLetter; with edXML: only tells how it would be recorded, the answer is an EdxmlPreview",
      deprecated = true)
  public boolean dryRun;

  @RestQuery("reason")
  @Parameter(
      description =
          "Với edXML: lý do nhập khi dự thảo đã kết thúc lấy ý kiến (COORDINATOR) · with edXML: why it is entered after the draft closed",
      schema = @Schema(type = SchemaType.STRING, maxLength = 500))
  public String reason;
}
