package dev.aisle.device.agv.vda5050;

/**
 * The topics of VDA 5050 (2.1, 6.3; 3.0, 5.3), with their quality of service and whether they are
 * retained.
 */
public enum Topic {
  ORDER("order", 0, false),
  INSTANT_ACTIONS("instantActions", 0, false),
  STATE("state", 0, false),
  VISUALIZATION("visualization", 0, false),
  CONNECTION("connection", 1, true),
  FACTSHEET("factsheet", 0, true),
  /** Since 3.0. */
  ZONE_SET("zoneSet", 0, false),
  /** Since 3.0: answers to requests in the state. */
  RESPONSES("responses", 0, false);

  private final String level;
  private final int qos;
  private final boolean retained;

  Topic(String level, int qos, boolean retained) {
    this.level = level;
    this.qos = qos;
    this.retained = retained;
  }

  /** Last level of the topic name. */
  public String level() {
    return level;
  }

  public int qos() {
    return qos;
  }

  public boolean retained() {
    return retained;
  }
}
