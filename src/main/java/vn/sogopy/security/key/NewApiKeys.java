package vn.sogopy.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.imports.ImportReport;

/**
 * What became of the rows of a list of keys, and the keys; the only answer that ever holds them.
 */
public record NewApiKeys(
    @JsonUnwrapped ImportReport report,
    @Schema(
            description =
                "Các khóa vừa cấp, theo thứ tự của tệp; chỉ hiện một lần · the keys made, in the order of the file; shown this once")
        List<NewApiKey> keys) {}
