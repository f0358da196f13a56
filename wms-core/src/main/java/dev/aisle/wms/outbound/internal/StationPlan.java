package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.order.Allocation;
import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.outbound.UnitEmptied;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.BringOutcome;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.PutAwayOutcome;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks at everything that is so now and does what is due, whatever happened before. A unit stays
 * at a position as long as an order at that station needs it and no longer; no order waits for two
 * units at once; so a position always becomes free again.
 */
@Component
class StationPlan {
  private static final int PACK_PRIORITY = 10;
  private static final int PICK_PRIORITY = 20;

  /** A unit whose transport came to nothing is not asked for again at once. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final PickTable picks;
  private final PositionTable positions;
  private final Allocations allocations;
  private final Storage storage;
  private final Ledger ledger;
  private final Units units;
  private final Tasks tasks;
  private final Stations stations;
  private final FloorLock floor;
  private final int ordersPerStation;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  StationPlan(
      PickTable picks,
      PositionTable positions,
      Allocations allocations,
      Storage storage,
      Ledger ledger,
      Units units,
      Tasks tasks,
      Stations stations,
      FloorLock floor,
      ObjectProvider<Policies> policies,
      Clock clock,
      ApplicationEventPublisher events) {
    this.picks = picks;
    this.positions = positions;
    this.allocations = allocations;
    this.storage = storage;
    this.ledger = ledger;
    this.units = units;
    this.tasks = tasks;
    this.stations = stations;
    this.floor = floor;
    this.ordersPerStation = policies.getIfAvailable(() -> Policies.DEFAULTS).ordersPerStation();
    this.clock = clock;
    this.events = events;
  }

  void run() {
    floor.take();
    List<Station> pickStations = stations.doing(TaskKind.PICK);
    giveOrders(pickStations);
    openPicks();
    sendBack(pickStations);
    fetch(pickStations);
    openPacking(pickStations);
  }

  /** New orders go where there is least to do, and rather where their units already are. */
  private void giveOrders(List<Station> pickStations) {
    Map<String, Integer> load = new HashMap<>();
    picks.inState(Parcel.State.PICKING).forEach(p -> load.merge(p.station(), 1, Integer::sum));
    Map<OrderId, Parcel> atStations = picks.unpacked();
    for (OrderId order : allocations.readyToPick()) {
      Parcel known = atStations.get(order);
      if (known != null) {
        if (known.state() == Parcel.State.WAITING) {
          addPicks(order, known.station());
          picks.state(order, Parcel.State.PICKING);
        }
        continue;
      }
      List<Allocation> wanted = allocations.of(order);
      Optional<Station> best =
          pickStations.stream()
              .filter(s -> load.getOrDefault(s.id(), 0) < ordersPerStation)
              .min(
                  Comparator.comparingLong(
                          (Station s) -> load.getOrDefault(s.id(), 0) - 2 * unitsAt(s, wanted))
                      .thenComparing(Station::id));
      if (best.isPresent()) {
        Sscc parcel = units.nextSscc();
        units.open(parcel, UnitType.PARCEL);
        picks.assign(order, best.get().id(), parcel);
        wanted.forEach(allocation -> picks.addPick(allocation, best.get().id()));
        load.merge(best.get().id(), 1, Integer::sum);
      }
    }
  }

  private long unitsAt(Station station, List<Allocation> wanted) {
    return wanted.stream()
        .map(Allocation::unit)
        .distinct()
        .filter(u -> positions.of(u).filter(p -> p.station().equals(station.id())).isPresent())
        .count();
  }

  void addPicks(OrderId order, String station) {
    allocations.of(order).forEach(allocation -> picks.addPick(allocation, station));
  }

  private void openPicks() {
    for (UnitAtPosition here : positions.all()) {
      if (here.state() == UnitAtPosition.State.HERE && !here.held()) {
        for (Pick pick : picks.toOffer(here.station(), here.unit())) {
          tasks.open(TaskKind.PICK, here.station(), Long.toString(pick.id()), PICK_PRIORITY);
        }
      }
    }
  }

  private void sendBack(List<Station> pickStations) {
    for (UnitAtPosition here : positions.all()) {
      boolean needed =
          here.state() != UnitAtPosition.State.HERE
              || here.held()
              || !picks.open(here.station(), here.unit()).isEmpty();
      if (!needed) {
        if (ledger.balances(BalanceQuery.in(here.unit())).isEmpty()) {
          takeAway(here);
        } else if (!passOn(here, pickStations)) {
          PutAwayOutcome back = storage.putAway(here.unit(), Purpose.RETURN);
          if (back instanceof PutAwayOutcome.NothingToDo) {
            positions.gone(here.id());
          } else {
            positions.leaving(here.id());
          }
        }
      }
    }
  }

  private void takeAway(UnitAtPosition here) {
    var now = clock.instant();
    ledger.remove(
        here.unit(),
        new Occasion(
            Reason.of("emptied"), Evidence.manual(here.position().value()), now, Actor.SYSTEM, ""));
    positions.gone(here.id());
    events.publishEvent(new UnitEmptied(here.unit(), here.position(), now));
  }

  /** Straight to another station that needs the unit and has a position free for it. */
  private boolean passOn(UnitAtPosition here, List<Station> pickStations) {
    for (String id : picks.stationsWanting(here.unit())) {
      Optional<Station> other =
          pickStations.stream()
              .filter(s -> s.id().equals(id) && !id.equals(here.station()))
              .findFirst();
      Optional<LocationId> free = other.stream().flatMap(s -> free(s).stream()).findFirst();
      if (free.isPresent()
          && storage.bring(here.unit(), free.get(), Purpose.PICK) instanceof BringOutcome.Started) {
        positions.leaving(here.id());
        positions.coming(here.unit(), id, free.get());
        return true;
      }
    }
    return false;
  }

  private void fetch(List<Station> pickStations) {
    for (Station station : pickStations) {
      var wanted = picks.wanted(station.id(), clock.instant().minus(PAUSE)).iterator();
      for (LocationId position : free(station)) {
        boolean filled = false;
        while (!filled && wanted.hasNext()) {
          Sscc unit = wanted.next();
          if (storage.bring(unit, position, Purpose.PICK) instanceof BringOutcome.Started) {
            positions.coming(unit, station.id(), position);
            filled = true;
          }
        }
      }
    }
  }

  private List<LocationId> free(Station station) {
    return ledger.withRoom(station.positions()).stream()
        .filter(position -> positions.at(position).isEmpty())
        .toList();
  }

  private void openPacking(List<Station> pickStations) {
    Set<String> busy = new HashSet<>();
    picks.inState(Parcel.State.PACKING).forEach(parcel -> busy.add(parcel.station()));
    for (Parcel parcel : picks.pickedEmpty()) {
      Optional<LocationId> putTo =
          pickStations.stream()
              .filter(s -> s.id().equals(parcel.station()))
              .findFirst()
              .flatMap(Station::packsTo);
      if (!busy.contains(parcel.station())
          && putTo.filter(ledger::hasRoom).isPresent()
          && allocations.of(parcel.order()).isEmpty()) {
        busy.add(parcel.station());
        picks.state(parcel.order(), Parcel.State.PACKING);
        tasks.open(TaskKind.PACK, parcel.station(), parcel.order().value(), PACK_PRIORITY);
      }
    }
  }
}
