package vn.sogopy.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.session.AccountSignIn;
import vn.sogopy.security.session.DeskPaths;
import vn.sogopy.security.session.SignInService;

/** Signs people in with their account of a provider: the way there and back. */
@Path(DeskPaths.ACCOUNT)
@Produces(MediaType.TEXT_HTML)
public class AccountResource {
  /** Keeps the address to go to while the person is at the provider. */
  private static final String TARGET = "so-gop-y-den";

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject Accounts accounts;
  @Inject SignInService service;
  @Inject RoutingContext context;

  /**
   * Leads to the provider, which leads back to this address. A sign-in that fails shows the sign-in
   * page, where a code can be used.
   *
   * @param wanted the address to go to; null = the request comes from the provider
   */
  @GET
  @PermitAll
  public Response signIn(@RestQuery("den") String wanted, @CookieParam(TARGET) String kept) {
    AccountSignIn provider = accounts.provider().orElseThrow(ProblemException::notFound);
    String target = Local.path(wanted == null ? decoded(kept) : wanted);
    try {
      AccountSignIn.Step step = provider.next(context);
      return step.account() == null
          ? Local.seeOther(step.address()).cookie(target(target, PATIENCE)).build()
          : Local.seeOther(target)
              .cookie(
                  SignInResource.sessionCookie(context.request(), service.signIn(step.account())))
              .cookie(target("", Duration.ZERO))
              .build();
    } catch (ProblemException e) {
      return failed(e.code(), target, provider);
    }
  }

  private static String decoded(String kept) {
    try {
      return kept == null ? null : URLDecoder.decode(kept, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null; // not written by this service
    }
  }

  private NewCookie target(String target, Duration kept) {
    return SignInResource.cookie(context.request(), TARGET)
        .value(URLEncoder.encode(target, StandardCharsets.UTF_8))
        .path(DeskPaths.ACCOUNT)
        .maxAge((int) kept.toSeconds())
        .build();
  }

  private Response failed(ProblemCode code, String target, AccountSignIn provider) {
    String other =
        code == ProblemCode.TOKEN_NOT_ENTITLED
            ? provider.signOutAddress(context, null).orElse(null)
            : null;
    return Response.status(code.status())
        .entity(
            new SignInResource.SignIn(
                target, sentence(code), Carried.NOTHING, accounts.address(target), other))
        .build();
  }

  private static String sentence(ProblemCode code) {
    return switch (code) {
      case SIGN_ON_UNAVAILABLE ->
          "Máy chủ đăng nhập của tỉnh đang không trả lời. Thử lại sau ít phút, hoặc dùng mã truy"
              + " cập.";
      case TOKEN_NOT_ENTITLED ->
          "Tài khoản này chưa được cấp quyền trong Sổ Góp Ý: cần đúng một vai trò, và cơ quan nếu"
              + " là người gửi góp ý. Đề nghị người quản lý tài khoản của tỉnh cấp quyền, hoặc dùng"
              + " mã truy cập.";
      default ->
          "Đăng nhập bằng tài khoản của tỉnh không thành công. Thử lại, hoặc dùng mã truy cập.";
    };
  }
}
