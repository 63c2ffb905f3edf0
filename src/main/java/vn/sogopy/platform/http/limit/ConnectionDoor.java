package vn.sogopy.platform.http.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.connection.ClientAddress;

/**
 * Stands where connections are accepted: beyond the limit they are closed before anything is read
 * from them; each that comes in is {@linkplain ConnectionWatch watched}.
 */
@Sharable
final class ConnectionDoor extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = Logger.getLogger(ConnectionDoor.class);
  private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

  private final ConnectionSettings settings;
  private final OpenConnections connections;
  private final AtomicLong warned = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS);

  ConnectionDoor(ConnectionSettings settings) {
    this.settings = settings;
    this.connections = new OpenConnections(settings.most(), settings.mostOfAddress());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    Channel child = (Channel) message;
    String address = address(child);
    if (!connections.open(address)) {
      warn(address);
      // Not registered with an event loop yet: there is no other way.
      child.unsafe().closeForcibly();
      return;
    }
    child.closeFuture().addListener(closed -> connections.close(address));
    child.pipeline().addLast(new ConnectionWatch(settings, () -> connections.isCrowded(address)));
    context.fireChannelRead(message);
  }

  private static String address(Channel child) {
    return child.remoteAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
        ? ClientAddress.of(inet.getAddress().getHostAddress())
        : "local";
  }

  /** Once a minute: whoever fills the door must not fill the disk, too. */
  private void warn(String address) {
    long now = System.nanoTime();
    long last = warned.get();
    if (now - last >= BETWEEN_WARNINGS && warned.compareAndSet(last, now)) {
      LOG.warnf(
          "too many connections (%d open): one of %s was closed", connections.open(), address);
    }
  }
}
