package vn.sogopy.security.link;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link just made; the only answer that holds its token. */
public record DownloadLink(
    @Schema(
            maxLength = 8_192,
            description =
                "Dùng được không cần khóa; đừng ghi lại · works without a key; do not log it")
        String url,
    @Schema(maxLength = 8_192, description = "Đường dẫn đã ký · the path it is for") String path,
    Instant expiresAt) {}
