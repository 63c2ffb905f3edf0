package vn.sogopy.consultation;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.http.Body;
import vn.sogopy.http.Download;
import vn.sogopy.http.Exchange;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FileForm;
import vn.sogopy.http.FilePart;
import vn.sogopy.http.ImportMode;
import vn.sogopy.http.ImportReport;
import vn.sogopy.http.MediaTypes;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.Reply;
import vn.sogopy.http.limit.Heavy;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.text.Text;

@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees")
@Tag(name = "Lấy ý kiến · Consultation")
public class ConsulteeResource {
  /** Bytes: 1,000 items with all their letters. */
  private static final int LIST_LIMIT = 4 * 1024 * 1024;

  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  @Inject ConsulteeService service;
  @Inject ConsulteeImportService imports;
  @Inject ConsulteeReader reader;
  @Inject ChasingReader chasing;
  @Inject @Any Instance<ChasingRenderer> renderers;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  static String path(DraftRef draft, String organization) {
    return draft.path() + "/consultees/" + organization;
  }

  @GET
  @Heavy
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listConsultees",
      summary = "Cơ quan được lấy ý kiến và tình trạng trả lời · Who was asked, who has answered",
      description =
          "Theo thứ tự của bảng tổng hợp; counts, unasked, overdueRequests có ở mọi trang. csv, xlsx: danh sách cơ quan chưa có văn bản góp ý;"
              + " docx: công văn đôn đốc (409 nếu không có gì để đôn đốc); cả ba chỉ gồm cơ quan chưa trả lời nếu không nêu state, không chia trang."
              + " Đề nghị quá hạn: theo group, không gồm đề nghị về ý kiến hạn chế; xlsx ở trang tính riêng, docx ở cuối Danh sách; csv chỉ có bảng cơ quan, nạp lại được."
              + " · In register order; counts, unasked, overdueRequests on every page. csv, xlsx: the chasing list; docx: the chasing letter;"
              + " these are not paged, and of NOT_REPLIED alone unless state is given. There, overdue requests go by group and leave out those on restricted"
              + " comments: xlsx on a sheet, docx (409 when there is nothing to chase) behind the list; csv is the table of bodies alone and can be sent back.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ConsulteeList.class)),
        @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaTypes.DOCX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  public Response list(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @BeanParam ConsulteeQuery query) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    ConsulteeFilter filter = query.filter();
    ChasingFormat format = query.format();
    if (format != ChasingFormat.JSON) {
      query.requireNoPage();
      return download(ref, filter, format);
    }
    ConsulteeList page =
        reader.list(caller.act(), ref, filter, query.limit(), query.cursor, query.count());
    return exchange.page(page, page.next()).toResponse();
  }

  private Response download(DraftRef draft, ConsulteeFilter filter, ChasingFormat format) {
    ChasingRenderer renderer =
        renderers.stream().filter(one -> one.format() == format).findFirst().orElseThrow();
    ConsulteeFilter wanted = filter.forChasing();
    if (format == ChasingFormat.DOCX && !wanted.isSilentOnly()) {
      // A letter that chases is to those that are silent.
      throw Params.wrong("state", FieldCode.INVALID_ENUM, ReplyState.State.NOT_REPLIED);
    }
    ChasingList list = chasing.read(caller.act(), draft, wanted);
    if (format == ChasingFormat.DOCX && list.lines().isEmpty() && list.requests().isEmpty()) {
      throw new ProblemException(ProblemCode.NOBODY_TO_CHASE);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      renderer.write(list, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String ending = "." + format.ending();
    String ascii = Text.fold(renderer.name()).replace(' ', '-');
    return Download.of(
        out.toByteArray(),
        renderer.mediaType(),
        ascii + "_" + draft.plan() + "_du-thao-" + draft.number() + ending,
        renderer.name() + " - " + draft.plan() + " - dự thảo lần " + draft.number() + ending);
  }

  @POST
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "createConsultees",
      summary = "Đưa cơ quan vào danh sách lấy ý kiến · Put bodies on the list of those asked",
      description =
          "Một đối tượng: 201 với cơ quan đó. Mảng (nhiều nhất 1.000): tất cả hoặc không, 200 với bảng kê."
              + " from: chép từ lần dự thảo khác (cơ quan và đầu mối), không gửi nội dung. CSV, XLSX: cột theo tiêu đề"
              + " (Mã hoặc Cơ quan; Văn bản xin ý kiến; Ngày văn bản; Hạn trả lời; Ngày nhận hồ sơ; Đầu mối; Điện thoại; Email),"
              + " ngày kiểu Excel, dd/MM/yyyy hoặc ISO; cơ quan đã có thì được sửa, ô trống giữ giá trị cũ,"
              + " nhiều dòng của một cơ quan là nhiều văn bản xin ý kiến."
              + " · One object: 201 with it. An array: all or nothing, 200 with a report. from: copies who was asked, and contacts,"
              + " from another draft, without a body. CSV, XLSX: columns by heading; who is asked already is changed,"
              + " an empty cell keeps what was there, several rows of one body are its several request letters.")
  @RequestBody(
      description = "Bỏ trống khi dùng from · leave empty with from",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(oneOf = {ConsulteeInput.class, Many.class}),
            examples = {
              @ExampleObject(
                  name = "one",
                  value =
                      """
                      {"organization": "skhdt", "requestLetters": [{"number": "1186/SKHĐT-TH", "date": "2021-08-16"}],
                       "dueOn": "2021-09-20", "dossierReceivedOn": "2021-08-18",
                       "contact": {"name": "Đầu mối (minh họa)", "phone": "0209 3xx xxx (minh họa)", "email": "dau-moi@example.org"}}"""),
              @ExampleObject(name = "list", value = "[{\"organization\": \"skhdt\"}]")
            }),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Mã;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời\nskhdt;1186/SKHĐT-TH;16/8/2021;20/9/2021\n")),
        @Content(
            mediaType = MediaTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = FileForm.class))
      })
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConsulteeView.class)))
  public Response create(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @BeanParam ConsulteeImportQuery query,
      Body body) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    if (query.from != null) {
      body.asNothing();
      int from = query.from();
      Locale locale = query.noFile(exchange.locale());
      return once(body, () -> report(service.copy(caller.act(), ref, from, locale)));
    }
    if (!body.isJson()) {
      FilePart file =
          body.asFile(
              FILE_LIMIT, Set.of(MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX));
      ImportMode mode = query.mode(exchange.locale());
      return once(body, () -> report(imports.load(caller.act(), ref, file, mode)));
    }
    Body.OneOrMany<ConsulteeInput> input = body.asOneOrMany(ConsulteeInput.class, LIST_LIMIT);
    Locale locale = query.noFile(exchange.locale());
    if (input.many()) {
      return once(body, () -> report(service.addAll(caller.act(), ref, input.items(), locale)));
    }
    return once(
        body,
        () -> {
          ConsulteeView made = service.add(caller.act(), ref, input.items().get(0));
          return Reply.created(
              made, exchange.version(made.version(), made), path(ref, made.organization().code()));
        });
  }

  private Response once(Body body, Supplier<Reply> effect) {
    return exchange.once(caller.get(), body, effect);
  }

  private static Reply report(ImportReport report) {
    return Reply.ok(report, null);
  }

  /** Several at once, for the contract. */
  @Schema(name = "ConsulteeInputs")
  abstract static class Many implements List<ConsulteeInput> {}
}
