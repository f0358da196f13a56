package dev.aisle.hmi.app.broker;

/** MQTT topic filters (MQTT 3.1.1 §4.7), as far as rights need them. */
final class TopicFilter {
  private TopicFilter() {}

  /**
   * True when everything that {@code wanted} (a topic or a filter) can match is also matched by
   * {@code granted}. A grant never uses {@code #}.
   */
  static boolean covers(String granted, String wanted) {
    String[] grantedLevels = granted.split("/", -1);
    String[] wantedLevels = wanted.split("/", -1);
    if (grantedLevels.length != wantedLevels.length) {
      return false;
    }
    for (int i = 0; i < grantedLevels.length; i++) {
      boolean anyLevel = grantedLevels[i].equals("+") && !wantedLevels[i].equals("#");
      if (!anyLevel && !grantedLevels[i].equals(wantedLevels[i])) {
        return false;
      }
    }
    return true;
  }
}
