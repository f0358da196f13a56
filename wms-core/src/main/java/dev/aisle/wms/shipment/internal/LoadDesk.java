package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.order.Allocations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.CloseOutcome;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadChecked;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.LoadLeft;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.FloorLock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a truck go when goods equal papers, or when a person answers for it. */
@Service
@Transactional
class LoadDesk implements Loads {
  private static final int LONGEST_REASON = 400;

  private final LoadTable loads;
  private final ShipmentTable shipments;
  private final ShippingDesk shipping;
  private final Allocations allocations;
  private final Deviations deviations;
  private final FloorLock floor;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  LoadDesk(
      LoadTable loads,
      ShipmentTable shipments,
      ShippingDesk shipping,
      Allocations allocations,
      Deviations deviations,
      FloorLock floor,
      Clock clock,
      ApplicationEventPublisher events) {
    this.loads = loads;
    this.shipments = shipments;
    this.shipping = shipping;
    this.allocations = allocations;
    this.deviations = deviations;
    this.floor = floor;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public CloseOutcome close(LoadId id, Actor by) {
    floor.take();
    Optional<Load> found = loads.find(id);
    Optional<CloseOutcome> refused = refused(id, found, false);
    if (refused.isPresent()) {
      return refused.get();
    }
    Load load = found.orElseThrow();
    if (load.complete()) {
      return leave(load, by, Optional.empty());
    }
    loads.checked(id, by, clock.instant());
    Load checked = loads.find(id).orElseThrow();
    tell(checked);
    return new CloseOutcome.Incomplete(checked);
  }

  @Override
  public CloseOutcome closeByHand(LoadId id, Actor by, String reason) {
    floor.take();
    Optional<Load> found = loads.find(id);
    Optional<CloseOutcome> refused = refused(id, found, true);
    if (refused.isPresent()) {
      return refused.get();
    }
    Load load = found.orElseThrow();
    if (load.complete()) {
      return new CloseOutcome.NothingMissing(load);
    }
    String why = reason.strip();
    if (why.isEmpty()) {
      return new CloseOutcome.ReasonMissing(id);
    }
    return leave(load, by, Optional.of(why.substring(0, Math.min(why.length(), LONGEST_REASON))));
  }

  /** By hand a truck goes only with something on it; otherwise its papers say what is missing. */
  private static Optional<CloseOutcome> refused(LoadId id, Optional<Load> found, boolean byHand) {
    if (found.isEmpty()) {
      return Optional.of(new CloseOutcome.NoSuchLoad(id));
    }
    Load load = found.get();
    if (load.state() == Load.State.LEFT) {
      return Optional.of(
          new CloseOutcome.AlreadyLeft(
              id, load.closedBy().orElseThrow(), load.closedAt().orElseThrow()));
    }
    boolean empty =
        byHand ? load.parcels().stream().noneMatch(Load.Parcel::loaded) : load.parcels().isEmpty();
    return empty && load.surplus().isEmpty()
        ? Optional.of(new CloseOutcome.Empty(load))
        : Optional.empty();
  }

  private CloseOutcome leave(Load load, Actor by, Optional<String> reason) {
    Instant now = clock.instant();
    loads.left(load, by, reason, now);
    deviations.settle(DeviationKind.TRUCK_FULL, load.id().toString(), by, "the truck left");
    load.parcels().stream()
        .filter(Load.Parcel::loaded)
        .map(Load.Parcel::order)
        .distinct()
        .filter(
            order -> shipments.of(order).stream().allMatch(s -> s.state() == Shipment.State.LEFT))
        .forEach(order -> allocations.shipped(order, by));
    events.publishEvent(
        new LoadLeft(
            load.id(),
            load.dock(),
            load.parcels().size() - load.missing().size(),
            load.missing().size(),
            now));
    shipping.plan();
    return new CloseOutcome.Left(loads.find(load.id()).orElseThrow());
  }

  private void tell(Load load) {
    events.publishEvent(
        new LoadChecked(
            load.id(), load.dock(), load.missing().size(), load.surplus().size(), clock.instant()));
  }

  @Override
  public boolean noMore(LoadId id, Actor by) {
    floor.take();
    boolean fixed = loads.noMore(id, by, clock.instant());
    if (fixed) {
      tell(loads.find(id).orElseThrow());
    }
    return fixed;
  }

  @Override
  public boolean goOnLoading(LoadId id, Actor by) {
    floor.take();
    boolean goesOn = loads.goOn(id);
    if (goesOn) {
      tell(loads.find(id).orElseThrow());
      shipping.plan();
    }
    return goesOn;
  }

  @Override
  public boolean takenOff(LoadId id, String tag, Actor by, String note) {
    floor.take();
    boolean settled = loads.settle(id, Optional.of(tag), by, note, clock.instant());
    if (settled) {
      Load load = loads.find(id).orElseThrow();
      load.extras().stream()
          .filter(extra -> extra.tag().equals(tag))
          .flatMap(extra -> extra.unit().stream())
          .forEach(
              unit -> deviations.settle(DeviationKind.SHIPMENT_MISMATCH, unit.digits(), by, note));
      if (load.surplus().isEmpty()) {
        shipping.goOn(load.dock());
      }
      tell(load);
    }
    return settled;
  }

  @Override
  public LoadOutcome scanned(LoadId id, Actor by, String code) {
    floor.take();
    Optional<Load> load = loads.find(id);
    String digits = code.replaceAll("[^0-9]", "");
    Optional<Load.Parcel> parcel =
        load.stream()
            .flatMap(found -> found.parcels().stream())
            .filter(one -> digits.endsWith(one.sscc().digits()))
            .findFirst();
    if (parcel.isEmpty()) {
      return new LoadOutcome.WrongCode(
          code,
          load.stream()
              .flatMap(found -> found.missing().stream())
              .map(one -> one.sscc().digits())
              .findFirst()
              .orElse(""));
    }
    return shipping.scannedOnTruck(parcel.get().sscc(), by, code);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Load> find(LoadId load) {
    return loads.find(load);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Load> openAt(LocationId dock) {
    return loads.openAt(dock);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Load> open() {
    return loads.open();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Load> left(int limit) {
    return loads.left(limit);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Load> list(ListQuery query) {
    return loads.list(query);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Load> of(Sscc parcel) {
    return loads.of(parcel);
  }
}
