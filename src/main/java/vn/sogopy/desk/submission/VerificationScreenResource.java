package vn.sogopy.desk.submission;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.SentForm;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.register.edition.EditionReader;
import vn.sogopy.register.edition.EditionReader.Verification.Match;
import vn.sogopy.register.edition.VerificationResource;
import vn.sogopy.security.CurrentCaller;

/** Tells which edition a file or a printed code is of. */
@Path("/so/{plan}/{draft}/trinh/tra-cuu")
@Produces(MediaType.TEXT_HTML)
public class VerificationScreenResource {
  @Inject EditionReader reader;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;

  /**
   * What was asked about, and the answer.
   *
   * @param subject the code or the name of the file; null = nothing was asked
   * @param match null = of no edition
   * @param error what is wrong with the code; null = nothing
   */
  record Verified(String subject, boolean isCode, Match match, String error)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({COORDINATOR, VIEWER})
  public Response code(@RestQuery("ma") String code) {
    if (code == null) {
      return Response.ok(new Verified(null, true, null, null)).build();
    }
    try {
      Match match = reader.verifyCode(caller.get(), code).match();
      return Response.ok(new Verified(code, true, match, null)).build();
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.VALIDATION_FAILED) {
        throw e;
      }
      String error = "Mã tra cứu có 16 chữ số, chữ cái từ A đến F, ví dụ 3F2A-9C10-77DE-B4E1.";
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(new Verified(code, true, null, error))
          .build();
    }
  }

  /** The file is not kept. */
  @POST
  @DeskForm
  @BodyLimit(VerificationResource.MAX_BYTES + BodyLimit.FORM)
  @RolesAllowed({COORDINATOR, VIEWER})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public TemplateInstance file() {
    Upload upload = uploads.chosen(SentForm.current().files("tep"), VerificationResource.MAX_BYTES);
    Match match = reader.verify(caller.get(), upload.sha256()).match();
    return new Verified(upload.name(), false, match, null);
  }
}
