package vn.sogopy.platform.http.connection;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The client address that rate limits use. */
public final class ClientAddress {
  /** A proxy may send any text as an address. */
  private static final int LONGEST = 64;

  private ClientAddress() {}

  /**
   * The address of the peer, or of the client that a trusted proxy names. An IPv6 address is
   * reduced to its first 64 bits: one client usually has all addresses of such a network.
   */
  public static String of(HttpServerRequest request) {
    return request.remoteAddress() == null
        ? "local"
        : ofHost(request.remoteAddress().hostAddress(), request.remoteAddress().host());
  }

  /**
   * @param address null where the server resolved none
   * @param host null for a Unix domain socket
   */
  private static String ofHost(String address, String host) {
    String text = address == null ? host : address;
    return text == null ? "local" : of(text);
  }

  /** As {@link #of(HttpServerRequest)}, for an address as text. */
  public static String of(String host) {
    if (host.indexOf(':') >= 0) {
      try {
        // In brackets the text is parsed as an IPv6 address and never resolved by DNS.
        InetAddress address = InetAddress.getByName("[" + host + "]");
        byte[] bytes = address.getAddress();
        return bytes.length == 16
            ? HexFormat.of().formatHex(bytes, 0, 8) + "/64"
            : address.getHostAddress(); // IPv4-mapped.
      } catch (UnknownHostException e) {
        return cut(host);
      }
    }
    return cut(host);
  }

  private static String cut(String host) {
    return host.length() > LONGEST ? host.substring(0, LONGEST) : host;
  }
}
