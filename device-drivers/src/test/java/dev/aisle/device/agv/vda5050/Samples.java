package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Messages of every shape, by seed. */
final class Samples {
  static final VehicleId AGV = new VehicleId("AGV-01");
  static final Instant NOW = Instant.parse("2026-01-05T08:00:00.120Z");
  static final Vda5050Vehicle VEHICLE = new Vda5050Vehicle(AGV, "acme", "0001", Version.V2_1);

  private Samples() {}

  static MessageHeader header() {
    return header(Version.V2_1);
  }

  static MessageHeader header(Version version) {
    return MessageHeader.of(new Vda5050Vehicle(AGV, "acme", "0001", version), 7, NOW);
  }

  static VehicleOrder order(long seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(8);
    int released = 1 + random.nextInt(count);
    int sequence = 2 * random.nextInt(10);
    List<VehicleOrder.Node> nodes = new ArrayList<>();
    List<VehicleOrder.Edge> edges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(
          new VehicleOrder.Node(
              "N" + i,
              sequence + 2 * i,
              i < released,
              random.nextInt(100) / 4.0,
              random.nextInt(100) / 4.0,
              0.25,
              "hall",
              random.nextInt(3) == 0 ? List.of(pick(i)) : List.of()));
      if (i > 0) {
        edges.add(
            new VehicleOrder.Edge(
                "E" + i,
                sequence + 2 * i - 1,
                i < released,
                "N" + (i - 1),
                "N" + i,
                random.nextBoolean() ? Optional.of(1.5) : Optional.empty()));
      }
    }
    return new VehicleOrder(AGV, "AGV-01-" + seed, random.nextInt(5), nodes, edges);
  }

  private static VehicleOrder.Action pick(int i) {
    return new VehicleOrder.Action(
        "T1:pick:" + i,
        "pick",
        VehicleOrder.Blocking.HARD,
        Map.of("loadId", "106141412345678908", "stationType", "floor 巷道"));
  }

  static InstantAction cancel() {
    return new InstantAction(AGV, "cancel-1", "cancelOrder", Map.of());
  }

  static VehicleReport.State state(long seed) {
    Random random = new Random(seed);
    VehicleReport.ActionStatus[] statuses = {
      VehicleReport.ActionStatus.WAITING,
      VehicleReport.ActionStatus.INITIALIZING,
      VehicleReport.ActionStatus.RUNNING,
      VehicleReport.ActionStatus.FINISHED,
      VehicleReport.ActionStatus.FAILED
    };
    return new VehicleReport.State(
        AGV,
        NOW,
        7,
        random.nextBoolean() ? "AGV-01-3" : "",
        random.nextInt(4),
        "N3",
        6,
        List.of(new VehicleReport.NodeState("N4", 8, random.nextBoolean())),
        List.of(new VehicleReport.EdgeState("E4", 7, random.nextBoolean())),
        random.nextBoolean() ? Optional.of(pose()) : Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        VehicleReport.OperatingMode.values()[random.nextInt(5)],
        random.nextInt(1000) / 10.0,
        random.nextBoolean(),
        random.nextBoolean()
            ? List.of(new VehicleReport.Load("106141412345678908", "pallet"))
            : List.of(),
        List.of(
            new VehicleReport.ActionState(
                "T1:pick", "pick", statuses[random.nextInt(statuses.length)], "done")),
        random.nextBoolean()
            ? List.of(
                new VehicleReport.VehicleError(
                    "noRouteError",
                    VehicleReport.VehicleError.Level.WARNING,
                    "no way",
                    Map.of("orderId", "AGV-01-3", "orderUpdateId", "1")))
            : List.of(),
        random.nextBoolean());
  }

  static VehicleReport.Pose pose() {
    return new VehicleReport.Pose(1.5, 2.25, -0.5, "hall", true);
  }

  static VehicleCapabilities facts() {
    return new VehicleCapabilities(
        "Carrier 800",
        "CARRIER",
        "DIFF",
        Optional.of(1_000.0),
        new VehicleCapabilities.Motion(
            Optional.of(1.5), Optional.of(0.5), Optional.of(0.8), Optional.empty()),
        new VehicleCapabilities.Size(Optional.of(1.2), Optional.of(0.8), Optional.of(0.3)),
        new VehicleCapabilities.Limits(
            Map.of("order.nodes", 40, "order.edges", 39),
            Optional.of(100_000),
            Optional.of(64),
            false,
            Optional.of(0.5),
            Optional.of(0.1),
            Optional.of(30.0)),
        Map.of("order.nodes.nodePosition", true, "order.edges.maxSpeed", false),
        List.of(
            skill("pick", VehicleCapabilities.Scope.NODE, VehicleOrder.Blocking.HARD),
            skill("drop", VehicleCapabilities.Scope.NODE, VehicleOrder.Blocking.HARD),
            skill("initPosition", VehicleCapabilities.Scope.INSTANT, VehicleOrder.Blocking.NONE)),
        List.of(
            new VehicleCapabilities.Envelope(
                "empty",
                List.of(
                    new VehicleCapabilities.Point(-0.6, -0.4),
                    new VehicleCapabilities.Point(0.6, -0.4),
                    new VehicleCapabilities.Point(0.6, 0.4)))),
        List.of(
            new VehicleCapabilities.LoadSet(
                "pallets",
                "pallet",
                Optional.of(1.2),
                Optional.of(0.8),
                Optional.of(1.5),
                Optional.of(800.0),
                Optional.of(1.0),
                Optional.of(6.0),
                Optional.of(5.0))),
        Optional.empty(),
        Set.of());
  }

  private static VehicleCapabilities.Skill skill(
      String type, VehicleCapabilities.Scope scope, VehicleOrder.Blocking blocking) {
    return new VehicleCapabilities.Skill(
        type, Set.of(scope), Set.of(blocking), Map.of("loadId", true), false, false);
  }
}
