package vn.sogopy.consultation.letter;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.openapi.Operations.OnlyWith;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.http.upload.Uploads.SpooledParts;
import vn.sogopy.security.CurrentCaller;

/** Lists letters, and takes them in as JSON, as a form with files, and by an add-on as XML. */
@Path(DraftLetterResource.PATH)
@Produces({MediaType.APPLICATION_JSON, MediaTypes.XML})
@Tag(name = "letters")
public class DraftLetterResource {
  public static final String PATH = "/api/v1/plans/{plan}/drafts/{draft}/letters";
  public static final String RELATED = "multipart/related";
  public static final String MIXED = "multipart/mixed";

  private static final List<String> JSON_OR_FORM =
      List.of(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA);

  /** The number of files in the body limit of an XML message. Base64 adds a third to their size. */
  public static final int CODED_FILES = 2 * LetterForm.MAX_FILES;

  @Inject LetterIntakeService intake;
  @Inject LetterReader reader;
  @Inject @Any Instance<LetterMessageResource> messages;
  @Inject Uploads uploads;
  @Inject JsonInput input;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject HttpHeaders headers;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listLetters",
      summary = "Văn bản góp ý của một lần dự thảo · The letters of a draft")
  public RestResponse<Page<LetterView>> list(@BeanParam LetterQuery query) {
    return exchange.page(reader.list(caller.get(), draft.get(), query));
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(LetterRequest.BODY_LIMIT)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(
      operationId = "createLetter",
      summary = "Gửi trọn một văn bản góp ý · Send a whole letter with its comments",
      description =
          "JSON; hoặc multipart/form-data với phần letter (JSON) và đến 10 phần file; hoặc thông điệp edXML (QCVN 102:2016/BTTTT):"
              + " application/xml, text/xml (đến 64 MiB cả tệp base64 bên trong), multipart/related hay mixed với tệp theo cid:,"
              + " hoặc form-data với phần letter là XML. Nhận tất cả hoặc không nhận gì. Với edXML: cùng DocumentId là cùng một văn bản;"
              + " BussinessDocType 1 thu hồi, 2 cập nhật, 3 thay thế văn bản trước (Bussiness/DocumentId, ReplacementInfo/DocumentId);"
              + " không rõ cơ quan gửi, ngày ngoài các năm 1900-2200, dự thảo không mở lấy ý kiến, văn bản trước chưa nhận được, văn bản đã được nhập trước bằng cách khác, thu hồi hay cập nhật văn bản đang được xử lý, cập nhật hay thay thế văn bản đã bị rút:"
              + " 202, chờ COORDINATOR cho vào sổ; cùng DocumentId mà nội dung khác: 409, hãy gửi cập nhật; Accept: application/xml thì trả thông điệp trạng thái."
              + " Tệp loại nào cũng lưu cùng fileRisk; chương trình, tập lệnh không lưu, chỉ ghi tên, dung lượng, SHA-256 ở leftOut và cảnh báo."
              + " · JSON; or multipart/form-data with the part letter (JSON) and up to 10 parts file; or an edXML message: XML alone"
              + " (up to 64 MiB with the files packed into it), multipart/related or mixed with files by cid:, or a form whose part letter"
              + " is XML. All or nothing. Of edXML the same DocumentId is the same letter; types 1, 2, 3 withdraw, correct and replace"
              + " the earlier one; an unknown sender, a date that is not of the years 1900 to 2200, a draft that is not OPEN, an earlier document that never came, a letter that was entered before in another way, one to withdraw or correct that is in work, one to correct or replace that was withdrawn:"
              + " 202, it waits until the COORDINATOR files it; other content under the same DocumentId: 409, send an update; Accept: application/xml is answered"
              + " by a status message. Files of any type are stored, with their fileRisk; of programs and scripts only name, size and SHA-256 are kept, in leftOut, with a warning.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LetterRequest.class),
            examples = {
              @ExampleObject(name = "comments", value = LetterExamples.COMMENTS),
              @ExampleObject(name = "agrees", value = LetterExamples.AGREES),
              @ExampleObject(name = "classified", value = LetterExamples.CLASSIFIED)
            }),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = LetterForm.class)),
        @Content(
            mediaType = MediaTypes.XML,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "edXML", value = LetterExamples.EDXML)),
        @Content(
            mediaType = MediaType.TEXT_XML,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "edXML", value = LetterExamples.EDXML)),
        @Content(
            mediaType = RELATED,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = MIXED, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "201",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LetterView.class)),
        @Content(mediaType = MediaTypes.XML)
      })
  @APIResponse(
      responseCode = "200",
      description =
          "externalId, DocumentId này đã gửi rồi; đã thu hồi, cập nhật · sent before; withdrawn or corrected",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LetterView.class)),
        @Content(mediaType = MediaTypes.XML)
      })
  @APIResponse(
      responseCode = "202",
      description = "Chờ COORDINATOR cho vào sổ · waits until the COORDINATOR files it",
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ParkedLetter")),
        @Content(
            mediaType = MediaTypes.XML,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response create(
      @BeanParam LetterIntakeQuery query, @NotNull @Valid LetterRequest request) {
    exchange.refuse("reason");
    request.check();
    return reply(intake.receive(caller.actor(), draft.get(), request, List.of()));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(value = Uploads.MAX_XML, files = LetterForm.MAX_FILES)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(operationId = "createLetter", hidden = true)
  public Response createFromForm(
      @BeanParam LetterIntakeQuery query,
      @BeanParam SpooledParts parts,
      MultipartFormDataInput sent) {
    Form form = uploads.form(sent, LetterRequest.BODY_LIMIT, LetterForm.MAX_FILES);
    return form.isXml() ? messages().receive(form, query.reason) : receiveWithFiles(form);
  }

  @POST
  @OnlyWith(LetterMessageResource.class)
  @Consumes({MediaTypes.XML, MediaType.TEXT_XML, RELATED, MIXED})
  @BodyLimit(value = Uploads.MAX_XML, files = CODED_FILES)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(operationId = "createLetter", hidden = true)
  public Response createFromMessage(@BeanParam LetterIntakeQuery query, InputStream body) {
    LetterMessageResource resource = messages();
    return resource.receive(uploads.message(body, LetterForm.MAX_FILES), query.reason);
  }

  private LetterMessageResource messages() {
    if (!messages.isResolvable()) {
      throw ProblemException.unsupported(JSON_OR_FORM);
    }
    return messages.get();
  }

  /** For the Idempotency-Key two requests are equal if JSON, SHA-256 and names of files are. */
  private Response receiveWithFiles(Form form) {
    requireJson();
    LetterRequest request = input.read(form.json(), LetterRequest.class);
    exchange.refuse("reason");
    request.check();
    List<IncomingFile> files =
        IntStream.range(0, form.files().size())
            .mapToObj(i -> IncomingFile.of(form.files().get(i), "/file/" + i))
            .toList();
    return uploads.inTurn(
        () ->
            idempotency.once(
                form.digest(),
                () -> reply(intake.receive(caller.actor(), draft.get(), request, files))));
  }

  /** 201 for a new letter, else 200. */
  public static Response reply(LetterIntakeService.Intake intake) {
    LetterView shown = intake.letter();
    return intake.created()
        ? Reply.created(shown, shown.version(), LetterResource.PATH + "/" + shown.id())
        : Reply.ok(shown, shown.version());
  }

  /** The response is XML only if the request is XML. */
  private void requireJson() {
    if (headers.getAcceptableMediaTypes().stream()
        .noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
      throw new ProblemException(ProblemCode.NOT_ACCEPTABLE);
    }
  }

  /** The query parameters of the intake of edXML, which has no elements for these values. */
  public static class LetterIntakeQuery {
    @RestQuery("reason")
    @Parameter(
        description =
            "Với edXML: lý do nhập khi dự thảo đã kết thúc lấy ý kiến (COORDINATOR) · with edXML: why it is entered after the draft closed",
        schema = @Schema(type = SchemaType.STRING, maxLength = 500))
    public String reason;
  }

  /** The multipart body of a letter with its files, for the OpenAPI document. */
  @Schema(name = "LetterForm", requiredProperties = "letter")
  public record LetterForm(
      LetterRequest letter,
      @Schema(
              maxItems = LetterForm.MAX_FILES,
              description =
                  "Tệp bất kỳ; chương trình, tập lệnh thì không lưu mà chỉ ghi nhận ở leftOut · any files; programs and scripts are only noted in leftOut")
          List<File> file) {

    public static final int MAX_FILES = 10;
  }

  /** Takes in letters as XML messages. An add-on implements it. */
  public interface LetterMessageResource {
    /**
     * @param form the XML and its files
     * @param reason of a late entry into a closed draft; null = none
     */
    Response receive(Form form, String reason);
  }
}
