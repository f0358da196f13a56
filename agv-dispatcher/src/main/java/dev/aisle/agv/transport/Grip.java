package dev.aisle.agv.transport;

/**
 * How firmly a vehicle has a transport. What was released to a vehicle cannot be taken back.
 *
 * @param sentToLoad it has leave to drive to the load and fetch it
 * @param sentToPlace it has leave to drive to where the load is wanted and to put it down
 * @param loadAboard it reports this load, or one that it cannot name
 * @param empty it reports no load at all
 * @param heldByGate it keeps the load, as an RFID gate has not read it
 */
public record Grip(
    boolean sentToLoad,
    boolean sentToPlace,
    boolean loadAboard,
    boolean empty,
    boolean heldByGate) {
  public static final Grip NONE = new Grip(false, false, false, true, false);
}
