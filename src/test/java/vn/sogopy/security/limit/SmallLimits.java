package vn.sogopy.security.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Limits low enough for tests. */
public final class SmallLimits implements QuarkusTestProfile {
  public static final int BURST = 120;
  public static final int UNDER_WAY = 5;
  public static final int UNDELAYED = 3;

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("sogopy.limits.requests-per-second", "1");
    settings.put("sogopy.limits.requests-burst", "" + BURST);
    settings.put("sogopy.limits.requests-under-way", "" + UNDER_WAY);
    settings.put("sogopy.limits.failures-undelayed", "" + UNDELAYED);
    settings.put("sogopy.limits.failure-delay", "3s");
    settings.put("sogopy.limits.heavy-wait", "3s");
    return settings;
  }
}
