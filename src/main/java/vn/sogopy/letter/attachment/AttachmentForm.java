package vn.sogopy.letter.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The multipart body that attaches a file. Only the OpenAPI document uses this type. */
@Schema(name = "AttachmentForm", requiredProperties = "file")
public record AttachmentForm(
    @Schema(
            format = "binary",
            description =
                "PDF, DOCX, XLSX, PNG, JPEG, ZIP hoặc XML, xét theo nội dung · told by the content")
        String file) {}
