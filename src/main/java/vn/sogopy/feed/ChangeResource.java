package vn.sogopy.feed;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
public class ChangeResource {
  /** Taken from the sample plan. */
  private static final String EXAMPLE =
      """
      {"items": [{
        "specversion": "1.0",
        "id": "comment-24",
        "source": "/api/v1/plans/bac-kan-2021-2030",
        "type": "vn.sogopy.comment.received",
        "subject": "01a21312-dac0-74d0-99ea-33c4ce3f11f6",
        "time": "2021-06-04T03:44:57Z",
        "datacontenttype": "application/json",
        "data": {
          "id": "01a21312-dac0-74d0-99ea-33c4ce3f11f6", "receiptNumber": 1007, "part": null,
          "partOf": null, "plan": "bac-kan-2021-2030", "draft": 1,
          "section": {"code": "V.1", "title": "Giao thông"}, "alsoSections": [],
          "organization": {"code": "sgtvt", "name": "Sở Giao thông vận tải", "group": "PROVINCIAL"},
          "letter": {"id": "01a21312-d4e4-7d96-802f-abccea41fa9d", "number": "698/SGTVT-KHTC", "date": "2021-06-04"},
          "locator": {"page": 45, "pages": "45-46", "paragraph": 2, "quote": null}, "author": null,
          "kind": "MISSING",
          "content": "Dự thảo chưa đề cập tuyến cao tốc Chợ Mới – Bắc Kạn, là trục kết nối có ý nghĩa đột phá đối với tỉnh. Đề nghị bổ sung hướng tuyến, quy mô dự kiến và phân kỳ đầu tư để làm cơ sở bố trí quỹ đất và huy động nguồn lực. (Minh họa.)",
          "proposal": "Bổ sung tuyến cao tốc Chợ Mới – Bắc Kạn vào nhóm công trình giao thông quốc gia trên địa bàn tỉnh.",
          "restricted": false, "late": false, "needsReview": false, "answerDueOn": "2021-07-15",
          "status": "APPROVED", "assignee": "Chuyên gia giao thông (tư vấn)",
          "answer": {"result": "ACCEPTED", "response": "Tiếp thu ý kiến của Sở Giao thông vận tải, đã bổ sung tuyến cao tốc Chợ Mới – Bắc Kạn vào phương án phát triển mạng lưới giao thông; hướng tuyến chi tiết sẽ được chuẩn xác theo quy hoạch mạng lưới đường bộ quốc gia. (Minh họa.)", "revision": {"section": "V.1", "page": 46, "pages": "46", "note": null}, "sameAs": null, "answeredBy": "Đơn vị tư vấn (mẫu)", "answeredAt": "2021-06-10T03:43:30Z"},
          "returnReason": null, "reaction": null, "escalation": null, "direction": null,
          "sealedIn": [], "follows": null,
          "followedBy": ["01a21312-ec21-796c-8c11-f86868d99ac3"], "waitingFor": [],
          "externalId": null, "receivedAt": "2021-06-04T03:44:57Z",
          "updatedAt": "2021-08-25T01:41:25Z", "version": 4
        }}],
       "next": "YWEyY2Y1ODMmMzYmOWY3NmYxZQ"}
      """;

  @Inject ChangeFeed feed;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  /** Blocking, because it reads the database. Waiting releases the thread. */
  @GET
  @Blocking
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listChanges",
      summary =
          "Những gì đã thay đổi, theo một thứ tự cố định · What has changed, in one fixed order",
      description =
          "Đọc tiếp bằng next của lần trước: không sót, không lặp, kể cả sau khi sao lưu và khôi phục. Thời điểm trong time là của sự việc,"
              + " thứ tự là thứ tự của dòng. Cơ quan góp ý chỉ thấy sự kiện của mình; answered và returned đến cùng lúc được duyệt, ngay trước approved."
              + " Ý kiến đã tách không có sự kiện riêng: các phần của nó là received; hoàn tác việc tách thì chúng là withdrawn."
              + " VIEWER không thấy sự kiện của ý kiến restricted; nếu restricted thay đổi, chỉ những lần đọc sau đó theo trạng thái mới:"
              + " không gửi lại những gì con trỏ đã đi qua. items có thể rỗng hoặc ít hơn limit dù còn sự kiện phía sau: cứ gửi next."
              + " 410: cơ sở dữ liệu được khôi phục về trước con trỏ. 429: quá nhiều yêu cầu đang chờ."
              + " · Go on with next of the last read: no gap and no double, also after dump and restore. time is when it happened;"
              + " the order is the feed's. A body sees its own events alone; answered and returned come at the approval, just before approved."
              + " A split comment has no event of its own: its points are received, and withdrawn when the split is undone."
              + " A VIEWER sees no events of restricted comments; when restricted changes, later reads follow it, and what the cursor has"
              + " passed is not sent again. items may be empty or fewer than limit although there are more: just send next."
              + " 410: the database was restored to a time before the cursor. 429: too many requests are waiting.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Changes.class),
              examples = {
                @ExampleObject(name = "received", value = EXAMPLE),
                @ExampleObject(
                    name = "nothing new",
                    value = "{\"items\": [], \"next\": \"NGY3ZTA1ZjEmMTA0MiY1YzIxOWQwZQ\"}")
              }))
  @APIResponse(responseCode = "410", ref = "#/components/responses/Problem410")
  @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
  public Uni<Changes> list(@PathParam("plan") String plan, @BeanParam ChangeQuery query) {
    Caller who = caller.get();
    UUID id = draft.planId();
    ChangeCursor after = ChangeCursor.parse(query.after, id);
    return feed.read(
        new ChangeReader.Question(who, id, plan, query.limit),
        after,
        Duration.ofSeconds(query.wait));
  }

  /** The query parameters of the feed. */
  public static class ChangeQuery {
    @RestQuery("after")
    @Encoded
    @Parameter(
        description =
            "next của lần đọc trước; bỏ trống: từ đầu · next of the last read; none: from the beginning",
        schema = @Schema(maxLength = 4000))
    public String after;

    @RestQuery("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Số sự kiện nhiều nhất một lần đọc · most events of one read")
    public int limit;

    /** Seconds. */
    @RestQuery("wait")
    @DefaultValue("0")
    @Min(0)
    @Max(30)
    @Parameter(
        description =
            "Khi chưa có gì mới: chờ đến ngần này giây · seconds to wait for news if there are none")
    public int wait;
  }
}
