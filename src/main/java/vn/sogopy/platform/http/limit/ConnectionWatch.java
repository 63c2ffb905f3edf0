package vn.sogopy.platform.http.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.sogopy.platform.http.connection.Pace;

/**
 * Ends a connection whose client dawdles: headers that do not end, nothing asked for, an answer
 * that is not taken, the rest of a body that nobody wanted. Looks from time to time, and at the
 * bytes of the wire, before TLS; {@link RequestsUnderWay} tells it when requests begin and end. A
 * request under way is never cut for lack of bytes: it may be waiting for news, or for an export.
 * How fast a body must come is told where it is read ({@link
 * vn.sogopy.platform.http.connection.Pace}).
 *
 * <p>Everything happens on the connection's event loop.
 */
final class ConnectionWatch extends ChannelDuplexHandler {
  private static final AttributeKey<ConnectionWatch> KEY =
      AttributeKey.valueOf(ConnectionWatch.class, "watch");
  private static final long LONGEST_LOOK = Duration.ofSeconds(2).toNanos();

  /**
   * How long a connection may rest where many are open. Some clients open one for each request and
   * never close them: without this they would soon be kept out by connections that nobody uses.
   */
  private static final long REST_IN_A_CROWD = Duration.ofSeconds(2).toNanos();

  private final ConnectionSettings settings;
  private final BooleanSupplier crowd;
  private final long interval;
  private ChannelHandlerContext context;
  private int underWay;
  private boolean http2;
  private boolean begun;

  /** Nothing was asked since {@link #restsSince}, after at least one answer. */
  private boolean rests;

  private long restsSince;

  /** By when a request must have begun, while none is under way. */
  private long deadline;

  /** Whose body still comes although it is answered; HTTP/1 only. */
  private HttpServerRequest unread;

  private Pace draining;
  private Pace taking;
  private long read;
  private long written;
  private long pending;
  private long looked;

  ConnectionWatch(ConnectionSettings settings, BooleanSupplier crowd) {
    this.settings = settings;
    this.crowd = crowd;
    long shortest =
        Math.min(
            settings.head().toNanos(),
            Math.min(settings.idle().toNanos(), settings.grace().toNanos()));
    this.interval = Math.max(1, Math.min(shortest / 4, LONGEST_LOOK));
  }

  /** That of a connection; null where the server is not one of ours. */
  static ConnectionWatch of(Channel channel) {
    return channel.attr(KEY).get();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    added.channel().attr(KEY).set(this);
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    looked = System.nanoTime();
    deadline = looked + settings.head().toNanos();
    later();
    active.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    if (message instanceof ByteBuf bytes) {
      read += bytes.readableBytes();
      // HTTP/2 also sends what belongs to no request, such as the window for the last answer.
      if (underWay == 0 && !begun && unread == null && !http2) {
        begun = true;
        rests = false;
        deadline = Math.min(deadline, System.nanoTime() + settings.head().toNanos());
      }
    }
    from.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      written += bytes.readableBytes();
    }
    to.write(message, promise);
  }

  /** The headers of a request are complete. */
  void begin(HttpServerRequest request) {
    http2 = request.version() == HttpVersion.HTTP_2;
    underWay++;
    unread = null;
    rests = false;
  }

  /** It was answered. */
  void end(HttpServerRequest request) {
    underWay--;
    if (underWay == 0) {
      rest();
      if (!http2 && !request.isEnded()) {
        unread = request;
        draining = pace();
      }
    }
  }

  private void rest() {
    begun = false;
    unread = null;
    rests = true;
    restsSince = System.nanoTime();
    deadline = restsSince + settings.idle().toNanos();
  }

  private void later() {
    context.executor().schedule(this::look, interval, TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (!context.channel().isActive()) {
      return;
    }
    if (isDawdling()) {
      context.close();
    } else {
      later();
    }
  }

  private boolean isDawdling() {
    long now = System.nanoTime();
    long passed = now - looked;
    looked = now;
    long came = read;
    read = 0;
    if (isNotTaking(passed)) {
      return true;
    }
    if (pending > 0 || underWay > 0) {
      return false;
    }
    if (unread != null) {
      if (unread.isEnded()) {
        rest();
        return false;
      }
      draining.add(passed, came);
      return draining.isTooSlow();
    }
    return now - deadline > 0
        || (rests && now - restsSince > REST_IN_A_CROWD && crowd.getAsBoolean());
  }

  /** What was written and has not left: the client, or the line, does not take it. */
  private boolean isNotTaking(long passed) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    long left = buffer == null ? 0 : buffer.totalPendingWriteBytes();
    long taken = pending + written - left;
    if (underWay == 0 && taken > settings.bytesPerSecond() * passed / 1e9) {
      // An answer that is over for the service is still on its way through HTTP/2's windows.
      deadline = Math.max(deadline, looked + settings.idle().toNanos());
    }
    boolean waits = pending > 0 && left > 0;
    pending = left;
    written = 0;
    if (!waits) {
      taking = null;
      return false;
    }
    taking = taking == null ? pace() : taking;
    taking.add(passed, taken);
    return taking.isTooSlow();
  }

  private Pace pace() {
    return new Pace(settings.grace(), settings.bytesPerSecond());
  }
}
