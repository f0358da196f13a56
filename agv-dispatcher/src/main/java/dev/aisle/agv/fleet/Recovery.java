package dev.aisle.agv.fleet;

/**
 * What a person found at a vehicle that needs help, and what shall become of its transport.
 *
 * @param node where the vehicle stands
 * @param off it is switched off, or its order was deleted at the vehicle: it does not drive on. A
 *     silent vehicle of which that is not known keeps what it was released to
 * @param by who looked
 */
public record Recovery(String node, Aboard aboard, Fate fate, boolean off, String by) {

  /** What is on the vehicle. */
  public sealed interface Aboard {

    record Nothing() implements Aboard {}

    record Unit(String loadId) implements Aboard {}

    /** Something that nobody could name. */
    record Unknown() implements Aboard {}
  }

  /** What shall become of the vehicle's transport. */
  public sealed interface Fate {

    /** It has none. */
    record NoTransport() implements Fate {}

    /** The same vehicle goes on: it fetches the load, or brings what it has aboard. */
    record CarryOn() implements Fate {}

    /** Another vehicle may fetch the load, which still stands where it was. */
    record GiveToAnother() implements Fate {}

    /** The load, which is aboard, is brought back to where it came from. */
    record BringBack() implements Fate {}

    /** A person has put the load where it was wanted, or somewhere as good. */
    record Delivered(String node) implements Fate {}

    /** A person has put the load there, and the transport is not done. */
    record StandsAt(String node) implements Fate {}
  }
}
