package vn.sogopy.platform.http.limit;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that reads a whole draft to answer: a few at once on this replica, the others wait a
 * moment, then get 429. On methods of resources alone: one that waits inside another could wait for
 * ever.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Heavy {
  /** Under this name a request's {@code RoutingContext} says whose it is. */
  String CLIENT = "sogopy.client";
}
