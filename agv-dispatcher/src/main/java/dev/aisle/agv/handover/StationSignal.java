package dev.aisle.agv.handover;

/** What a station is told. Telling it twice changes nothing. */
public enum StationSignal {
  /** No vehicle wants anything of it: it may move as it likes. */
  NONE,
  /** A vehicle comes or stands there: once ready, it is to stay so. */
  REQUESTED,
  /** A vehicle takes a load from it or sets one down. */
  TRANSFERRING
}
