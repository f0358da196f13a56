package dev.aisle.device.rfid.uhf.protocol;

/** Radio regions, by the band a reader may use there. */
public enum Region {
  CHINA_900,
  CHINA_800,
  UNITED_STATES,
  EUROPE,
  KOREA,
  JAPAN,
  INDIA,
  AUSTRALIA,
  NEW_ZEALAND,
  UKRAINE,
  OPEN
}
