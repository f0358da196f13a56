package dev.aisle.wms.trace.internal;

import dev.aisle.wms.capture.Sighting;
import dev.aisle.wms.inventory.LedgerLine;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.UnitStep;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.storage.SlotChoice;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.TraceEntry.Kind;
import dev.aisle.wms.trace.TraceEntry.Link;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.unit.FormerTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what each capability keeps into entries. Pure. */
final class Entries {
  private Entries() {}

  static TraceEntry of(Sighting sighting) {
    var seen = sighting.seen();
    Map<String, String> facts = new HashMap<>();
    facts.put("readPoint", seen.readPoint());
    facts.put("epc", seen.epc().hex());
    facts.put("reads", Integer.toString(seen.count()));
    facts.put("direction", seen.direction().name());
    facts.put("last", seen.last().toString());
    seen.peakRssi().ifPresent(rssi -> facts.put("rssi", Double.toString(rssi)));
    return new TraceEntry(
        seen.first(),
        Kind.SIGHTING,
        "sighting." + sighting.outcome().name().toLowerCase(Locale.ROOT),
        Optional.of(seen.location().value()),
        Optional.of(Evidence.rfid(seen.readPoint())),
        Optional.empty(),
        facts,
        Optional.empty());
  }

  static TraceEntry of(LedgerLine line) {
    Map<String, String> facts = new HashMap<>();
    facts.put("account", line.account().kind().name() + " " + line.account().id());
    facts.put("item", line.key().item().value());
    facts.put("lot", line.key().lot().code());
    facts.put("owner", line.key().owner().value());
    facts.put("quantity", Long.toString(line.quantity()));
    facts.put("posting", Long.toString(line.posting().number()));
    facts.put("document", line.occasion().documentRef());
    return fromOccasion(
        Kind.LEDGER, line.occasion(), Optional.empty(), facts, document(line.occasion()));
  }

  static TraceEntry of(UnitStep step) {
    Map<String, String> facts = new HashMap<>();
    step.from().ifPresent(from -> facts.put("from", from.value()));
    step.to().ifPresent(to -> facts.put("to", to.value()));
    facts.put("unit", step.unit().digits());
    return fromOccasion(
        Kind.MOVE,
        step.occasion(),
        step.to().map(LocationId::value),
        facts,
        document(step.occasion()));
  }

  private static TraceEntry fromOccasion(
      Kind kind,
      Occasion occasion,
      Optional<String> place,
      Map<String, String> facts,
      Optional<Link> link) {
    return new TraceEntry(
        occasion.at(),
        kind,
        kind.name().toLowerCase(Locale.ROOT) + "." + occasion.reason().code(),
        place,
        Optional.of(occasion.evidence()),
        Optional.of(occasion.actor().name()),
        facts,
        link);
  }

  private static Optional<Link> document(Occasion occasion) {
    String ref = occasion.documentRef();
    return ref.startsWith("SO-")
        ? Optional.of(new Link("order", ref))
        : ref.startsWith("ASN-") ? Optional.of(new Link("advice", ref)) : Optional.empty();
  }

  static List<TraceEntry> of(Transport transport) {
    List<TraceEntry> entries = new ArrayList<>();
    entries.add(stage(transport, "requested", transport.requestedAt(), transport.from()));
    transport
        .assignedAt()
        .ifPresent(at -> entries.add(stage(transport, "assigned", at, transport.from())));
    transport
        .pickedUpAt()
        .ifPresent(at -> entries.add(stage(transport, "picked-up", at, transport.from())));
    transport
        .deliveredAt()
        .ifPresent(at -> entries.add(stage(transport, "delivered", at, transport.to())));
    return entries;
  }

  private static TraceEntry stage(Transport transport, String stage, Instant at, LocationId place) {
    Map<String, String> facts = new HashMap<>();
    facts.put("transport", transport.id().value());
    facts.put("from", transport.from().value());
    facts.put("to", transport.to().value());
    facts.put("purpose", transport.purpose());
    transport.failure().ifPresent(failure -> facts.put("failure", failure.code()));
    return new TraceEntry(
        at,
        Kind.TRANSPORT,
        "transport." + stage,
        Optional.of(place.value()),
        stage.equals("requested") ? Optional.empty() : transport.vehicle().map(Evidence::vehicle),
        transport.vehicle().map(LocationId::value).filter(v -> !stage.equals("requested")),
        facts,
        Optional.of(new Link("transport", transport.id().value())));
  }

  static TraceEntry of(SlotChoice choice) {
    Map<String, String> facts = new HashMap<>(choice.facts());
    facts.put("reason", choice.reason());
    choice.slot().ifPresent(slot -> facts.put("slot", slot.value()));
    return new TraceEntry(
        choice.at(),
        Kind.MOVE,
        choice.slot().isPresent() ? "slot.chosen" : "slot.refused",
        choice.slot().or(() -> Optional.of(choice.from())).map(LocationId::value),
        Optional.empty(),
        Optional.of("system"),
        facts,
        Optional.empty());
  }

  static TraceEntry of(Pick pick, Instant at) {
    return new TraceEntry(
        at,
        Kind.TASK,
        "pick." + pick.state().name().toLowerCase(Locale.ROOT),
        Optional.of(pick.station()),
        Optional.empty(),
        pick.by(),
        Map.of(
            "item", pick.key().item().value(),
            "quantity", pick.quantity().toString(),
            "picked", pick.picked().toString(),
            "unit", pick.unit().digits(),
            "order", pick.order().value()),
        Optional.of(new Link("order", pick.order().value())));
  }

  static TraceEntry of(Task task, Instant at) {
    return new TraceEntry(
        at,
        Kind.TASK,
        "task." + task.kind().name().toLowerCase(Locale.ROOT),
        Optional.of(task.station()),
        Optional.empty(),
        task.doneBy(),
        Map.of("task", task.id().toString(), "subject", task.subject()),
        Optional.empty());
  }

  static TraceEntry of(Order.Reached reached, Order order) {
    return new TraceEntry(
        reached.at(),
        Kind.MILESTONE,
        "milestone." + reached.milestone().name().toLowerCase(Locale.ROOT),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reached.by()),
        Map.of("order", order.id().value(), "customer", order.customer().value()),
        Optional.of(new Link("order", order.id().value())));
  }

  static TraceEntry of(Label label) {
    return new TraceEntry(
        label.madeAt(),
        Kind.LABEL,
        "label.made",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(
            "sscc", label.sscc().digits(),
            "epc", label.tag().hex(),
            "order", label.order().value()),
        Optional.of(new Link("unit", label.sscc().digits())));
  }

  static TraceEntry of(FormerTag former) {
    return new TraceEntry(
        former.until(),
        Kind.LABEL,
        "label.overwritten",
        Optional.empty(),
        Optional.empty(),
        Optional.of(former.by().name()),
        Map.of("epc", former.tag().hex(), "now", former.now().hex()),
        former.now().asSscc().map(unit -> new Link("unit", unit.digits())));
  }

  static TraceEntry of(Deviation deviation) {
    Map<String, String> facts = new HashMap<>(deviation.facts());
    facts.put("times", Integer.toString(deviation.times()));
    deviation.settledAt().ifPresent(at -> facts.put("settledAt", at.toString()));
    deviation.settledBy().ifPresent(by -> facts.put("settledBy", by));
    deviation.note().ifPresent(note -> facts.put("note", note));
    return new TraceEntry(
        deviation.firstAt(),
        Kind.EXCEPTION,
        "exception." + deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        deviation.place().map(LocationId::value),
        Optional.empty(),
        Optional.empty(),
        facts,
        Optional.empty());
  }

  /** That the truck with this parcel left, or left without it. */
  static Optional<TraceEntry> of(Load load, Sscc parcel) {
    return load.closedAt()
        .map(
            at -> {
              boolean behind = load.leftBehind().stream().anyMatch(l -> l.sscc().equals(parcel));
              boolean byHand = load.reason().isPresent();
              Map<String, String> facts = new HashMap<>();
              facts.put("load", load.id().toString());
              facts.put("parcels", Integer.toString(load.parcels().size()));
              facts.put("missing", Integer.toString(load.leftBehind().size()));
              facts.put("surplus", Integer.toString(load.surplus().size()));
              load.reason().ifPresent(reason -> facts.put("note", reason));
              return new TraceEntry(
                  at,
                  byHand ? Kind.EXCEPTION : Kind.TASK,
                  behind ? "load.left-behind" : byHand ? "load.closed-by-hand" : "load.left",
                  Optional.of(load.dock().value()),
                  Optional.empty(),
                  load.closedBy(),
                  facts,
                  Optional.empty());
            });
  }
}
