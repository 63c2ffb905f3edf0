package vn.sogopy.platform.http.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form with one table, for the OpenAPI description. */
@Schema(name = "FileForm", requiredProperties = "file")
public record FileForm(@Schema(format = "binary", description = "Tệp · the file") String file) {}
