package dev.aisle.device.plc.machine;

/** Colours of a light stack and what they mean (IEC 60204-1, 10.3.2, table 5). */
public enum Lamp {
  /** Emergency: act at once. */
  RED,
  /** Abnormal: look and act. */
  AMBER,
  /** Normal. */
  GREEN,
  /** Somebody must do something here. */
  BLUE,
  /** Whatever the site says. */
  WHITE
}
