package vn.sogopy.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events in the order of the feed, and the cursor of the next request. */
@Schema(name = "Changes")
public record Changes(
    @Schema(maxItems = 200) List<CloudEvent> items,
    @Schema(
            maxLength = 4000,
            description =
                "Gửi lại trong after; không bao giờ null, kể cả khi items rỗng · to be sent as after; never null, even if there are no items")
        String next) {

  /** An event in the JSON format of CloudEvents 1.0. */
  @Schema(name = "CloudEvent")
  public record CloudEvent(
      @Schema(examples = "1.0", maxLength = 10) String specversion,
      @Schema(
              examples = "comment-42",
              maxLength = 100,
              description =
                  "Duy nhất trong source; cùng một sự kiện luôn cùng id · unique within source; the same event has the same id for everybody")
          String id,
      @Schema(examples = "/api/v1/plans/bac-kan-2021-2030", maxLength = 100) String source,
      @Schema(
              enumeration = {
                "vn.sogopy.letter.received",
                "vn.sogopy.comment.received",
                "vn.sogopy.comment.answered",
                "vn.sogopy.comment.returned",
                "vn.sogopy.comment.approved",
                "vn.sogopy.comment.withdrawn",
                "vn.sogopy.comment.reacted",
                "vn.sogopy.edition.sealed"
              })
          String type,
      @Schema(
              description =
                  "Mã của văn bản, ý kiến hoặc bản chốt · id of the letter, comment or edition")
          UUID subject,
      @Schema(description = "Lúc xảy ra · when it happened") Instant time,
      @Schema(examples = "application/json", maxLength = 100) String datacontenttype,
      @Schema(
              type = SchemaType.OBJECT,
              description =
                  "Comment, Letter hoặc Edition theo type, như bên gọi được thấy vào lúc đọc"
                      + " · Comment, Letter or Edition, by type, as the caller may see it at the time of reading")
          Object data) {

    static CloudEvent of(Change change, String plan, Object data) {
      return new CloudEvent(
          "1.0",
          change.event,
          "/api/v1/plans/" + plan,
          "vn.sogopy." + change.type,
          change.subject,
          change.at,
          "application/json",
          data);
    }
  }
}
