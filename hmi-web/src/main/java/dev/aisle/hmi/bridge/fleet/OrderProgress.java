package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.hmi.live.fleet.VehicleOrderView;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Act;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Progress;
import dev.aisle.hmi.live.fleet.VehicleOrderView.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays the vehicle's own words beside its order. */
final class OrderProgress {
  private OrderProgress() {}

  static VehicleOrderView of(KnownOrder order, Optional<State> state) {
    Optional<State> ours = state.filter(s -> s.orderId().equals(order.orderId()));
    int last = ours.map(State::lastNodeSequenceId).orElse(-1);
    boolean confirmed = ours.filter(s -> s.orderUpdateId() >= order.updateId()).isPresent();
    List<Step> steps = new ArrayList<>();
    for (VehicleOrder.Node node : order.nodes()) {
      steps.add(
          new Step(
              node.sequenceId(),
              false,
              node.nodeId(),
              progress(node.sequenceId(), last, node.released()),
              null,
              node.actions().stream().map(action -> act(action, ours)).toList()));
    }
    for (VehicleOrder.Edge edge : order.edges()) {
      steps.add(
          new Step(
              edge.sequenceId(),
              true,
              edge.edgeId(),
              progress(edge.sequenceId(), last, edge.released()),
              edge.maxSpeedMps().orElse(null),
              List.of()));
    }
    steps.sort(Comparator.comparingInt(Step::sequence));
    return new VehicleOrderView(order.orderId(), order.updateId(), confirmed, steps);
  }

  private static Progress progress(int sequence, int last, boolean released) {
    if (sequence == last) {
      return Progress.HERE;
    }
    if (sequence < last) {
      return Progress.PASSED;
    }
    return released ? Progress.RELEASED : Progress.PLANNED;
  }

  private static Act act(VehicleOrder.Action action, Optional<State> state) {
    Optional<ActionState> said =
        state.stream()
            .flatMap(s -> s.allActionStates().stream())
            .filter(one -> OrderLimits.same(action.actionId(), one.actionId()))
            .findFirst();
    return new Act(
        action.actionId(),
        action.type(),
        lower(action.blocking()),
        said.map(one -> lower(one.status())).orElse(null),
        said.map(ActionState::description).filter(text -> !text.isBlank()).orElse(null));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
