package vn.sogopy.desk.letter;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.desk.BodyNames;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.desk.files.LongWork;
import vn.sogopy.interchange.edxml.EdxmlOutcome;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.interchange.edxml.ParkedLetterReader;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionView;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.CurrentCaller;

/** Screen 2: takes in letters by hand, from Word and as edXML, and tables of comments. */
@Path("/so/{plan}/{draft}/nhap")
@Produces(MediaType.TEXT_HTML)
public class LetterScreenResource {
  private static final int MOST_ROWS = 100_000;

  @Inject LetterIntakeService intake;
  @Inject LetterReader letters;
  @Inject OutlineService outlines;
  @Inject @Any Instance<ParkedLetterReader> parked;
  @Inject BodyNames bodies;
  @Inject SentFiles files;
  @Inject Tables tables;
  @Inject LongWork work;
  @Inject JsonInput input;
  @Inject Uploads uploads;
  @Inject IdempotencyService idempotency;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * What was done before this page; null = nothing of the kind.
   *
   * @param created number of comments that a table brought
   * @param unchanged number of its comments that were known
   */
  record Done(
      LetterView letter,
      String body,
      EdxmlOutcome.Kind outcome,
      Integer created,
      Integer unchanged) {
    static final Done NOTHING = new Done(null, null, null, null, null);
  }

  /**
   * What the files say.
   *
   * @param names of the files, which a browser forgets without the script
   * @param text the paragraphs of a Word letter; empty = none
   * @param message null unless they are an edXML message
   * @param body the name of its sender; null = unknown
   * @param table null unless they are a table
   */
  record Read(
      List<String> names,
      List<String> text,
      EdxmlOutcome.Preview message,
      String body,
      TableOutcome table) {
    static Read letter(List<String> names, List<String> text) {
      return new Read(names, text, null, null, null);
    }

    static Read table(List<String> names, TableOutcome table) {
      return new Read(names, List.of(), null, null, table);
    }
  }

  /**
   * @param waiting number of parked letters; null = this installation takes no edXML
   */
  record Intake(
      LetterForm form,
      Read read,
      Done done,
      List<OrganizationReader.Choice> bodies,
      List<SectionView> sections,
      Long waiting)
      implements TemplateInstance {}

  private Intake show(LetterForm form, Read read, Done done) {
    return new Intake(
        form,
        read,
        done,
        bodies.choices(),
        outlines.get(draft.get().id()).items(),
        parked.isResolvable() ? waiting() : null);
  }

  private Long waiting() {
    PageQuery count = new PageQuery();
    count.limit = 1;
    count.count = true;
    return parked.get().list(draft.get(), ParkedStatus.WAITING, count).total();
  }

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance page(
      @RestQuery("van_ban") UUID letter,
      @RestQuery("ket_qua") EdxmlOutcome.Kind outcome,
      @RestQuery("moi") @Min(0) @Max(MOST_ROWS) Integer created,
      @RestQuery("da_co") @Min(0) @Max(MOST_ROWS) Integer unchanged) {
    LetterView view = letter == null ? null : letters.get(caller.get(), letter);
    String body = view == null ? null : bodies.name(view.organization());
    return show(
        LetterForm.blank(VietnamTime.today()),
        Read.letter(List.of(), List.of()),
        new Done(view, body, outcome, created, unchanged));
  }

  /** Reads the chosen files and fills in what they say. Nothing is written. */
  @POST
  @Path("doc")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = SentFiles.MOST)
  public TemplateInstance read() {
    LetterForm form = new LetterForm(SentForm.current());
    String chosen = form.typed("_chon");
    if (chosen != null) {
      form.put(LetterForm.BODY, bodies.written(chosen));
    }
    List<IncomingFile> all = files.of(form);
    return show(form, read(form, all), Done.NOTHING);
  }

  private Read read(LetterForm form, List<IncomingFile> all) {
    List<String> names = names(all);
    boolean attached = form.has("_van_ban");
    if (!attached && files.areMessage(all)) {
      EdxmlOutcome.Preview preview = files.preview(form, all);
      String code = preview.organization();
      return new Read(names, List.of(), preview, code == null ? null : bodies.name(code), null);
    }
    if (!attached && files.areTable(all)) {
      return Read.table(names, files.tried(all));
    }
    List<String> text = files.word(form, all);
    form.addBlank();
    return Read.letter(names, text);
  }

  private static List<String> names(List<IncomingFile> all) {
    return all.stream().map(IncomingFile::name).toList();
  }

  /** Writes the letter with its comments and files, after its warnings were shown. */
  @POST
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = SentFiles.MOST)
  public Response save() {
    LetterForm form = new LetterForm(SentForm.current());
    List<String> names = new ArrayList<>();
    try {
      List<IncomingFile> all = files.of(form);
      all.forEach(file -> names.add(file.name()));
      LetterRequest request = request(form);
      if (request != null && form.hasSeen(warnings(request, all))) {
        LetterIntakeService.Intake made =
            uploads.inTurn(
                () ->
                    idempotency.retried(
                        () -> intake.receive(caller.actor(), draft.get(), request, all)));
        return done("van_ban=" + made.letter().id());
      }
    } catch (ProblemException e) {
      form.fail(e);
    }
    form.addBlank();
    return again(form, names);
  }

  /** Null with errors in the form. */
  private LetterRequest request(LetterForm form) {
    String organization = bodies.code(form, LetterForm.BODY, form::suggest);
    List<String> onBehalfOf = bodies.codes(form, LetterForm.ON_BEHALF);
    LetterRequest request = null;
    try {
      request = input.fields(LetterRequest.class, form.letter(organization, onBehalfOf));
      request.check();
    } catch (ProblemException e) {
      form.fail(e);
    }
    return form.errors().isEmpty() ? request : null;
  }

  private List<Warning> warnings(LetterRequest request, List<IncomingFile> all) {
    LetterView preview = intake.preview(caller.actor(), draft.get(), request);
    List<Warning> warnings = new ArrayList<>(preview.warnings());
    IntStream.range(0, all.size())
        .filter(i -> all.get(i).isProgram())
        .mapToObj(i -> Warning.of("/file/" + i, WarningCode.FILE_LEFT_OUT, all.get(i).name()))
        .forEach(warnings::add);
    return warnings;
  }

  /** The form with its errors or warnings; a script leaves the chosen files as they are. */
  private Response again(LetterForm form, List<String> names) {
    return Response.status(form.errors().isEmpty() ? 200 : 422)
        .header("HX-Retarget", "#truong")
        .header("HX-Reselect", "#truong")
        .header("HX-Reswap", "outerHTML")
        .entity(show(form, Read.letter(names, List.of()), Done.NOTHING))
        .build();
  }

  private Response done(String query) {
    return desk.back(desk.root() + "/nhap?" + query, Notice.SAVED);
  }

  @POST
  @Path("edxml")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = SentFiles.MOST)
  public Response message() {
    LetterForm form = new LetterForm(SentForm.current());
    EdxmlOutcome outcome = files.receive(form, files.of(form));
    String letter = outcome.letter() == null ? "" : "&van_ban=" + outcome.letter().id();
    return done("ket_qua=" + outcome.kind() + letter);
  }

  @POST
  @Path("bang")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = SentFiles.MOST)
  public Response table() {
    LetterForm form = new LetterForm(SentForm.current());
    List<IncomingFile> all = files.of(form);
    Supplier<ImportReport> load = files.load(all, form.has("_dong_dung"));
    String page = desk.root() + "/nhap?";
    try {
      return work.page(
          "Nhận bảng ý kiến " + all.get(0).name(),
          () -> {
            ImportReport report = load.get();
            return page + "moi=" + report.created() + "&da_co=" + report.unchanged();
          },
          Notice.SAVED);
    } catch (ProblemException e) {
      TableOutcome refused = tables.refused(false, e);
      return Response.status(refused.status())
          .entity(show(form, Read.table(names(all), refused), Done.NOTHING))
          .build();
    }
  }
}
