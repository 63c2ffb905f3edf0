package vn.sogopy.platform.http.limit;

import java.util.HashMap;
import java.util.Map;

/** Counts connections, in all and by address. */
final class OpenConnections {
  private final int most;
  private final int mostOfAddress;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int open;

  /** 0 = no limit. */
  OpenConnections(int most, int mostOfAddress) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  /** Whether there is room for one more from this address; it is counted then. */
  synchronized boolean open(String address) {
    int ofAddress = byAddress.getOrDefault(address, 0);
    if ((most > 0 && open >= most) || (mostOfAddress > 0 && ofAddress >= mostOfAddress)) {
      return false;
    }
    open++;
    byAddress.put(address, ofAddress + 1);
    return true;
  }

  synchronized void close(String address) {
    open--;
    byAddress.compute(address, (key, count) -> count == 1 ? null : count - 1);
  }

  /** Whether more than half of what this address may have, or all together, is open. */
  synchronized boolean isCrowded(String address) {
    int ofAddress = byAddress.getOrDefault(address, 0);
    return (most > 0 && open > most / 2) || (mostOfAddress > 0 && ofAddress > mostOfAddress / 2);
  }

  synchronized int open() {
    return open;
  }

  synchronized int addresses() {
    return byAddress.size();
  }
}
