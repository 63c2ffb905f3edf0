package vn.sogopy.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events in the order of the feed, and the cursor of the next request. */
@Schema(name = "Changes")
public record Changes(
    @Schema(maxItems = 200) List<CloudEvent> items,
    @Schema(
            maxLength = 4000,
            description =
                "Gửi lại trong after; không bao giờ null, kể cả khi items rỗng · to be sent as after; never null, even if there are no items")
        String next) {}
