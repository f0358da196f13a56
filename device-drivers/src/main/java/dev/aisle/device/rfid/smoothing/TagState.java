package dev.aisle.device.rfid.smoothing;

/** How well a tag is known (ALE 1.1). */
public enum TagState {
  /** Not read, or not read for too long. */
  UNKNOWN,
  /** Read, but too rarely or too briefly to be believed. */
  GLIMPSED,
  /** Believed and reported. */
  OBSERVED
}
