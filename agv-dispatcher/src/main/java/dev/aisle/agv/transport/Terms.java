package dev.aisle.agv.transport;

import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What else is asked of a transport than from where to where.
 *
 * @param notBefore the load is not fetched before; a vehicle may set out a little earlier
 * @param deadline when the load should stand where it is wanted; later is late, not refused
 * @param after it is not given to a vehicle before these have been delivered
 * @param sameVehicle only by the vehicle that delivered the last of those
 * @param intended only by this vehicle
 * @param loadType as factsheets name it, empty if any vehicle may carry it
 * @param weightKg of the load, empty if not known
 * @param calls places to stand at with the load on the way, in this order
 */
public record Terms(
    Optional<Instant> notBefore,
    Optional<Instant> deadline,
    List<TransportId> after,
    boolean sameVehicle,
    Optional<VehicleId> intended,
    String loadType,
    Optional<Double> weightKg,
    List<Call> calls) {

  public static final Terms NONE =
      new Terms(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          "",
          Optional.empty(),
          List.of());

  /** Most transports that one may follow, and most places to call at. */
  public static final int MOST = 20;

  /** A place to stand at for some time, to be weighed or wrapped there. */
  public record Call(String node, Duration stands) {}

  public Terms {
    after = List.copyOf(after);
    calls = List.copyOf(calls);
    if (after.size() > MOST || calls.size() > MOST) {
      throw new IllegalArgumentException("a transport follows %d others at most".formatted(MOST));
    }
    if (notBefore.isPresent() && deadline.isPresent() && deadline.get().isBefore(notBefore.get())) {
      throw new IllegalArgumentException(
          "to be delivered by %s, but not to be fetched before %s"
              .formatted(deadline.get(), notBefore.get()));
    }
  }

  /** To be fetched and delivered within this time. */
  public Terms within(Optional<Instant> from, Optional<Instant> until) {
    return new Terms(from, until, after, sameVehicle, intended, loadType, weightKg, calls);
  }

  public Terms following(List<TransportId> others, boolean bySameVehicle) {
    return new Terms(
        notBefore, deadline, others, bySameVehicle, intended, loadType, weightKg, calls);
  }

  public Terms by(Optional<VehicleId> vehicle) {
    return new Terms(notBefore, deadline, after, sameVehicle, vehicle, loadType, weightKg, calls);
  }

  public Terms of(String type, Optional<Double> kg) {
    return new Terms(notBefore, deadline, after, sameVehicle, intended, type, kg, calls);
  }

  public Terms callingAt(List<Call> places) {
    return new Terms(notBefore, deadline, after, sameVehicle, intended, loadType, weightKg, places);
  }
}
