package vn.sogopy.platform.http.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Gives each {@link Heavy} operation its {@linkplain HeavyPlaces place}. */
@Heavy
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class HeavyInterceptor {
  @Inject HeavyPlaces places;
  @Inject RoutingContext context;

  @AroundInvoke
  Object run(InvocationContext operation) throws Exception {
    String client = context.get(Heavy.CLIENT, "");
    places.take(client);
    try {
      return operation.proceed();
    } finally {
      places.give(client);
    }
  }
}
