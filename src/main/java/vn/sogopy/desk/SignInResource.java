package vn.sogopy.desk;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.session.DeskPaths;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.security.session.SessionService;
import vn.sogopy.security.session.SignInService;

/** Signs people in with their code, and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
  /** The field of the code. */
  static final String CODE = "ma_truy_cap";

  /** The field of the address to go to. */
  static final String TARGET = "_den";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject SignInService service;
  @Inject SessionService sessions;
  @Inject RoutingContext context;

  record SignIn(String target, String error, Carried carried) implements TemplateInstance {}

  record Resume(String target, String token, Carried carried) implements TemplateInstance {}

  @GET
  @Path("dang-nhap")
  @PermitAll
  public TemplateInstance ask(@RestQuery("den") String target) {
    return new SignIn(Local.path(target), null, Carried.NOTHING);
  }

  /** A wrong code shows the form again; the texts that it carries are kept. */
  @POST
  @Path("dang-nhap")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(MultivaluedMap<String, String> form) {
    if (FormFilter.isForeign(context.request())) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    String target = Local.path(form.getFirst(TARGET));
    Carried carried = Carried.of(form);
    Optional<String> session = service.signIn(form.getFirst(CODE));
    if (session.isEmpty()) {
      return Response.status(Response.Status.UNAUTHORIZED)
          .entity(new SignIn(target, "Mã truy cập không đúng hoặc đã dừng.", carried))
          .build();
    }
    NewCookie cookie = cookie(session.get(), (int) SessionService.LENGTH.toSeconds());
    return carried.isEmpty()
        ? Local.seeOther(target).cookie(cookie).build()
        : Response.ok(new Resume(target, FormToken.of(session.get()), carried))
            .cookie(cookie)
            .build();
  }

  @POST
  @Path("dang-xuat")
  @DeskForm
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@FormParam(FormToken.FIELD) String token) {
    sessions.end(SessionMechanism.of(context.request()));
    return Local.seeOther(DeskPaths.SIGN_IN)
        .cookie(cookie("", 0))
        .header("Clear-Site-Data", "\"storage\"")
        .build();
  }

  /** Sent with links from mails and papers, not with forms of other sites; only over TLS. */
  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(SessionMechanism.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(!THIS_MACHINE.contains(context.request().authority().host()))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
