package dev.aisle.agv.assignment;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a transport that is ready has no vehicle yet, and why a vehicle has no transport. */
public final class WhyNotYet {
  /** How it is with one vehicle. */
  public enum Use {
    AWAY,
    STOPPED,
    SENT,
    BUSY,
    LOADED,
    UNABLE,
    CHARGING,
    NO_WAY,
    FREE
  }

  /**
   * One vehicle with what assignment asks of it.
   *
   * @param as itself as candidate, meaningful while it is free or finds no way
   * @param batteryPercent at the last report
   * @param leaveAtPercent at which it works again
   */
  public record Member(
      VehicleId vehicle,
      Use use,
      VehicleCapabilities can,
      Candidate as,
      double batteryPercent,
      double leaveAtPercent) {}

  private static final Set<Use> BUSY = EnumSet.of(Use.BUSY, Use.LOADED, Use.SENT);

  private final List<Member> fleet;
  private final List<Demand> ready;
  private final Costs costs;
  private final Instant now;
  private final int waiting;

  /**
   * @param ready transports that wait for nothing but a vehicle
   * @param waiting how many have no vehicle, ready or not
   */
  public WhyNotYet(Roadmap map, List<Member> fleet, List<Demand> ready, int waiting, Instant now) {
    this.fleet = List.copyOf(fleet);
    this.ready = List.copyOf(ready);
    this.costs = new Costs(map, FloorLoad.NONE, now);
    this.waiting = waiting;
    this.now = now;
  }

  /** Of a transport that waits for nothing but a vehicle. */
  public Waiting of(Demand demand) {
    List<Member> may =
        fleet.stream()
            .filter(one -> demand.only().map(one.vehicle()::equals).orElse(true))
            .toList();
    List<Member> present = may.stream().filter(one -> one.use() != Use.AWAY).toList();
    List<Member> willing = present.stream().filter(one -> one.use() != Use.STOPPED).toList();
    Optional<VehicleId> only = demand.only();
    if (willing.isEmpty()) {
      return only.map(one -> Waiting.of(Waiting.Kind.INTENDED_AWAY, one.value()))
          .orElse(Waiting.of(Waiting.Kind.NO_VEHICLE));
    }
    List<Member> able =
        willing.stream()
            .filter(one -> one.use() != Use.UNABLE)
            .filter(one -> Fitness.carries(one.can(), demand.request().terms()))
            .toList();
    if (able.isEmpty()) {
      return Waiting.of(Waiting.Kind.UNABLE);
    }
    List<Member> idle = able.stream().filter(one -> !BUSY.contains(one.use())).toList();
    if (idle.isEmpty()) {
      return only.map(one -> Waiting.of(Waiting.Kind.INTENDED_BUSY, one.value()))
          .orElse(Waiting.of(Waiting.Kind.ALL_BUSY));
    }
    List<Member> charged = idle.stream().filter(one -> one.use() != Use.CHARGING).toList();
    if (charged.isEmpty()) {
      return Waiting.of(Waiting.Kind.CHARGING);
    }
    if (charged.stream().allMatch(one -> isTooFar(one, demand))) {
      return Waiting.of(Waiting.Kind.BATTERY);
    }
    if (charged.stream().anyMatch(one -> one.use() == Use.NO_WAY)) {
      return Waiting.of(Waiting.Kind.NO_WAY);
    }
    return Waiting.of(Waiting.Kind.TURN, Long.toString(moreUrgent(demand)));
  }

  private boolean isTooFar(Member one, Demand demand) {
    return one.as().enduranceMs() < Candidate.ENDLESS && costs.of(one.as(), demand) >= Costs.NEVER;
  }

  private long moreUrgent(Demand demand) {
    long own = Urgency.of(demand.request(), now);
    return ready.stream().filter(one -> Urgency.of(one.request(), now) > own).count();
  }

  /** Of a vehicle; empty while it has a transport. */
  public Optional<Idling> of(Member vehicle) {
    return switch (vehicle.use()) {
      case BUSY -> Optional.empty();
      case AWAY -> Optional.of(Idling.of(Idling.Kind.AWAY));
      case STOPPED -> Optional.of(Idling.of(Idling.Kind.STOPPED));
      case SENT -> Optional.of(Idling.of(Idling.Kind.SENT));
      case LOADED -> Optional.of(Idling.of(Idling.Kind.LOADED));
      case UNABLE -> Optional.of(Idling.of(Idling.Kind.UNABLE));
      case CHARGING ->
          Optional.of(
              Idling.of(
                  Idling.Kind.CHARGING,
                  Long.toString(Math.round(vehicle.batteryPercent())),
                  Long.toString(Math.round(vehicle.leaveAtPercent()))));
      case NO_WAY -> Optional.of(Idling.of(Idling.Kind.NO_WAY));
      case FREE -> Optional.of(free(vehicle));
    };
  }

  private Idling free(Member vehicle) {
    if (waiting == 0) {
      return Idling.of(Idling.Kind.NOTHING_WAITS);
    }
    List<Demand> allowed =
        ready.stream()
            .filter(one -> one.only().map(vehicle.vehicle()::equals).orElse(true))
            .toList();
    if (allowed.isEmpty()) {
      return Idling.of(Idling.Kind.NOTHING_READY);
    }
    return allowed.stream().allMatch(one -> costs.of(vehicle.as(), one) >= Costs.NEVER)
        ? Idling.of(Idling.Kind.NOTHING_FITS)
        : Idling.of(Idling.Kind.OTHERS_NEARER);
  }
}
