package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.sim.world.UnitState;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.Loads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The dispatcher of the demonstration: lets a truck go when it has some parcels or has waited long.
 * When the check says that something is missing, what was carried out unseen is carried past the
 * portal once more, and what is not seen then either is scanned on the truck.
 */
@Component
class DemoDispatch implements DemoStory.Part {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDispatch.class);
  private static final Actor DISPATCHER = new Actor("dispatcher");
  private static final int ENOUGH = 3;

  /** In the world's time: so long a truck waits for a further parcel. */
  private static final Duration WAITS = Duration.ofSeconds(90);

  /** In the world's time: so long after its pass a parcel counts as not seen. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Loads loads;
  private final Clock clock;
  private final Map<Sscc, Unseen> unseen = new HashMap<>();

  /** A parcel on the truck that the portal did not see. */
  private record Unseen(Instant since, boolean carriedAgain) {}

  DemoDispatch(Loads loads, Clock clock) {
    this.loads = loads;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    List<Load> open = loads.open();
    unseen
        .keySet()
        .removeIf(
            parcel ->
                open.stream()
                    .flatMap(load -> load.missing().stream())
                    .noneMatch(missing -> missing.sscc().equals(parcel)));
    open.forEach(load -> look(load, world));
  }

  private void look(Load load, Simulator world) {
    Instant now = clock.instant();
    boolean waitedLong = isOver(load.openedAt(), WAITS, now, world);
    boolean enough = load.parcels().size() >= ENOUGH || waitedLong;
    if (load.complete()) {
      if (enough) {
        leave(load);
      }
      return;
    }
    if (enough && load.state() == Load.State.LOADING) {
      loads.noMore(load.id(), DISPATCHER);
    }
    for (Load.Parcel missing : load.missing()) {
      if (isOnTruck(missing.sscc(), world)) {
        lookFor(load, missing.sscc(), now, world);
      }
    }
    boolean nothingComes = load.missing().isEmpty() && !load.surplus().isEmpty();
    if (nothingComes && waitedLong) {
      load.surplus()
          .forEach(extra -> loads.takenOff(load.id(), extra.tag(), DISPATCHER, "not ours"));
    }
  }

  private void lookFor(Load load, Sscc parcel, Instant now, Simulator world) {
    Unseen known = unseen.computeIfAbsent(parcel, any -> new Unseen(now, false));
    if (!isOver(known.since(), PATIENCE, now, world)) {
      return;
    }
    leave(load);
    if (!known.carriedAgain()) {
      LOG.info("{} was not seen by the portal and is carried past it once more", parcel);
      world.carriedAgain(parcel.digits());
      unseen.put(parcel, new Unseen(now, true));
    } else {
      LOG.info("{} was not seen again and is scanned on the truck", parcel);
      loads.scanned(load.id(), DISPATCHER, parcel.digits());
    }
  }

  private void leave(Load load) {
    switch (loads.close(load.id(), DISPATCHER)) {
      case CloseOutcome.Left left ->
          LOG.info("The truck at {} leaves with {} parcels", load.dock(), load.parcels().size());
      case CloseOutcome.Incomplete no ->
          LOG.info(
              "The truck at {} may not leave: {} missing, {} too much",
              load.dock(),
              no.load().missing().size(),
              no.load().surplus().size());
      case CloseOutcome other -> LOG.debug("The truck at {} stays: {}", load.dock(), other);
    }
  }

  private static boolean isOnTruck(Sscc parcel, Simulator world) {
    return world
        .view()
        .unit(parcel.digits())
        .map(unit -> unit.place() == UnitState.Place.GONE)
        .orElse(false);
  }

  private static boolean isOver(Instant since, Duration time, Instant now, Simulator world) {
    return since.plusMillis((long) (time.toMillis() / world.speed())).isBefore(now);
  }
}
