package dev.aisle.agv.control.work;

import dev.aisle.agv.charging.ChargeRule;
import dev.aisle.agv.charging.ChargerPlan;
import dev.aisle.agv.charging.ChargerPlan.Wish;
import dev.aisle.agv.charging.Reach;
import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Energy;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees that no vehicle runs empty: who must charge, who shares which charger, who has to charge
 * before it brings its load, and whom a person has to fetch.
 */
public final class ChargingDesk {
  /** An idle vehicle goes to a charger when so much is missing, in percent. */
  private static final double WORTH_GOING = 10;

  private final Draft draft;
  private final List<String> shared;

  public ChargingDesk(Draft draft) {
    this.draft = draft;
    this.shared = draft.chargers();
  }

  public void schedule() {
    for (VehicleTrack track : draft.tracks.values()) {
      if (track.isLocated() && track.state.isPresent()) {
        assess(track, track.state.get());
      }
    }
    if (shared.isEmpty()) {
      return;
    }
    List<Wish> wishes = new ArrayList<>();
    for (VehicleTrack track : draft.tracks.values()) {
      if (track.isLocated() && !Energy.hasOwn(draft.map, track)) {
        wish(track).ifPresent(wishes::add);
      }
    }
    Map<VehicleId, String> leases = ChargerPlan.leases(draft.map, shared, wishes);
    for (VehicleTrack track : draft.tracks.values()) {
      track.energy.charger = Optional.ofNullable(leases.get(track.spec.id()));
    }
  }

  private void assess(VehicleTrack track, State state) {
    double percent = state.batteryPercent();
    List<String> chargers = Energy.chargersOf(draft.map, track, shared);
    boolean tight = percent < 2 * draft.before.ground().charging().goAtPercent();
    if (chargers.isEmpty() || !tight || state.charging()) {
      track.energy.stranded = false;
      track.energy.diverted &= track.mustCharge;
      return;
    }
    String here = track.releasedEnd().node();
    long toCharger = Reach.toNearestMs(draft.map, here, chargers, track.speedMps());
    double needed = Reach.neededPercent(track.energy.drain, toCharger);
    track.mustCharge |= percent < needed;
    track.energy.stranded =
        !chargers.contains(here)
            && percent < Reach.EMPTY + track.energy.drain.percentFor(Math.max(0, toCharger));
    Optional<TransportRecord> transport = draft.transportOf(track);
    if (transport.isEmpty()) {
      track.energy.diverted = false;
    } else if (transport.get().stage().isLoaded()) {
      divert(track, transport.get(), percent, chargers);
    } else if (track.energy.stranded && !TransportDesk.grip(track, transport.get()).sentToLoad()) {
      TransportDesk.takeBack(draft, track, transport.get());
    }
  }

  /** A load that cannot be brought with what is left is taken along to the charger. */
  private void divert(
      VehicleTrack track, TransportRecord transport, double percent, List<String> chargers) {
    String to = transport.request().toNode();
    String here = track.releasedEnd().node();
    long bring = Reach.toNearestMs(draft.map, here, List.of(to), track.speedMps());
    long back = Reach.toNearestMs(draft.map, to, chargers, track.speedMps());
    boolean enough =
        percent >= Reach.neededPercent(track.energy.drain, bring + back) || here.equals(to);
    if (!enough && !track.energy.diverted && !TransportDesk.grip(track, transport).sentToPlace()) {
      track.energy.diverted = true;
      track.mustCharge = true;
      track.dropStops();
    }
    track.energy.diverted &= track.mustCharge;
  }

  private Optional<Wish> wish(VehicleTrack track) {
    State state = track.state.orElse(null);
    if (state == null || !Ability.CHARGE.isIn(track.can)) {
      return Optional.empty();
    }
    Optional<String> holds = track.energy.charger;
    double leaveAt =
        ChargeRule.within(draft.before.ground().charging(), track.can.charging()).leaveAtPercent();
    double percent = state.batteryPercent();
    boolean sentElsewhere = track.errand.isPresent() && !track.isSentToCharge();
    boolean open = (track.transport.isEmpty() || track.energy.diverted) && !sentElsewhere;
    boolean must = open && track.mustCharge;
    boolean rests = track.reached == track.lastIndex();
    boolean goes = rests && percent < leaveAt - WORTH_GOING;
    boolean stays = holds.isPresent() && percent < leaveAt;
    boolean asleep = !track.isWilling(draft.now);
    if (asleep) {
      return holds.map(charger -> wish(track, percent, true, false));
    }
    return must || (open && (goes || stays))
        ? Optional.of(wish(track, percent, must, !track.energy.isSettling(draft.now, track.can)))
        : Optional.empty();
  }

  private static Wish wish(VehicleTrack track, double percent, boolean must, boolean settled) {
    return new Wish(
        track.spec.id(),
        percent,
        must,
        track.releasedEnd().node(),
        track.speedMps(),
        track.energy.charger,
        settled);
  }
}
