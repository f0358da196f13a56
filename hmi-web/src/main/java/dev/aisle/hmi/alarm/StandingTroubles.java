package dev.aisle.hmi.alarm;

import java.util.List;
import java.util.Map;

/**
 * Troubles that are written down somewhere else and so outlive this program. Their alarms stand
 * over a restart as they are, with whoever has seen them; all others are over until somebody sees
 * the trouble again.
 */
public interface StandingTroubles {

  /** Asked once, at the start, before anything raises an alarm; bounded. */
  List<Trouble> standing();

  /** One of them. */
  record Trouble(AlarmType type, String source, Map<String, String> params) {
    public Trouble {
      params = Map.copyOf(params);
      if (!type.isLasting()) {
        throw new IllegalArgumentException(type + " does not last");
      }
    }
  }
}
