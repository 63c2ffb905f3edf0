package vn.sogopy.platform.http.idempotency;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** The answer of the POST holds a secret and is not stored: an Idempotency-Key is refused. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotReplayed {

  /** Answers 400 to a request with a key. */
  class Filter {
    @NotReplayed
    @ServerRequestFilter
    public void refuse(HttpHeaders headers) {
      if (headers.getHeaderString(IdempotencyService.HEADER) != null) {
        throw ProblemException.invalid(
            FieldError.header(IdempotencyService.HEADER, FieldCode.NOT_SUPPORTED));
      }
    }
  }
}
