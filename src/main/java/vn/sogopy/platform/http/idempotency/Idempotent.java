package vn.sogopy.platform.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation has its effect once for each Idempotency-Key of a client and repeats the same
 * response. It must return a {@code Response}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {

  /** Runs after Bean Validation (4800): only valid input is stored. */
  @Idempotent
  @Interceptor
  @Priority(4900)
  class Once {
    @Inject IdempotencyService idempotency;
    @Inject ObjectMapper json;

    @AroundInvoke
    Object once(InvocationContext call) {
      // Without a key nothing is compared.
      byte[] body = idempotency.hasKey() ? body(call) : null;
      return idempotency.once(body, () -> proceed(call));
    }

    /** The JSON of the bound parameters, so whitespace and member order have no effect. */
    private byte[] body(InvocationContext call) {
      try {
        return json.writer()
            .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .writeValueAsBytes(call.getParameters());
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Response proceed(InvocationContext call) {
      try {
        return (Response) call.proceed();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
