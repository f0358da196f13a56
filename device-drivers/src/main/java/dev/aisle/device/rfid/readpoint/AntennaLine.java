package dev.aisle.device.rfid.readpoint;

/** Where an antenna of a portal stands. Two lines tell a direction by which is passed first. */
public enum AntennaLine {
  /** At the opening, on the side of the truck. */
  OUTER,
  /** Some metres inside. */
  INNER,
  /** Says nothing about direction. */
  NONE
}
