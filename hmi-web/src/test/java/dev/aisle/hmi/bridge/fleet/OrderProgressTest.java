package dev.aisle.hmi.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.WireMessage;
import dev.aisle.hmi.live.fleet.VehicleMessage;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Act;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Progress;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Step;
import dev.aisle.hmi.testing.SmallSite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A vehicle's order and messages as a technician sees them. */
class OrderProgressTest {
  private static final VehicleId ONE = new VehicleId("AGV-01");

  @Test
  void updatesJoinToOneOrderAndTheStateSaysHowFarItHasCome() {
    KnownOrder order = KnownOrder.of(order("AGV-01-1", 0, 0, 2, "A", "B", "C"));
    order = order.then(order("AGV-01-1", 1, 2, 4, "B", "C", "D"));
    var view = OrderProgress.of(order, Optional.of(state("AGV-01-1", 1, "B", 2)));
    assertThat(view.confirmed()).isTrue();
    assertThat(view.steps())
        .filteredOn(step -> !step.edge())
        .extracting(Step::id, Step::progress)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A", Progress.PASSED),
            org.assertj.core.groups.Tuple.tuple("B", Progress.HERE),
            org.assertj.core.groups.Tuple.tuple("C", Progress.RELEASED),
            org.assertj.core.groups.Tuple.tuple("D", Progress.PLANNED));
    assertThat(view.steps()).extracting(Step::sequence).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(view.steps().get(2).actions())
        .containsExactly(new Act("AGV-01-1:2", "beep", "none", "running", "half way"));
    assertThat(order.told()).isEqualTo(1);
  }

  @Test
  void anOrderTheVehicleSaysNothingOfIsNotConfirmed() {
    KnownOrder order = KnownOrder.of(order("AGV-01-2", 0, 0, 2, "A", "B"));
    var view = OrderProgress.of(order, Optional.of(state("AGV-01-1", 3, "D", 8)));
    assertThat(view.confirmed()).isFalse();
    assertThat(view.steps()).extracting(Step::progress).containsOnly(Progress.RELEASED);
    assertThat(order.then(order("AGV-01-3", 0, 0, 0, "B", "C")).nodes()).hasSize(2);
  }

  @Test
  void anEndlessOrderIsRememberedFromItsNewEnd() {
    KnownOrder order = KnownOrder.of(order("AGV-01-1", 0, 0, 2, "N0", "N1"));
    for (int i = 1; i < 2 * KnownOrder.MOST_NODES; i++) {
      order = order.then(order("AGV-01-1", i, 2 * i, 2 * i + 2, "N" + i, "N" + (i + 1)));
    }
    assertThat(order.nodes()).hasSize(KnownOrder.MOST_NODES);
    assertThat(order.nodes().getLast().nodeId()).isEqualTo("N" + 2 * KnownOrder.MOST_NODES);
  }

  @Test
  void theNewestMessagesAreKeptAndWhatIsNoTextIsShownInBytes() {
    MessageLog log = new MessageLog(SmallSite.site());
    for (int i = 0; i < MessageLog.MOST_EACH + 3; i++) {
      log.take(
          message(Topic.STATE, "{\"headerId\":%d}".formatted(i).getBytes(StandardCharsets.UTF_8)));
    }
    log.take(message(Topic.VISUALIZATION, new byte[] {'{', '}'}));
    log.take(message(Topic.STATE, new byte[] {(byte) 0xFF, 0x01}));
    log.take(message(Topic.STATE, new byte[MessageLog.MOST_BYTES + 9]));
    List<VehicleMessage> kept = log.of(ONE);
    assertThat(kept).hasSize(MessageLog.MOST_EACH);
    assertThat(kept.getFirst().json()).isEqualTo("{\"headerId\":5}");
    assertThat(kept.get(kept.size() - 2).hex()).isEqualTo("FF01");
    assertThat(kept.getLast().cut()).isTrue();
    assertThat(log.of(new VehicleId("AGV-02"))).isEmpty();
  }

  private static WireMessage message(Topic topic, byte[] payload) {
    return new WireMessage(ONE, Instant.EPOCH, false, topic, ByteBuffer.wrap(payload));
  }

  /** Nodes from a sequence id on, released up to another. */
  private static VehicleOrder order(
      String id, int update, int first, int releasedTo, String... names) {
    List<VehicleOrder.Node> nodes = new ArrayList<>();
    List<VehicleOrder.Edge> edges = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      int sequence = first + 2 * i;
      List<VehicleOrder.Action> actions =
          sequence == 2
              ? List.of(
                  new VehicleOrder.Action(id + ":2", "beep", VehicleOrder.Blocking.NONE, Map.of()))
              : List.of();
      nodes.add(
          new VehicleOrder.Node(
              names[i], sequence, sequence <= releasedTo, 0, 0, 0.3, "hall", actions));
      if (i > 0) {
        edges.add(
            new VehicleOrder.Edge(
                names[i - 1] + "-" + names[i],
                sequence - 1,
                sequence <= releasedTo,
                names[i - 1],
                names[i],
                Optional.of(1.5)));
      }
    }
    return new VehicleOrder(ONE, id, update, nodes, edges);
  }

  private static State state(String orderId, int updateId, String node, int sequence) {
    return new State(
        ONE,
        Instant.EPOCH,
        1,
        orderId,
        updateId,
        node,
        sequence,
        List.of(),
        List.of(),
        Optional.empty(),
        true,
        false,
        false,
        OperatingMode.AUTOMATIC,
        80,
        false,
        List.of(),
        List.of(new ActionState("AGV-01-1:2", "beep", ActionStatus.RUNNING, "half way")),
        List.of(),
        false);
  }
}
