package vn.sogopy.personaldata;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "personal-data")
public class PersonalDataResource {
  /** Characters. Shorter names are parts of too many words. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 200;

  @Inject PersonalDataService service;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject ObjectMapper json;

  @GET
  @AuditedExport
  @Operation(
      operationId = "getPersonalData",
      summary =
          "Tìm dữ liệu cá nhân của một người, để cung cấp cho người đó · Find the personal data of a person, to hand it out",
      description =
          "Người góp ý, người ký, đầu mối, người xử lý, ghi chép đôn đốc có tên này, không phân biệt hoa thường và dấu, trong mọi quy hoạch: dữ liệu cá nhân và chỗ lưu, không"
              + " có nội dung góp ý. kept nói vì sao chỗ đó không bị xóa khi có yêu cầu. Khóa giới hạn theo plans: 403. Nhật ký ghi việc tìm, không ghi tên."
              + " · Authors, signers, contacts, assignees and notes with this name, without regard to case and accents, in all plans: personal fields and references, no words of"
              + " comments. kept says why an erasure leaves a place. A key bound to plans: 403. The audit has an entry without the name.")
  public PersonalData find(
      @RestQuery("name")
          @Parameter(
              required = true,
              description = "Họ và tên, hoặc một phần · the name, or words of it",
              example = "Nguyễn Văn A",
              schema = @Schema(minLength = SHORTEST, maxLength = LONGEST))
          String name) {
    int length = Text.length(name);
    if (length < SHORTEST) {
      throw ProblemException.parameter("name", FieldCode.TOO_SHORT, SHORTEST);
    }
    if (length > LONGEST) {
      throw ProblemException.parameter("name", FieldCode.TOO_LONG, LONGEST);
    }
    return service.find(caller.get(), name, exchange.locale());
  }

  @POST
  @Path("erasures")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPersonalDataErasure",
      summary =
          "Xóa dữ liệu cá nhân của một người theo yêu cầu của người đó · Erase the personal data of a person who asked for it",
      description =
          "Thay tên người góp ý, đầu mối (cùng điện thoại, thư điện tử), tên trong ghi chép đôn đốc, trong lịch sử và trong kết quả còn giữ để trả lại bằng “[đã xóa theo yêu"
              + " cầu]”, và bỏ người đó khỏi danh sách người xử lý. So đúng dấu như đã gõ, hoặc hoàn toàn không dấu. Người ký văn bản, tệp, bản chốt số liệu, nội dung góp ý và nhật ký không đổi: remaining nêu từng chỗ"
              + " và lý do. Không khôi phục được; hãy tìm trước bằng getPersonalData. Nhật ký ghi việc xóa, không ghi tên."
              + " · Replaces the name of authors, contacts (with telephone and address), in notes of contacts, in histories and kept answers by “[đã xóa theo yêu cầu]”, and takes the person off the lists of assignees. Compared"
              + " with the accents as typed, or with none at all. Signers of letters, files, sealed editions, words of comments and the audit stay: remaining has each place and"
              + " why. It cannot be undone; look with getPersonalData first. The audit has an entry without the name.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Erasure.Input.class),
              examples =
                  @ExampleObject(
                      name = "erasure",
                      value =
                          "{\"person\": \"Nguyễn Văn A\", \"reason\": \"Phiếu yêu cầu số 03 ngày 15/01/2026 (minh họa)\"}")))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Erasure.class)))
  public Response erase(@NotNull @Valid Erasure.Input input) {
    Actor actor = caller.actor();
    Supplier<Response> effect =
        () -> Reply.ok(service.erase(actor, input, exchange.locale()), null);
    return idempotency.retried(
        () ->
            service.withLongTimeout(
                () -> idempotency.onceInTransaction(JsonInput.bytes(json, input), effect)));
  }
}
