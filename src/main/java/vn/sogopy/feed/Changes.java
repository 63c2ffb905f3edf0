package vn.sogopy.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some events in the feed's order, and where to go on. */
@Schema(name = "Changes")
public record Changes(
    @Schema(maxItems = 200) List<CloudEvent> items,
    @Schema(
            maxLength = 4000,
            description =
                "Gửi lại trong after; không bao giờ null, kể cả khi items rỗng · to be sent as after; never null, even if there are no items")
        String next) {}
