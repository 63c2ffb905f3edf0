package vn.sogopy.platform.http.limit;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the {@link ConnectionWatch} of a request's connection when it begins and when it ends. */
@ApplicationScoped
public class RequestsUnderWay {
  private static final int BEFORE_THE_REQUEST_ID = 1_001;

  void register(@Observes Filters filters) {
    filters.register(RequestsUnderWay::follow, BEFORE_THE_REQUEST_ID);
  }

  private static void follow(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.connection() instanceof ConnectionBase connection) {
      Channel channel = connection.channel();
      ConnectionWatch watch = ConnectionWatch.of(channel);
      if (watch != null) {
        onLoop(channel, () -> watch.begin(request));
        // Also when the client goes away before.
        context.addEndHandler(ended -> onLoop(channel, () -> watch.end(request)));
      }
    }
    context.next();
  }

  private static void onLoop(Channel channel, Runnable work) {
    if (channel.eventLoop().inEventLoop()) {
      work.run();
    } else {
      channel.eventLoop().execute(work);
    }
  }
}
