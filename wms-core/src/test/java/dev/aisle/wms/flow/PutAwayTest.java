package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.MILK;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static dev.aisle.wms.testing.Warehouse.PALLET_3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.PutAwayOutcome;
import dev.aisle.wms.storage.SlotChoice;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.testing.Crew;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PutAwayTest extends FlowStory {

  @Test
  void theNearestFreeSlotIsChosenAndTheReasonIsKept() {
    warehouse.stored(PALLET, 40, BOLTS);

    assertThat(warehouse.placeOf(PALLET)).contains("S-01-01");
    assertThat(warehouse.storage.choices(PALLET))
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.slot()).contains(new LocationId("S-01-01"));
              assertThat(choice.reason()).isEqualTo("nearest-free");
              assertThat(choice.facts()).containsEntry("free", "8").containsEntry("weightKg", "10");
            });
    assertThat(warehouse.transports.of(PALLET))
        .singleElement()
        .extracting(Transport::goodsG)
        .isEqualTo(10_000L);
  }

  @Test
  void withoutAFreeSlotThePalletStaysAndIsStoredWhenRoomAppears() {
    warehouse.withOnlySlots(1).stored(PALLET, 40, BOLTS);
    warehouse.expecting(PALLET_2, 10, MILK).tagSeen("D1", PALLET_2);

    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.NO_FREE_SLOT);
    assertThat(warehouse.storage.waiting()).containsExactly(PALLET_2);
    assertThat(warehouse.storage.choices(PALLET_2))
        .extracting(SlotChoice::reason)
        .containsExactly("no-free-slot");

    warehouse.order(BOLTS, 40);
    warehouse.crew().workUntilQuiet();

    assertThat(warehouse.placeOf(PALLET_2)).contains("S-01-01");
    assertThat(warehouse.storage.waiting()).isEmpty();
    assertThat(warehouse.openDeviations()).isEmpty();
  }

  @Test
  void theSlotOfAPalletThatHasToComeBackIsNotGivenAway() {
    warehouse.withOnlySlots(1).stored(PALLET, 40, BOLTS);
    warehouse.order(BOLTS, 5);
    Crew crew = warehouse.crew();
    crew.vehicleStep();
    assertThat(warehouse.placeOf(PALLET)).get().asString().startsWith("P");

    warehouse.expecting(PALLET_3, 10, MILK).tagSeen("D1", PALLET_3);
    assertThat(warehouse.storage.waiting()).containsExactly(PALLET_3);

    crew.workUntilQuiet();
    assertThat(warehouse.placeOf(PALLET)).contains("S-01-01");
    assertThat(warehouse.placeOf(PALLET_3)).contains("D1");
  }

  @Test
  void askingTwiceStartsOneTransport() {
    warehouse.expecting(PALLET, 40, BOLTS).tagSeen("D1", PALLET);

    assertThat(warehouse.storage.putAway(PALLET, Purpose.PUT_AWAY))
        .isInstanceOf(PutAwayOutcome.UnderWay.class);
    assertThat(warehouse.crew().openTransports()).hasSize(1);
  }

  @Test
  void aTransportThatFailedIsTriedAgainALittleLater() {
    warehouse.expecting(PALLET, 40, BOLTS).tagSeen("D1", PALLET);
    Transport first = warehouse.crew().openTransport(PALLET);

    warehouse.reports.failed(first.id(), TransportFailure.of("no-path"), warehouse.clock.instant());
    warehouse.settle();
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.TRANSPORT_FAILED);
    assertThat(warehouse.crew().openTransports()).isEmpty();

    warehouse.clock.pass(Duration.ofSeconds(20));
    warehouse.storage.retryWaiting();
    warehouse.crew().vehiclesFinish();
    assertThat(warehouse.placeOf(PALLET)).contains("S-01-01");
    assertThat(warehouse.openDeviations()).isEmpty();
  }

  @Test
  void reportsOfAVehicleThatComeTwiceOrOutOfOrderMoveThePalletOnce() {
    warehouse.expecting(PALLET, 40, BOLTS).tagSeen("D1", PALLET);
    Transport transport = warehouse.crew().openTransport(PALLET);
    var vehicle = new LocationId("AGV-02");
    var now = warehouse.clock.instant();

    for (int i = 0; i < 2; i++) {
      warehouse.reports.pickedUp(transport.id(), vehicle, now, Evidence.vehicle(vehicle));
      warehouse.reports.delivered(transport.id(), transport.to(), now);
      warehouse.reports.pickedUp(transport.id(), vehicle, now, Evidence.vehicle(vehicle));
    }
    warehouse.settle();

    assertThat(warehouse.placeOf(PALLET)).contains("S-01-01");
    assertThat(warehouse.ledger.steps(PALLET)).hasSize(3);
  }
}
