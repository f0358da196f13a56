package dev.aisle.wms.transport;

import static dev.aisle.wms.testing.Goods.AGV;
import static dev.aisle.wms.testing.Goods.D1;
import static dev.aisle.wms.testing.Goods.S1;
import static dev.aisle.wms.testing.Goods.S2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.inventory.InventoryInvariants;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.MoveOutcome;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.testing.Goods;
import dev.aisle.wms.testing.SettableClock;
import dev.aisle.wms.testing.WmsTest;
import dev.aisle.wms.unit.Units;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@WmsTest
@RecordApplicationEvents
class TransportReportsTest {
  private static final Instant AT = SettableClock.START;

  @Autowired Goods goods;
  @Autowired Ledger ledger;
  @Autowired Units units;
  @Autowired Transports transports;
  @Autowired TransportReports reports;
  @Autowired InventoryInvariants invariants;
  @Autowired ApplicationEvents events;

  private Sscc pallet;
  private MoveId move;
  private TransportId id;

  @BeforeEach
  void aRequestedTransport() {
    goods.floor();
    pallet = goods.palletAt(D1, 40);
    move = ((MoveOutcome.Reserved) ledger.reserveMove(pallet, S1, "test")).move();
    id = transports.request(move, 50, 0).id();
  }

  @AfterEach
  void everyInvariantHolds() {
    assertThat(invariants.check()).isEmpty();
  }

  @Test
  void askingAgainForTheSameMoveReturnsTheSameTransport() {
    assertThat(transports.request(move, 50, 0).id()).isEqualTo(id);
    assertThat(id.value()).isEqualTo("T-000001");
    assertThat(events.stream(TransportRequested.class)).hasSize(1);
  }

  @Test
  void reportsThatComeTwiceHaveOneEffectAndOneEvent() {
    for (int i = 0; i < 2; i++) {
      reports.accepted(id);
      reports.assigned(id, AGV, AT);
      reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    }
    assertThat(units.require(pallet).place()).contains(AGV);
    for (int i = 0; i < 2; i++) {
      reports.delivered(id, S1, AT);
      reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    }
    reports.failed(id, TransportFailure.of("tooLate"), AT);
    assertThat(units.require(pallet).place()).contains(S1);
    assertThat(transports.find(id).orElseThrow().state()).isEqualTo(TransportState.DELIVERED);
    assertThat(events.stream(TransportPickedUp.class)).hasSize(1);
    assertThat(events.stream(TransportDelivered.class)).hasSize(1);
    assertThat(events.stream(TransportFailed.class)).isEmpty();
    assertThat(ledger.steps(pallet)).hasSize(3);
  }

  @Test
  void aFailedTransportLeavesTheMoveOpenForAnother() {
    reports.assigned(id, AGV, AT);
    TransportFailure lost = new TransportFailure("vehicleLost", List.of("AGV-01", "aisle 3"));
    reports.failed(id, lost, AT);
    assertThat(transports.find(id).orElseThrow().failure()).contains(lost);
    assertThat(ledger.move(move).orElseThrow().state()).isEqualTo(Move.State.RESERVED);
    assertThat(events.stream(TransportFailed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.place()).contains(D1));
    TransportId second = transports.request(move, 60, 480_000).id();
    assertThat(second).isNotEqualTo(id);
    assertThat(transports.find(second).orElseThrow().goodsG()).isEqualTo(480_000);
    reports.delivered(second, S1, AT);
    assertThat(units.require(pallet).place()).contains(S1);
  }

  @Test
  void aReroutedTransportFreesTheFirstSlotAndHoldsTheOther() {
    reports.assigned(id, AGV, AT);
    reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    reports.rerouted(id, S2);
    reports.rerouted(id, S2);
    assertThat(ledger.hasRoom(S1)).isTrue();
    assertThat(ledger.hasRoom(S2)).isFalse();
    reports.delivered(id, S2, AT);
    assertThat(units.require(pallet).place()).contains(S2);
    assertThat(transports.find(id).orElseThrow().state()).isEqualTo(TransportState.DELIVERED);
  }

  @Test
  void aRerouteToAFullSlotKeepsTheFirstOne() {
    ledger.reserveMove(goods.palletAt(D1, 40), S2, "test");
    reports.rerouted(id, S2);
    assertThat(ledger.move(move).orElseThrow().to()).isEqualTo(S1);
    assertThat(ledger.hasRoom(S1)).isFalse();
  }

  @Test
  void aCancelledTransportFreesTheSlotAndALatePickUpIsStillTrue() {
    assertThat(transports.cancel(id, "not needed")).isTrue();
    assertThat(transports.cancel(id, "not needed")).isFalse();
    assertThat(ledger.hasRoom(S1)).isTrue();
    reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    assertThat(units.require(pallet).place()).contains(AGV);
    assertThat(events.stream(TransportPickedUp.class)).isEmpty();
    assertThat(events.stream(TransportCancelled.class)).hasSize(1);
  }

  @Test
  void aUnitOnTheVehicleIsNotCancelled() {
    reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    assertThat(transports.cancel(id, "not needed")).isFalse();
  }

  @Test
  void aDeliveryWhereAnotherUnitStandsFailsAndTheUnitStaysOnTheVehicle() {
    Sscc other = goods.palletAt(D1, 1);
    ledger.place(other, S2, Goods.because("found"));
    reports.pickedUp(id, AGV, AT, Evidence.vehicle(AGV));
    reports.delivered(id, S2, AT);
    assertThat(units.require(pallet).place()).contains(AGV);
    assertThat(transports.find(id).orElseThrow().failure())
        .contains(TransportFailure.of("placeTaken"));
  }

  @Test
  void openTransportsAreListed() {
    assertThat(transports.open()).extracting(Transport::id).containsExactly(id);
    assertThat(transports.list(ListQuery.first(5).filtered("state", "open")).total()).isEqualTo(1);
    reports.delivered(id, S1, AT);
    assertThat(transports.open()).isEmpty();
    assertThat(transports.list(ListQuery.first(5)).total()).isEqualTo(1);
  }
}
