package vn.sogopy.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key just made; the only answer that ever holds the secret. */
public record NewApiKey(
    @Schema(description = "Chỉ hiện một lần · shown this once") String key,
    @JsonUnwrapped ApiKeyView view) {}
