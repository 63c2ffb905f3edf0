package vn.sogopy.desk;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.session.DeskPaths;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.security.session.SessionService;
import vn.sogopy.security.session.SignInService;

/** Signs people in with their code, and out. {@link AccountResource} does so with accounts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
  /** The field of the code. */
  static final String CODE = "ma_truy_cap";

  /** The field of the address to go to. */
  static final String TARGET = "_den";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject Accounts accounts;
  @Inject SignInService service;
  @Inject SessionService sessions;
  @Inject RoutingContext context;

  /**
   * The page of the sign-in.
   *
   * @param account where an account signs in; null = no provider
   * @param other where to sign out of an account that has no right here; null = none
   */
  record SignIn(String target, String error, Carried carried, String account, String other)
      implements TemplateInstance {}

  record Resume(String target, String token, Carried carried) implements TemplateInstance {}

  record SignedOut(String address) implements TemplateInstance {}

  @GET
  @Path("dang-nhap")
  @PermitAll
  public TemplateInstance ask(@RestQuery("den") String target) {
    return accounts.page(Local.path(target), null, Carried.NOTHING);
  }

  /**
   * A wrong code shows the form again; the texts that it carries are kept. Without a code the texts
   * are those of a person who has signed in with an account in another window meanwhile.
   */
  @POST
  @Path("dang-nhap")
  @PermitAll
  @BodyLimit(Carried.LIMIT + BodyLimit.FORM)
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response signIn(@RestForm(CODE) String code, @RestForm(TARGET) String wanted) {
    if (FormFilter.isForeign(context.request())) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    String target = Local.path(wanted);
    Carried carried = Carried.of(SentForm.current().texts(), context.request());
    if (code == null) {
      String id = SessionMechanism.of(context.request());
      return id == null || sessions.caller(id).isEmpty()
          ? refused(target, "Chưa đăng nhập bằng tài khoản của tỉnh.", carried)
          : Response.ok(new Resume(target, FormToken.of(id), carried)).build();
    }
    Optional<String> session = service.signIn(code);
    if (session.isEmpty()) {
      return refused(target, "Mã truy cập không đúng hoặc đã dừng.", carried);
    }
    NewCookie cookie = sessionCookie(context.request(), session.get());
    return carried.isEmpty()
        ? Local.seeOther(target).cookie(cookie).build()
        : Response.ok(new Resume(target, FormToken.of(session.get()), carried))
            .cookie(cookie)
            .build();
  }

  private Response refused(String target, String error, Carried carried) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .entity(accounts.page(target, error, carried))
        .build();
  }

  /**
   * Ends the session, then that of the provider. A page leads there: a browser follows no redirect
   * of a form to another site (form-action of the content security policy).
   */
  @POST
  @Path("dang-xuat")
  @DeskForm
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@FormParam(FormToken.FIELD) String token) {
    Optional<String> address =
        sessions
            .end(SessionMechanism.of(context.request()))
            .flatMap(
                idToken ->
                    accounts
                        .provider()
                        .flatMap(provider -> provider.signOutAddress(context, idToken)));
    return address
        .map(SignedOut::new)
        .map(Response::ok)
        .orElseGet(() -> Local.seeOther(DeskPaths.SIGN_IN))
        .cookie(
            cookie(context.request(), SessionMechanism.COOKIE)
                .value("")
                .path("/")
                .maxAge(0)
                .build())
        .header("Clear-Site-Data", "\"storage\"")
        .build();
  }

  /** Sent with links from mails and papers, not with forms of other sites. */
  static NewCookie sessionCookie(HttpServerRequest request, String session) {
    return cookie(request, SessionMechanism.COOKIE)
        .value(session)
        .path("/")
        .maxAge((int) SessionService.LENGTH.toSeconds())
        .build();
  }

  /** A cookie out of reach of scripts; only over TLS. */
  static NewCookie.Builder cookie(HttpServerRequest request, String name) {
    return new NewCookie.Builder(name)
        .httpOnly(true)
        .secure(!THIS_MACHINE.contains(request.authority().host()))
        .sameSite(NewCookie.SameSite.LAX);
  }
}
