package dev.aisle.agv.transport;

/** Why a transport cannot be changed as it was wanted. */
public enum CommandRefusal {
  ENDED,
  /** The load is on the vehicle, or the vehicle is being sent to the load and cannot be stopped. */
  ALREADY_FETCHED,
  /** The load is being put down, or the vehicle is sent to where that cannot be stopped. */
  ALREADY_THERE,
  NO_SUCH_NODE,
  /** A home or charger: a load there would keep a vehicle out. */
  NO_PLACE_FOR_LOADS,
  NO_SUCH_VEHICLE,
  /** It would follow a transport that follows it. */
  WAITS_IN_A_CIRCLE,
  /** No RFID gate keeps it from being set down. */
  NOT_HELD_BY_GATE,
  /** The vehicle reports the load aboard, so it stands nowhere. */
  LOAD_IS_ABOARD,
  /** No vehicle has it, or the vehicle reports no load. */
  LOAD_NOT_ABOARD
}
