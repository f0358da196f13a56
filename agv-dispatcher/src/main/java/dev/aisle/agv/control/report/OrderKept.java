package dev.aisle.agv.control.report;

import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.util.Optional;

/**
 * What a vehicle's state says of whether it still has the order it was sent, and where it stands.
 */
final class OrderKept {
  /** Farther from its last node than this, in metres, it may stand in the way of others. */
  private static final double ON_NODE_M = 0.3;

  private OrderKept() {}

  /** An update presupposes that the vehicle once mirrored the order it no longer reports. */
  static boolean hasForgotten(Roadmap map, VehicleTrack track, State state) {
    if (!track.isLocated()) {
      return false;
    }
    if (track.sent.isPresent() && (track.mirrored || track.sent.get().orderUpdateId() > 0)) {
      return true;
    }
    Optional<VehicleOrder.Node> first = track.sent.map(order -> order.nodes().getFirst());
    String expected = first.map(VehicleOrder.Node::nodeId).orElse(track.here().node());
    return !state.driving()
        && state.nodeStates().isEmpty()
        && map.has(state.lastNodeId())
        && (!state.lastNodeId().equals(expected)
            || first.filter(node -> isBeyond(node, state)).isPresent());
  }

  /** It could not take an order that begins there, even if it heard of it. */
  private static boolean isBeyond(VehicleOrder.Node first, State state) {
    return state
        .pose()
        .filter(Pose::localized)
        .filter(pose -> pose.mapId().equals(first.mapId()))
        .filter(pose -> apartM(pose, first.xM(), first.yM()) > first.deviationM())
        .isPresent();
  }

  /** Whether it says that it stands on a node, and not somewhere beside it. */
  static boolean isAt(Node node, State state) {
    return state
        .pose()
        .filter(Pose::localized)
        .filter(pose -> node.map().isEmpty() || pose.mapId().equals(node.map()))
        .filter(pose -> apartM(pose, node.xM(), node.yM()) <= ON_NODE_M)
        .isPresent();
  }

  private static double apartM(Pose pose, double xM, double yM) {
    return Math.hypot(pose.xM() - xM, pose.yM() - yM);
  }

  /**
   * It has the whole order, but nothing of it is left to do, though it is not at its end: it was
   * cancelled at the vehicle, or taken from it by another operating mode (VDA 5050 3.0, 6.7).
   */
  static boolean hasDropped(VehicleTrack track, State state) {
    VehicleOrder order = track.sent.orElseThrow();
    int end = 2 * (int) (track.released - track.firstVisit);
    return track.isLocated()
        && track.isAutomatic()
        && state.orderUpdateId() == order.orderUpdateId()
        && state.nodeStates().isEmpty()
        && !state.driving()
        && state.lastNodeSequenceId() < end;
  }
}
