package dev.aisle.wms.flow;

import static dev.aisle.wms.testing.Warehouse.ANNA;
import static dev.aisle.wms.testing.Warehouse.BOLTS;
import static dev.aisle.wms.testing.Warehouse.MILK;
import static dev.aisle.wms.testing.Warehouse.PALLET;
import static dev.aisle.wms.testing.Warehouse.PALLET_2;
import static dev.aisle.wms.testing.Warehouse.PALLET_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.wms.inventory.BalanceQuery;
import dev.aisle.wms.order.EntryOutcome;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderDraft;
import dev.aisle.wms.order.OrderOutcome;
import dev.aisle.wms.order.OrderRow;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTest extends FlowStory {
  private static final LocalDate EARLY = LocalDate.of(2026, 12, 1);
  private static final LocalDate LATE = LocalDate.of(2027, 3, 1);

  @Test
  void anOrderWithBadLinesIsRefusedNamingEveryFieldAndReason() {
    var draft =
        new OrderDraft(
            "NOBODY",
            Optional.of(LocalDate.of(2020, 1, 1)),
            Optional.empty(),
            List.of(
                new OrderDraft.Line("GHOST", 1),
                new OrderDraft.Line("BOLTS", 0),
                new OrderDraft.Line("BOLTS", 2_000_000),
                new OrderDraft.Line("not an item!", 1)));

    var refused = (EntryOutcome.Refused) warehouse.orders.enter(draft, ANNA);

    assertThat(refused.problems())
        .extracting(p -> p.field() + " " + p.code())
        .containsExactly(
            "customer unknown-customer",
            "requestedFor in-the-past",
            "lines[0].item unknown-item",
            "lines[1].quantity not-positive",
            "lines[2].item item-twice",
            "lines[2].quantity too-large",
            "lines[3].item unknown-item");
    assertThat(warehouse.orders.list(ListQuery.first(10)).total()).isZero();
  }

  @Test
  void theCustomersNumberEnteredTwiceIsOneOrder() {
    var draft =
        new OrderDraft(
            "SHOP-1",
            Optional.empty(),
            Optional.of("PO-7"),
            List.of(new OrderDraft.Line("BOLTS", 1)));

    var first = (EntryOutcome.Entered) warehouse.orders.enter(draft, ANNA);

    assertThat(warehouse.orders.enter(draft, ANNA))
        .isEqualTo(new EntryOutcome.AlreadyEntered(first.order()));
    assertThat(warehouse.orders.list(ListQuery.first(10)).items())
        .extracting(OrderRow::id)
        .containsExactly(new OrderId("SO-000001"));
  }

  @Test
  void anotherOrderUnderTheSameCustomersNumberIsRefused() {
    var lines = List.of(new OrderDraft.Line("BOLTS", 1));
    var others = List.of(new OrderDraft.Line("BOLTS", 2));
    warehouse.orders.enter(
        new OrderDraft("SHOP-1", Optional.empty(), Optional.of("PO-8"), lines), ANNA);

    var refused =
        (EntryOutcome.Refused)
            warehouse.orders.enter(
                new OrderDraft("SHOP-1", Optional.empty(), Optional.of("PO-8"), others), ANNA);

    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("externalRef reference-taken");
    assertThat(warehouse.orders.list(ListQuery.first(10)).total()).isEqualTo(1);
  }

  @Test
  void stockThatExpiresFirstGoesFirstAndThenWhatWasReceivedFirst() {
    warehouse.stored(PALLET, 10, MILK, LATE);
    warehouse.stored(PALLET_2, 10, MILK, EARLY);
    warehouse.stored(PALLET_3, 10, MILK, LATE);

    OrderId order = warehouse.order(MILK, 25);

    assertThat(warehouse.outbound.picksFor(order))
        .extracting(Pick::unit, pick -> pick.quantity().units())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(PALLET_2, 10L),
            org.assertj.core.groups.Tuple.tuple(PALLET, 10L),
            org.assertj.core.groups.Tuple.tuple(PALLET_3, 5L));
  }

  @Test
  void anOrderThatCannotBeFilledHoldsNothingSaysWhyAndIsFilledWhenStockArrives() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId first = warehouse.order(BOLTS, 8);
    OrderId second = warehouse.order(new OrderDraft.Line("BOLTS", 5));

    Order waiting = warehouse.find(second);
    assertThat(waiting.status()).isEqualTo(OrderStatus.BACK_ORDERED);
    assertThat(waiting.lines().getFirst().allocated()).isZero();
    assertThat(waiting.lines().getFirst().shortage())
        .get()
        .satisfies(
            shortage -> {
              assertThat(shortage.wanted()).isEqualTo(5);
              assertThat(shortage.free()).isEqualTo(2);
              assertThat(shortage.heldBy())
                  .singleElement()
                  .satisfies(
                      holder -> {
                        assertThat(holder.ref()).isEqualTo(first + "/1");
                        assertThat(holder.quantity()).isEqualTo(8);
                      });
            });

    warehouse.stored(PALLET_2, 10, BOLTS);

    assertThat(warehouse.find(second).status()).isEqualTo(OrderStatus.OPEN);
    assertThat(warehouse.find(second).lines().getFirst().allocated()).isEqualTo(5);
    assertThat(warehouse.find(second).lines().getFirst().shortage()).isEmpty();
  }

  @Test
  void milestonesGoForwardOneAtATimeAndNeverBack() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 1);

    assertThat(warehouse.orders.advance(order, Milestone.IN_TRANSIT, ANNA))
        .isEqualTo(
            new OrderOutcome.WrongMilestone(order, Milestone.CONFIRMED, Milestone.IN_TRANSIT));
    assertThat(warehouse.orders.advance(order, Milestone.PICKED, ANNA))
        .isInstanceOf(OrderOutcome.WrongMilestone.class);

    warehouse.crew().workUntilQuiet();
    assertThat(warehouse.orders.advance(order, Milestone.IN_TRANSIT, ANNA))
        .isInstanceOf(OrderOutcome.Done.class);
    assertThat(warehouse.orders.advance(order, Milestone.IN_TRANSIT, ANNA))
        .isInstanceOf(OrderOutcome.NothingToDo.class);
    assertThat(warehouse.orders.advance(order, Milestone.SIGNED, ANNA))
        .isInstanceOf(OrderOutcome.WrongMilestone.class);
    assertThatThrownBy(() -> warehouse.database().sql("delete from order_milestone").update())
        .hasMessageContaining("never changed or taken back");
    assertThatThrownBy(
            () ->
                warehouse
                    .database()
                    .sql("insert into order_milestone values (:id, 9, now(), 'x')")
                    .param("id", order.value())
                    .update())
        .hasMessageContaining("not the next one");
  }

  @Test
  void aCancelledOrderGivesItsStockBackAndItsTasksGo() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 10);
    warehouse.crew().vehicleStep();
    assertThat(warehouse.openTasks(TaskKind.PICK)).hasSize(1);

    assertThat(warehouse.orders.cancel(order, ANNA)).isInstanceOf(OrderOutcome.Done.class);
    warehouse.settle();

    assertThat(warehouse.ledger.balances(BalanceQuery.in(PALLET)).getFirst().reserved()).isZero();
    assertThat(warehouse.openTasks(TaskKind.PICK)).isEmpty();
    assertThat(warehouse.orders.cancel(order, ANNA)).isInstanceOf(OrderOutcome.NothingToDo.class);
    warehouse.crew().vehiclesFinish();
    assertThat(warehouse.placeOf(PALLET)).get().asString().startsWith("S-");
  }

  @Test
  void anOrderWithPickedGoodsCannotBeCancelled() {
    warehouse.stored(PALLET, 10, BOLTS);
    OrderId order = warehouse.order(BOLTS, 1);
    warehouse.crew().workUntilQuiet();

    assertThat(warehouse.orders.cancel(order, ANNA))
        .isEqualTo(new OrderOutcome.PickingBegan(order));
  }

  @Test
  void aBackOrderClosedShortIsShippedWithWhatThereIs() {
    Sscc only = PALLET;
    warehouse.stored(only, 3, BOLTS);
    OrderId order = warehouse.order(BOLTS, 5);
    assertThat(warehouse.find(order).status()).isEqualTo(OrderStatus.BACK_ORDERED);

    warehouse.orders.closeShort(order, ANNA);
    warehouse.crew().workUntilQuiet();

    Order shipped = warehouse.find(order);
    assertThat(shipped.milestone()).isEqualTo(Milestone.SHIPPED);
    assertThat(shipped.lines().getFirst().shipped()).isEqualTo(3);
    assertThat(shipped.lines().getFirst().shortClosed()).isEqualTo(2);
  }
}
