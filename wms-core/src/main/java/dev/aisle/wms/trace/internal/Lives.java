package dev.aisle.wms.trace.internal;

import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.LineQuery;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.trace.Life;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.Traces;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a life from all who keep a part of it. */
@Service
@Transactional(readOnly = true)
class Lives implements Traces {
  private static final int MOST_LINES = 1000;

  private final Units units;
  private final Sightings sightings;
  private final Ledger ledger;
  private final Transports transports;
  private final Storage storage;
  private final Orders orders;
  private final Outbound outbound;
  private final Tasks tasks;
  private final Deviations deviations;
  private final Loads loads;

  Lives(
      Units units,
      Sightings sightings,
      Ledger ledger,
      Transports transports,
      Storage storage,
      Orders orders,
      Outbound outbound,
      Tasks tasks,
      Deviations deviations,
      Loads loads) {
    this.units = units;
    this.sightings = sightings;
    this.ledger = ledger;
    this.transports = transports;
    this.storage = storage;
    this.orders = orders;
    this.outbound = outbound;
    this.tasks = tasks;
    this.deviations = deviations;
    this.loads = loads;
  }

  @Override
  public Optional<Life> unit(Sscc sscc) {
    if (units.find(sscc).isEmpty()) {
      return Optional.empty();
    }
    List<TraceEntry> entries = whereItWas(sscc);
    ledger.lines(LineQuery.newest(MOST_LINES).of(sscc)).stream()
        .map(Entries::of)
        .forEach(entries::add);
    outbound.picksFrom(sscc).forEach(pick -> add(pick, entries));
    return Optional.of(life(sscc.digits(), entries));
  }

  @Override
  public Optional<Life> order(OrderId id) {
    return orders.find(id).map(order -> life(id.value(), gather(order)));
  }

  private List<TraceEntry> gather(Order order) {
    List<TraceEntry> entries = new ArrayList<>();
    order.reached().forEach(reached -> entries.add(Entries.of(reached, order)));
    String id = order.id().value();
    ledger.lines(LineQuery.newest(MOST_LINES).ofDocument(id)).stream()
        .map(Entries::of)
        .forEach(entries::add);
    outbound.picksFor(order.id()).forEach(pick -> add(pick, entries));
    addTask(TaskKind.PACK, id, entries);
    deviations.about(id).stream().map(Entries::of).forEach(entries::add);
    for (Parcel parcel : outbound.parcelsOf(order.id())) {
      entries.addAll(whereItWas(parcel.sscc()));
    }
    return entries;
  }

  private List<TraceEntry> whereItWas(Sscc sscc) {
    List<TraceEntry> entries = new ArrayList<>();
    sightings.of(sscc).stream().map(Entries::of).forEach(entries::add);
    ledger.steps(sscc).stream().map(Entries::of).forEach(entries::add);
    transports.of(sscc).forEach(transport -> entries.addAll(Entries.of(transport)));
    storage.choices(sscc).stream().map(Entries::of).forEach(entries::add);
    deviations.about(sscc.digits()).stream().map(Entries::of).forEach(entries::add);
    outbound.label(sscc).map(Entries::of).ifPresent(entries::add);
    units.formerTags(sscc).stream().map(Entries::of).forEach(entries::add);
    addTask(TaskKind.LOAD, sscc.digits(), entries);
    loads.of(sscc).stream().flatMap(load -> Entries.of(load, sscc).stream()).forEach(entries::add);
    return entries;
  }

  private static void add(Pick pick, List<TraceEntry> entries) {
    pick.at().ifPresent(at -> entries.add(Entries.of(pick, at)));
  }

  private void addTask(TaskKind kind, String subject, List<TraceEntry> entries) {
    tasks
        .latest(kind, subject)
        .ifPresent(task -> task.doneAt().ifPresent(at -> entries.add(Entries.of(task, at))));
  }

  /** The sort is stable: what happened at the same moment stays as it was gathered. */
  private static Life life(String subject, List<TraceEntry> entries) {
    return new Life(
        subject, entries.stream().sorted(Comparator.comparing(TraceEntry::at)).toList());
  }
}
