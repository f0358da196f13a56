package dev.aisle.sim;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.PortalSpec;
import dev.aisle.sim.world.TaggedUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A small site: one dock, nodes 2 m apart in a row from it (D1, N1, N2, …), a tag head over N3, and
 * one vehicle that stands at the dock.
 */
final class TestSite {
  static final VehicleId AGV = new VehicleId("AGV-01");
  static final Vda5050Vehicle ADDRESS = new Vda5050Vehicle(AGV, "aisle", "0001", Version.V2_1);
  static final TaggedUnit PALLET = new TaggedUnit("106141412345678908", "3174257BF4499602D2000000");

  private TestSite() {}

  static Map<String, Point> points() {
    Map<String, Point> points = new LinkedHashMap<>();
    points.put("D1.door-open", Point.parse("coil 0"));
    points.put("D1.eye-outer", Point.parse("input 0 counter 100"));
    points.put("D1.eye-inner", Point.parse("input 1 counter 101"));
    points.put("D1.door-is-open", Point.parse("input 2"));
    points.put("D1.door-is-closed", Point.parse("input 3"));
    points.put("D1.truck-here", Point.parse("input 4"));
    return points;
  }

  static SimConfig config(String brokerUri, Path dir, int plcPort, int headPort, double speed) {
    VehicleSpec spec =
        new VehicleSpec(AGV, "aisle", "0001", "D1", 0, 0, "floor", 1.2, 0.8, 1.5, 0.5);
    return new SimConfig(
        List.of(
            new SimConfig.VehiclePlayed(
                spec, new MqttSettings(brokerUri, "AGV-01", "AGV-01", "secret"))),
        Set.of(),
        List.of(PortalSpec.of("D1", "reader-D1", PortalSpec.Flow.INBOUND)),
        List.of(ReaderSpec.of("reader-D1", dir.resolve("run/reader-D1"))),
        new PlcSpec(
            "plc-1",
            plcPort,
            points().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, p -> PlcPoint.of(p.getValue())))),
        Optional.of(new SimConfig.HeadGateway(headPort, List.of(new HeadSpec("head-N3", 1, "N3")))),
        42,
        speed,
        dir.resolve("world.json"));
  }

  /** From D1 along the row, all released. {@code actions} by number of the node. */
  static VehicleOrder order(String id, int to, Map<Integer, String> actions) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i <= to; i++) {
      if (i > 0) {
        edges.add(new Edge("E" + i, 2 * i - 1, true, name(i - 1), name(i), Optional.empty()));
      }
      List<Action> todo =
          Optional.ofNullable(actions.get(i)).stream()
              .map(type -> new Action("T:" + type, type, Blocking.HARD, Map.of()))
              .toList();
      nodes.add(new Node(name(i), 2 * i, true, 2.0 * i, 0, 0.1, "floor", todo));
    }
    return new VehicleOrder(AGV, id, 0, nodes, edges);
  }

  private static String name(int i) {
    return i == 0 ? "D1" : "N" + i;
  }

  static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .dontCatchUncaughtExceptions() // of the broker and its client while others go away
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }
}
