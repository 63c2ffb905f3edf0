package vn.sogopy.consultation.letter;

import java.io.File;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The multipart body of a letter with its files, for the OpenAPI document. */
@Schema(name = "LetterForm", requiredProperties = "letter")
public record LetterForm(
    LetterRequest letter,
    @Schema(
            maxItems = LetterForm.MAX_FILES,
            description =
                "PDF, DOCX, XLSX, PNG, JPEG, ZIP hoặc XML, xét theo nội dung · told by the content")
        List<File> file) {

  public static final int MAX_FILES = 10;
}
