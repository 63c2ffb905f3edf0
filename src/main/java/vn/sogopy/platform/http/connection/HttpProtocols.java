package vn.sogopy.platform.http.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Allows HTTP/2 only over TLS. Without TLS the framework would hold an {@code Upgrade: h2c} that
 * lacks HTTP2-Settings until its timeout; RFC 9113 removed that upgrade.
 */
@ApplicationScoped
public class HttpProtocols implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
