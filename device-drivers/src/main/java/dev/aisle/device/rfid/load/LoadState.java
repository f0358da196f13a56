package dev.aisle.device.rfid.load;

/** How far the check of a load has come. */
public enum LoadState {
  /** Units are still coming, or are missing. */
  OPEN,
  /** Each expected unit was seen, and nothing else. */
  COMPLETE,
  /** Each expected unit was seen, and others too. */
  SURPLUS,
  /** A person closed it although it was not complete. */
  CLOSED_BY_HAND
}
