package dev.aisle.hmi.demo;

import dev.aisle.sim.Simulator;
import dev.aisle.sim.world.UnitState;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.inbound.PalletState;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.PackOutcome;
import dev.aisle.wms.outbound.PackWork;
import dev.aisle.wms.outbound.PickOutcome;
import dev.aisle.wms.outbound.PickWork;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shipment.LoadOutcome;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.task.Task;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a person does for each kind of job, and what a person does when a device failed: look, scan
 * the number, go on.
 */
@Component
class PersonActs {
  private static final Logger LOG = LoggerFactory.getLogger(PersonActs.class);

  /** So long a person waits for a device before scanning by hand, in the world's time. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final int GTIN_DIGITS = 14;

  private final Inbound inbound;
  private final Outbound outbound;
  private final Shipments shipments;
  private final Items items;
  private final StationTools tools;

  PersonActs(
      Inbound inbound, Outbound outbound, Shipments shipments, Items items, StationTools tools) {
    this.inbound = inbound;
    this.outbound = outbound;
    this.shipments = shipments;
    this.items = items;
    this.tools = tools;
  }

  /**
   * @param worked how long the person has been at it, in the world's time
   * @return whether the person is through with it
   */
  boolean act(Task task, Actor person, Duration worked, Simulator world) {
    return switch (task.kind()) {
      case UNLOAD -> unload(new AdviceId(task.subject()), person, worked, world);
      case PICK -> pick(task, person, worked);
      case PACK -> pack(task, person, worked);
      case LOAD -> load(task, person);
    };
  }

  private boolean unload(AdviceId id, Actor person, Duration worked, Simulator world) {
    Advice advice = inbound.find(id).orElseThrow();
    if (advice.state() == AdviceState.ARRIVED) {
      inbound.startUnloading(id, person);
      return false;
    }
    boolean more = false;
    for (Advice.Pallet pallet : advice.pallets()) {
      if (pallet.state() != PalletState.ANNOUNCED) {
        continue;
      }
      more = true;
      Optional<UnitState> real = world.view().unit(pallet.sscc().digits());
      boolean inside = real.map(u -> u.place() == UnitState.Place.NODE).orElse(false);
      if (inside && worked.compareTo(PATIENCE) > 0) {
        LOG.info("{} was not seen by the portal and is scanned", pallet.sscc());
        inbound.receiveByScan(id, pallet.sscc(), person);
      }
    }
    if (more) {
      return false;
    }
    inbound.closeReceipt(id, person, "complete");
    return true;
  }

  private boolean pick(Task task, Actor person, Duration worked) {
    Optional<PickWork> work = outbound.pickWork(task.id());
    if (work.isEmpty()) {
      return true;
    }
    Item item = items.require(work.get().pick().key().item());
    Quantity wanted = work.get().pick().quantity();
    Optional<String> code = itemCode(task, work.get(), item.gtin().digits(), worked);
    if (code.isEmpty()) {
      return false;
    }
    PickOutcome outcome = outbound.confirmPick(task.id(), person, wanted, code);
    return switch (outcome) {
      case PickOutcome.UnitNotConfirmed missing -> {
        if (worked.compareTo(PATIENCE) > 0) {
          LOG.info("{} is confirmed by scanning", missing.expected());
          outbound.confirmUnit(missing.position(), missing.expected().digits(), person);
        }
        yield false;
      }
      case PickOutcome.Held held -> false;
      case PickOutcome.QuantityDiffers differs -> false;
      case PickOutcome.WrongCode wrong -> {
        LOG.warn("{} says {}", person, wrong);
        yield false;
      }
      case PickOutcome.Picked picked -> true;
      case PickOutcome.PickedShort picked -> true;
      case PickOutcome.UnitConfirmed confirmed -> false;
      case PickOutcome.AlreadyDone done -> true;
      case PickOutcome.InOtherHands other -> true;
      case PickOutcome.Withdrawn withdrawn -> true;
      case PickOutcome.NothingThere nothing -> true;
    };
  }

  /** The item's number as the station's scanner gave it; typed where there is no scanner. */
  private Optional<String> itemCode(Task task, PickWork work, String gtin, Duration worked) {
    boolean scans =
        work.unitConfirmedBy().isPresent()
            && tools.hasScanner(task.station())
            && worked.compareTo(PATIENCE) <= 0;
    if (!scans) {
      return Optional.of(gtin);
    }
    String digits = "0".repeat(GTIN_DIGITS - gtin.length()) + gtin;
    return tools
        .scan(task.station(), "01" + digits)
        .filter(scan -> scan.value().equals(digits))
        .map(scan -> gtin);
  }

  private boolean pack(Task task, Actor person, Duration worked) {
    long grams = outbound.packWork(task.id()).map(PackWork::weightG).orElse(0L);
    if (!tools.weighs(task.station(), grams) && worked.compareTo(PATIENCE) <= 0) {
      return false;
    }
    return switch (outbound.pack(task.id(), person)) {
      case PackOutcome.PackOutOccupied occupied -> false;
      case PackOutcome.Packed packed -> {
        tools.clear(task.station());
        yield true;
      }
      case PackOutcome.AlreadyDone done -> true;
      case PackOutcome.InOtherHands other -> true;
      case PackOutcome.Withdrawn withdrawn -> true;
    };
  }

  /** What becomes of it then is seen by the portal, and looked after by who lets the truck go. */
  private boolean load(Task task, Actor person) {
    Optional<Shipment> work = shipments.loadWork(task.id());
    if (work.isEmpty()) {
      return true;
    }
    if (task.startedAt().isEmpty()) {
      return !(shipments.startLoading(task.id(), person) instanceof LoadOutcome.Started);
    }
    return false;
  }
}
