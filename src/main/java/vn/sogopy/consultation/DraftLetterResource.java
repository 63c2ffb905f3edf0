package vn.sogopy.consultation;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.http.Body;
import vn.sogopy.http.Exchange;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.Form;
import vn.sogopy.http.Page;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.Uploads;
import vn.sogopy.letter.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Văn bản góp ý · Letters")
public class DraftLetterResource {
  @Inject LetterIntakeService intake;
  @Inject LetterWithFilesService withFiles;
  @Inject Uploads uploads;
  @Inject LetterReader reader;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(
      operationId = "createLetter",
      summary = "Gửi trọn một văn bản góp ý · Send a whole letter with its comments",
      description =
          "JSON, hoặc multipart/form-data với phần letter (JSON) và đến 10 phần file: nhận tất cả hoặc không nhận gì."
              + " · JSON, or multipart/form-data with the part letter (JSON) and up to 10 parts file: all or nothing.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LetterRequest.class),
            examples = {
              @ExampleObject(
                  name = "comments",
                  value =
                      """
                        {"organization": "sgtvt", "number": "642/SGTVT-KCHT", "date": "2021-09-06",
                         "arrivalNumber": "1540", "receivedOn": "2021-09-07",
                         "signer": {"fullName": "Nguyễn Văn A", "position": "Phó Giám đốc"},
                         "position": "AGREES_WITH_COMMENTS", "channel": "EDOC",
                         "subject": "Góp ý dự thảo lần 2 Quy hoạch tỉnh. (Minh họa.)",
                         "comments": [
                           {"section": "V.1", "kind": "MISSING", "content": "Đề nghị bổ sung tuyến đường tỉnh 258B. (Minh họa.)"},
                           {"content": "Đề nghị rà soát lỗi chính tả. (Minh họa.)", "kind": "EDITORIAL"}]}"""),
              @ExampleObject(
                  name = "agrees",
                  value =
                      """
                        {"organization": "sgtvt", "number": "643/SGTVT-KCHT", "date": "2021-09-06", "position": "AGREES"}"""),
              @ExampleObject(
                  name = "classified",
                  value =
                      """
                        {"organization": "sgtvt", "number": "12/SGTVT-M", "date": "2021-09-06", "position": "COMMENTS", "classified": true}""")
            }),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = LetterForm.class))
      })
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  @APIResponse(
      responseCode = "200",
      description = "externalId này đã gửi rồi · this externalId was sent before",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  public Response create(
      @PathParam("plan") String plan, @PathParam("draft") String draft, Body body) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    if (body.is(MediaType.MULTIPART_FORM_DATA)) {
      return createWithFiles(ref, body);
    }
    LetterRequest request = body.as(LetterRequest.class, LetterRequest.BODY_LIMIT);
    request.check();
    Locale locale = exchange.locale();
    return exchange.once(
        caller.get(), body, () -> intake.receive(caller.act(), ref, request).reply(locale));
  }

  /** For an Idempotency-Key, the same JSON with the same files (SHA-256) under the same names. */
  private Response createWithFiles(DraftRef draft, Body body) {
    try (Form form = uploads.read(body, "letter", LetterRequest.BODY_LIMIT, LetterForm.MAX_FILES)) {
      LetterRequest request = form.json(LetterRequest.class);
      request.check();
      List<IncomingFile> files =
          IntStream.range(0, form.files().size())
              .mapToObj(i -> IncomingFile.check(form.files().get(i), "/file/" + i))
              .toList();
      if (request.isClassified() && !files.isEmpty()) {
        throw ProblemException.invalid(FieldError.pointer("/file", FieldCode.CLASSIFIED));
      }
      Locale locale = exchange.locale();
      return uploads.inTurn(
          () ->
              exchange.once(
                  caller.get(),
                  body,
                  () -> withFiles.receive(caller.act(), draft, request, files).reply(locale)));
    }
  }

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listLetters",
      summary = "Văn bản góp ý của một lần dự thảo · The letters of a draft")
  public RestResponse<Page<LetterView>> list(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @BeanParam LetterQuery query) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    Page<LetterView> page =
        reader.list(
            caller.get(),
            ref,
            query.filter(),
            query.order(),
            query.limit(),
            query.cursor,
            query.count());
    Locale locale = exchange.locale();
    return exchange.page(
        new Page<>(
            page.items().stream().map(letter -> letter.in(locale)).toList(),
            page.next(),
            page.total()));
  }
}
