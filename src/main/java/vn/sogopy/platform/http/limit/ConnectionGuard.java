package vn.sogopy.platform.http.limit;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link ConnectionDoor} before every server of the process. The framework's own settings
 * know no limit by address, and no timeout but one that every byte starts anew; and a connection
 * whose headers never end reaches no filter.
 */
public final class ConnectionGuard implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder builder) {
    if (builder.findTransport() != JDKTransport.INSTANCE) {
      throw new IllegalStateException(
          "connections are not limited on a native transport: unset quarkus.vertx.prefer-native-transport");
    }
    ConnectionSettings settings = ConnectionSettings.of(ConfigProvider.getConfig());
    builder.findTransport(new Guarded(new ConnectionDoor(settings)));
  }

  private static final class Guarded extends JDKTransport {
    private final ConnectionDoor door;

    private Guarded(ConnectionDoor door) {
      this.door = door;
    }

    @Override
    public void configure(
        NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
      super.configure(options, domainSocket, bootstrap);
      bootstrap.handler(door);
    }
  }
}
