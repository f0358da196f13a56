package dev.aisle.agv.control.state;

import dev.aisle.agv.assignment.Candidate;
import dev.aisle.agv.charging.Drain;
import dev.aisle.agv.charging.Reach;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.ChargingLimits;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A vehicle's battery as its track knows it; of one step, as the track. */
public final class Energy {
  /** With more than this a vehicle is trusted with any work. */
  private static final double PLENTY = 60;

  public Drain drain = Drain.UNKNOWN;

  /** A charger that is nobody's own, at which it rests now instead of at home. */
  public Optional<String> charger = Optional.empty();

  Optional<Instant> chargingSince = Optional.empty();

  /** It cannot bring its load before it has charged. */
  public boolean diverted;

  /** It will not come to a charger by itself. */
  public boolean stranded;

  public Energy copy() {
    Energy copy = new Energy();
    copy.drain = drain;
    copy.charger = charger;
    copy.chargingSince = chargingSince;
    copy.diverted = diverted;
    copy.stranded = stranded;
    return copy;
  }

  public void report(State state, Instant now) {
    drain = drain.report(state.batteryPercent(), state.charging(), now);
    chargingSince = state.charging() ? chargingSince.or(() -> Optional.of(now)) : Optional.empty();
  }

  /** It came to the charger too short ago to leave it (VDA 5050 3.0, 7.9: minimumChargingTime). */
  public boolean isSettling(Instant now, VehicleCapabilities can) {
    Optional<Duration> least =
        can.charging()
            .flatMap(ChargingLimits::minChargingS)
            .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    return chargingSince.isPresent()
        && least.filter(time -> now.isBefore(chargingSince.get().plus(time))).isPresent();
  }

  /** Name of the charging action that ends an order at a charger. */
  public static String chargeActionId(String orderId) {
    return orderId + ":charge";
  }

  /** Where the vehicle may charge: at home if that is a charger, and at those that are nobody's. */
  public static List<String> chargersOf(Roadmap map, VehicleTrack track, List<String> shared) {
    List<String> all = new ArrayList<>(shared);
    if (hasOwn(map, track)) {
      all.add(track.spec.parksAt());
    }
    return all;
  }

  public static boolean hasOwn(Roadmap map, VehicleTrack track) {
    return map.node(track.spec.parksAt()).kind() == NodeKind.CHARGER;
  }

  /** How long it can work and still come to a charger from where it stands now. */
  public long enduranceMs(Roadmap map, VehicleTrack track, List<String> shared) {
    double percent = track.state.map(State::batteryPercent).orElse(100.0);
    List<String> chargers = chargersOf(map, track, shared);
    if (percent >= PLENTY || chargers.isEmpty()) {
      return Candidate.ENDLESS;
    }
    long toCharger = Reach.toNearestMs(map, track.releasedEnd().node(), chargers, track.speedMps());
    return Reach.enduranceMs(drain, percent, toCharger);
  }
}
