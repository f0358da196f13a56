package dev.aisle.device.link;

/** Whether a device can be reached. */
public enum LinkState {
  /** Being opened, or waiting for the next try for the first time. */
  CONNECTING,
  /** Opened and answering. */
  UP,
  /** Was tried and does not answer; tried again with growing pauses. */
  DOWN
}
