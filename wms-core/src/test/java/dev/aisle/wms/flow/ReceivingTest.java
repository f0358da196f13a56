package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.BORIS;
import static dev.aisle.wms.testing.Warehouse.MILK;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.AnnounceOutcome;
import dev.aisle.wms.inbound.ArriveOutcome;
import dev.aisle.wms.inbound.PalletState;
import dev.aisle.wms.inbound.ReceiptOutcome;
import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.inventory.LineQuery;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.StockStatus;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.unit.UnitState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceivingTest extends FlowStory {
  private static final LocationId D1 = new LocationId("D1");

  @Test
  void aPalletSeenTwiceAtTheDockIsReceivedOnce() {
    warehouse.expecting(PALLET, 40, BOLTS);

    warehouse.at("08:00:00").tagSeen("D1", PALLET);
    warehouse.at("08:01:02").tagSeen("D1", PALLET);

    assertThat(warehouse.receipts()).containsExactly(PALLET + " 2026-11-02 08:00:00+00");
    assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
    assertThat(warehouse.placeOf(PALLET)).contains("D1");
    assertThat(warehouse.ledger.lines(LineQuery.newest(10).of(PALLET)))
        .singleElement()
        .satisfies(
            line -> assertThat(line.occasion().evidence().kind()).isEqualTo(EvidenceKind.RFID));
    assertThat(warehouse.openDeviations()).isEmpty();
  }

  @Test
  void aPalletThatWasNotAdvisedIsNotTakenInAndBecomesADeviation() {
    warehouse.expecting(PALLET, 40, BOLTS);

    warehouse.tagSeen("D1", PALLET_2);

    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.NOT_ADVISED);
    assertThat(warehouse.stock(BOLTS)).isZero();
  }

  @Test
  void aPalletAtTheWrongDockIsNotTakenInUntilItComesToItsOwn() {
    warehouse.expecting(PALLET, 40, BOLTS);

    warehouse.tagSeen("D2", PALLET);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.WRONG_DOCK);
    assertThat(warehouse.stock(BOLTS)).isZero();

    warehouse.tagSeen("D1", PALLET);
    assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
    assertThat(warehouse.openDeviations()).isEmpty();
  }

  @Test
  void aPalletThatGoesOutIsNotReceived() {
    warehouse.expecting(PALLET, 40, BOLTS);

    warehouse.tagSeen("D1", PALLET, Direction.OUT);

    assertThat(warehouse.stock(BOLTS)).isZero();
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.WRONG_DIRECTION);
  }

  @Test
  void aPalletSeenComingInAgainAfterItWasStoredIsLookedAt() {
    warehouse.stored(PALLET, 40, BOLTS);
    warehouse.clock.pass(java.time.Duration.ofMinutes(5));

    warehouse.tagSeen("D1", PALLET);

    assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.ALREADY_RECEIVED);
  }

  @Test
  void withADeadReaderThePalletIsTakenInByItsScannedNumber() {
    AdviceId advice = warehouse.delivery().pallet(PALLET, 40, BOLTS).arrivesAt("D1");

    warehouse.inbound.receiveByScan(advice, PALLET, ANNA);
    warehouse.settle();

    assertThat(warehouse.ledger.lines(LineQuery.newest(10).of(PALLET)))
        .singleElement()
        .satisfies(
            line -> assertThat(line.occasion().evidence().kind()).isEqualTo(EvidenceKind.SCAN));
    assertThat(warehouse.inbound.receiveByScan(advice, PALLET, ANNA))
        .isEqualTo(new ReceiptOutcome.NotReceived(PALLET, DeviationKind.ALREADY_RECEIVED));
  }

  @Test
  void closingTheReceiptNamesWhatIsMissingAndTellsASecondPersonWhoClosedIt() {
    AdviceId advice =
        warehouse.delivery().pallet(PALLET, 40, BOLTS).pallet(PALLET_2, 10, MILK).arrivesAt("D1");
    warehouse.inbound.startUnloading(advice, ANNA);
    warehouse.tagSeen("D1", PALLET);

    ReceiptOutcome closed =
        warehouse.inbound.closeReceipt(advice, ANNA, "one was not on the truck");

    assertThat(((ReceiptOutcome.Done) closed).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.unit()).isEqualTo(PALLET_2);
              assertThat(difference.state()).isEqualTo(PalletState.MISSING);
            });
    assertThat(warehouse.units.require(PALLET_2).state()).isEqualTo(UnitState.VOID);
    assertThat(warehouse.openDeviations()).containsExactly(DeviationKind.RECEIPT_DIFFERENCE);
    assertThat(warehouse.inbound.closeReceipt(advice, BORIS, ""))
        .isEqualTo(new ReceiptOutcome.AlreadyDone(advice, "anna", warehouse.clock.instant()));
    assertThat(warehouse.openTasks(TaskKind.UNLOAD)).isEmpty();
  }

  @Test
  void damagedGoodsStayInTheBooksButAreNotAvailable() {
    AdviceId advice = warehouse.delivery().pallet(PALLET, 40, BOLTS).arrivesAt("D1");
    warehouse.tagSeen("D1", PALLET);

    warehouse.inbound.reportDamage(advice, PALLET, ANNA, "crushed corner");

    assertThat(warehouse.ledger.balances(BalanceQuery.in(PALLET)))
        .singleElement()
        .satisfies(b -> assertThat(b.key().status()).isEqualTo(StockStatus.DAMAGED));
    assertThat(warehouse.stock(BOLTS)).isEqualTo(40);
  }

  @Test
  void aDockTakesOneDeliveryAtATimeAndTheSameArrivalTwiceChangesNothing() {
    AdviceId first = warehouse.delivery().pallet(PALLET, 40, BOLTS).arrivesAt("D1");
    AdviceId second = warehouse.delivery().pallet(PALLET_2, 10, MILK).announced();

    assertThat(warehouse.inbound.arrive(second, D1))
        .isEqualTo(new ArriveOutcome.DockBusy(D1, first));
    assertThat(warehouse.inbound.arrive(first, D1))
        .isEqualTo(new ArriveOutcome.AlreadyHere(first, D1));
    assertThat(warehouse.openTasks(TaskKind.UNLOAD)).hasSize(1);
  }

  @Test
  void anAdviceWithMistakesIsRefusedNamingEachField() {
    var draft =
        new AdviceDraft(
            Optional.empty(),
            "NOBODY",
            Optional.empty(),
            List.of(
                new AdviceDraft.Pallet(
                    Optional.empty(),
                    Optional.empty(),
                    "GHOST",
                    0,
                    Optional.empty(),
                    Optional.empty())));

    assertThat(((AnnounceOutcome.Refused) warehouse.inbound.announce(draft, ANNA)).problems())
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("supplier", "pallets[0].item", "pallets[0].quantity");
  }

  @Test
  void theSameSuppliersNumberTwiceIsTheSameAdvice() {
    var draft =
        new AdviceDraft(
            Optional.of("ACME-77"),
            "ACME",
            Optional.empty(),
            List.of(
                new AdviceDraft.Pallet(
                    Optional.empty(),
                    Optional.empty(),
                    "BOLTS",
                    5,
                    Optional.empty(),
                    Optional.empty())));

    assertThat(warehouse.inbound.announce(draft, ANNA))
        .isEqualTo(new AnnounceOutcome.Announced(new AdviceId("ACME-77")));
    assertThat(warehouse.inbound.announce(draft, ANNA))
        .isEqualTo(new AnnounceOutcome.AlreadyAnnounced(new AdviceId("ACME-77")));
    Advice advice = warehouse.inbound.find(new AdviceId("ACME-77")).orElseThrow();
    assertThat(advice.state()).isEqualTo(AdviceState.ANNOUNCED);
    assertThat(advice.pallets()).hasSize(1);
  }
}
