package dev.aisle.wms.inbound.internal;

import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.GoodsReceived;
import dev.aisle.wms.inbound.PalletState;
import dev.aisle.wms.inventory.Account;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Movement;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.PostingOutcome;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import dev.aisle.wms.unit.UnitState;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes one pallet in against its advice, once. Runs in the caller's transaction. */
@Component
class Receiving {
  private final AdviceTable advices;
  private final Ledger ledger;
  private final Units units;
  private final Deviations deviations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Receiving(
      AdviceTable advices,
      Ledger ledger,
      Units units,
      Deviations deviations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.advices = advices;
    this.ledger = ledger;
    this.units = units;
    this.deviations = deviations;
    this.events = events;
    this.clock = clock;
  }

  /** What came of it; a refusal has opened its deviation. */
  sealed interface Result {
    record Received() implements Result {}

    record Before(Instant receivedAt) implements Result {}

    record Refused(DeviationKind why) implements Result {}
  }

  Result receive(Sscc unit, LocationId dock, Evidence evidence, Instant seenAt, Actor by) {
    Optional<Advice> found = advices.adviceOf(unit).flatMap(advices::lock);
    if (found.isEmpty()) {
      return refuse(DeviationKind.NOT_ADVISED, unit, dock, Map.of());
    }
    Advice advice = found.get();
    Advice.Pallet pallet =
        advice.pallets().stream().filter(p -> p.sscc().equals(unit)).findFirst().orElseThrow();
    if (pallet.arrived()) {
      return new Result.Before(pallet.receivedAt().orElseThrow());
    }
    Map<String, String> facts = Map.of("advice", advice.id().value());
    if (advice.state() == AdviceState.CLOSED || pallet.state() == PalletState.MISSING) {
      return refuse(DeviationKind.ADVICE_CLOSED, unit, dock, facts);
    }
    if (!advice.dock().equals(Optional.of(dock))) {
      return refuse(
          DeviationKind.WRONG_DOCK,
          unit,
          dock,
          Map.of(
              "advice",
              advice.id().value(),
              "expectedDock",
              advice.dock().map(LocationId::value).orElse("")));
    }
    post(
        advice,
        pallet,
        dock,
        new Occasion(Reason.of("receipt"), evidence, seenAt, by, advice.id().value()));
    return new Result.Received();
  }

  private void post(Advice advice, Advice.Pallet pallet, LocationId dock, Occasion occasion) {
    Sscc unit = pallet.sscc();
    units.become(unit, UnitState.OPEN);
    ledger.place(unit, dock, occasion);
    ledger
        .post(
            new Movement(
                "receipt:" + advice.id() + ":" + unit,
                Account.supplier(advice.supplier()),
                Account.unit(unit),
                StockKey.available(pallet.item(), pallet.lot(), advice.owner()),
                Quantity.of(pallet.quantity()),
                occasion))
        .orThrow();
    advices.received(unit, occasion.at());
    if (advice.state() == AdviceState.ARRIVED) {
      advices.unloading(advice.id(), clock.instant());
    }
    for (DeviationKind kind : List.of(DeviationKind.WRONG_DOCK, DeviationKind.WRONG_DIRECTION)) {
      deviations.settle(kind, unit.digits(), occasion.actor(), "received");
    }
    events.publishEvent(new GoodsReceived(advice.id(), unit, dock, occasion.at()));
  }

  private Result refuse(DeviationKind why, Sscc unit, LocationId dock, Map<String, String> facts) {
    deviations.open(why, unit.digits(), Optional.of(dock), facts);
    return new Result.Refused(why);
  }

  /** Goods of a damaged pallet change their status through the adjustment account. */
  boolean damage(Advice advice, Advice.Pallet pallet, Occasion occasion) {
    StockKey good = StockKey.available(pallet.item(), pallet.lot(), advice.owner());
    StockKey bad = new StockKey(good.item(), good.lot(), good.owner(), StockStatus.DAMAGED);
    Account unit = Account.unit(pallet.sscc());
    Account between = Account.adjustment("damage");
    String key = "damage:" + advice.id() + ":" + pallet.sscc();
    Quantity all = Quantity.of(pallet.quantity());
    if (!(ledger.post(new Movement(key + ":out", unit, between, good, all, occasion))
        instanceof PostingOutcome.Posted)) {
      return false;
    }
    ledger.post(new Movement(key + ":in", between, unit, bad, all, occasion)).orThrow();
    advices.damaged(pallet.sscc());
    return true;
  }
}
