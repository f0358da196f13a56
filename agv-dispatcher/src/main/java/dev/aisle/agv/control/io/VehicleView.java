package dev.aisle.agv.control.io;

import dev.aisle.agv.assignment.Idling;
import dev.aisle.agv.fleet.Keys;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.Pose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A vehicle as screens show it.
 *
 * @param reportedAt arrival of its last state; empty if it never reported
 * @param baseAhead node ids it is released to, the present one first
 * @param horizon node ids planned beyond
 * @param waitsAt the machine that keeps it where it is just now
 * @param errand what a person has sent it to do
 * @param whyIdle why it has no transport; empty while it has one
 * @param trouble what a person should look at, as the vehicle or the dispatcher words it
 */
public record VehicleView(
    VehicleId id,
    Word word,
    Optional<Pose> pose,
    String node,
    OptionalDouble batteryPercent,
    boolean charging,
    List<Load> loads,
    Optional<Instant> reportedAt,
    String orderId,
    List<String> baseAhead,
    List<String> horizon,
    Optional<WaitsFor> waitsFor,
    Optional<WaitsAt> waitsAt,
    Optional<TransportId> transport,
    Optional<Errand> errand,
    Optional<Trouble> trouble,
    Optional<Idling> whyIdle) {

  /** What the vehicle is at, in one word. */
  public enum Word {
    UNKNOWN,
    IDLE,
    PARKED,
    CHARGING,
    DRIVING,
    WAITING,
    PICKING,
    DROPPING,
    HELD,
    PAUSED,
    MANUAL,
    EMERGENCY_STOP
  }

  /** A machine that it waits for, by its name in the site file. */
  public record WaitsAt(Kind kind, String machine) {

    /** What is waited for. */
    public enum Kind {
      /** A door on the next lane, until it stands open. */
      DOOR,
      /** A lift on the next lane, or in whose cab it stands, until it stands open. */
      LIFT,
      /** An RFID gate, until it has read the load. */
      GATE,
      /** A station at the node where it stands, until that is ready to hand over. */
      STATION
    }

    /** Translation key of the sentence, such as {@code vehicle.waits.door}; its value the name. */
    public String key() {
      return Keys.of("vehicle.waits", kind);
    }
  }

  /**
   * For whom it waits, at which node.
   *
   * @param key translation key of the reason: {@code vehicle.waits.passing} (the other passes
   *     first), {@code vehicle.waits.silent} (and has not reported), {@code vehicle.waits.held}
   */
  public record WaitsFor(VehicleId vehicle, String node, String key) {}
}
