package vn.sogopy.platform.http.connection;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as limits count it. */
public final class ClientAddress {
  /** A proxy may say anything in place of an address. */
  private static final int LONGEST = 64;

  private ClientAddress() {}

  /**
   * The address as the server says it (so behind a trusted proxy that of the proxy's client); IPv6
   * by its first 64 bits, since whoever has one such address has them all.
   */
  public static String of(SocketAddress address) {
    String host = address == null ? null : address.hostAddress();
    if (host == null && address != null) {
      host = address.host();
    }
    return host == null ? "local" : of(host);
  }

  /** As {@link #of(SocketAddress)}, for an address as text. */
  public static String of(String host) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    if (bytes == null) {
      return host.length() > LONGEST ? host.substring(0, LONGEST) : host;
    }
    return of(bytes);
  }

  /** As {@link #of(SocketAddress)}, for the 4 or 16 bytes of an address. */
  public static String of(byte[] bytes) {
    boolean six = bytes.length == 16;
    if (six && isMapped(bytes)) {
      return NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, 12, 16));
    }
    return six ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : NetUtil.bytesToIpAddress(bytes);
  }

  /** An address of IPv4 in the clothes of IPv6: {@code ::ffff:192.0.2.1}. */
  private static boolean isMapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1;
  }
}
