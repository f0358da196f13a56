package dev.aisle.wms.storage.internal;

import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.MoveOutcome;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.BringOutcome;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.PutAwayOutcome;
import dev.aisle.wms.storage.PutAwayRefused;
import dev.aisle.wms.storage.SlotChoice;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reserved move, the kept reason and the request for a vehicle commit together. */
@Service
@Transactional
class SlotKeeper implements Storage {
  private final StorageTable table;
  private final Room room;
  private final Ledger ledger;
  private final Units units;
  private final Items items;
  private final Locations locations;
  private final Transports transports;
  private final Deviations deviations;
  private final FloorLock floor;
  private final Policies policies;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  SlotKeeper(
      StorageTable table,
      Room room,
      Ledger ledger,
      Units units,
      Items items,
      Locations locations,
      Transports transports,
      Deviations deviations,
      FloorLock floor,
      ObjectProvider<Policies> policies,
      Clock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.room = room;
    this.ledger = ledger;
    this.units = units;
    this.items = items;
    this.locations = locations;
    this.transports = transports;
    this.deviations = deviations;
    this.floor = floor;
    this.policies = policies.getIfAvailable(() -> Policies.DEFAULTS);
    this.clock = clock;
    this.events = events;
  }

  @Override
  public PutAwayOutcome putAway(Sscc sscc, Purpose purpose) {
    floor.take();
    HandlingUnit unit = units.require(sscc);
    Optional<Move> moving = ledger.openMove(sscc);
    if (moving.isPresent()) {
      return new PutAwayOutcome.UnderWay(sscc, moving.get().id());
    }
    Optional<Location> at = unit.place().map(locations::require);
    if (at.isEmpty() || at.get().type() == LocationType.SLOT) {
      table.waitsNoMore(sscc);
      return new PutAwayOutcome.NothingToDo(sscc);
    }
    List<Location> free = room.freeSlots();
    int kept = purpose == Purpose.RETURN ? 0 : room.comingBack();
    Optional<Slotting.Chosen> chosen =
        free.size() > kept
            ? new Slotting(policies).choose(load(sscc, at.get()), free)
            : Optional.empty();
    return chosen.isPresent()
        ? start(sscc, purpose, at.get().id(), chosen.get())
        : refuse(sscc, purpose, at.get().id(), free.size(), kept);
  }

  private PutAwayOutcome start(
      Sscc sscc, Purpose purpose, LocationId from, Slotting.Chosen chosen) {
    MoveOutcome outcome = ledger.reserveMove(sscc, chosen.slot(), purpose.code());
    if (!(outcome instanceof MoveOutcome.Reserved(MoveId move))) {
      throw new IllegalStateException("a free slot was not free: " + outcome);
    }
    var choice =
        new SlotChoice(
            sscc, from, Optional.of(chosen.slot()), chosen.rule(), chosen.facts(), clock.instant());
    table.decided(choice);
    table.waitsNoMore(sscc);
    deviations.settle(DeviationKind.NO_FREE_SLOT, sscc.digits(), Actor.SYSTEM, "slot found");
    Transport transport = transports.request(move, priority(purpose), goodsG(sscc));
    return new PutAwayOutcome.Started(choice, move, transport.id());
  }

  private PutAwayOutcome refuse(Sscc sscc, Purpose purpose, LocationId at, int free, int kept) {
    Instant now = clock.instant();
    if (table.waits(sscc, purpose, now, now)) {
      Map<String, String> facts =
          Map.of("free", Integer.toString(free), "kept", Integer.toString(kept));
      table.decided(new SlotChoice(sscc, at, Optional.empty(), "no-free-slot", facts, now));
      deviations.open(DeviationKind.NO_FREE_SLOT, sscc.digits(), Optional.of(at), facts);
      events.publishEvent(new PutAwayRefused(sscc, at, free, kept, now));
    }
    return new PutAwayOutcome.NoFreeSlot(sscc, free, kept);
  }

  /** Keeps the unit in mind after a transport came to nothing, and tries again a little later. */
  void tryLater(Sscc unit, Purpose purpose, Duration pause) {
    Instant now = clock.instant();
    table.waits(unit, purpose, now, now.plus(pause));
  }

  @Override
  public BringOutcome bring(Sscc sscc, LocationId to, Purpose purpose) {
    floor.take();
    Optional<Location> from = units.require(sscc).place().map(locations::require);
    if (purpose == Purpose.PICK
        && from.filter(at -> at.type() == LocationType.DOCK).isPresent()
        && room.freeSlots().size() <= room.comingBack()) {
      return new BringOutcome.NoWayBack(sscc);
    }
    return switch (ledger.reserveMove(sscc, to, purpose.code())) {
      case MoveOutcome.Reserved(MoveId move) -> {
        table.waitsNoMore(sscc);
        deviations.settle(DeviationKind.NO_FREE_SLOT, sscc.digits(), Actor.SYSTEM, "fetched");
        Transport transport = transports.request(move, priority(purpose), goodsG(sscc));
        yield new BringOutcome.Started(move, transport.id());
      }
      case MoveOutcome.DestinationFull full -> new BringOutcome.Occupied(full.destination());
      case MoveOutcome.AlreadyMoving moving -> new BringOutcome.UnderWay(sscc, moving.move());
      case MoveOutcome.NothingToMove nothing -> new BringOutcome.NothingToMove(nothing.unit());
    };
  }

  @Override
  public int retryWaiting() {
    floor.take();
    int started = 0;
    for (StorageTable.Waiting waiting : table.waiting(clock.instant())) {
      if (putAway(waiting.unit(), waiting.purpose()) instanceof PutAwayOutcome.Started) {
        started++;
      }
    }
    return started;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Sscc> waiting() {
    return table.waiting(clock.instant().plus(Duration.ofDays(1))).stream()
        .map(StorageTable.Waiting::unit)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<SlotChoice> choices(Sscc unit) {
    return table.choices(unit);
  }

  private Slotting.Load load(Sscc sscc, Location at) {
    Optional<PartyId> owner =
        ledger.balances(BalanceQuery.in(sscc)).stream().map(b -> b.key().owner()).findFirst();
    return new Slotting.Load(owner, goodsG(sscc), at);
  }

  private long goodsG(Sscc sscc) {
    return ledger.balances(BalanceQuery.in(sscc)).stream()
        .mapToLong(b -> b.onHand() * items.require(b.key().item()).weightG())
        .sum();
  }

  /** Higher goes first: what frees a place where people work before what fills the store. */
  private static int priority(Purpose purpose) {
    return switch (purpose) {
      case STAGE -> 70;
      case RETURN -> 65;
      case PICK -> 60;
      case PUT_AWAY -> 50;
    };
  }
}
