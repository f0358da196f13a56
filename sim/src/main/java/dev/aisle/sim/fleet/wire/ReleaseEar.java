package dev.aisle.sim.fleet.wire;

import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears orders and states at the broker as a client of its own, and takes the time from the state
 * that could let a vehicle go on to the order that does. That state is the newest one with
 * something new in it, either of the vehicle itself or of one whose last node lies near the ground
 * that is newly released; so an order that waited for anything else counts as late.
 */
final class ReleaseEar implements AutoCloseable {
  /** Whoever stood so near to a node may have been in the way, in metres. */
  private static final double NEAR_M = 4.5;

  private static final int MOST = 1_000_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MqttLink link;
  private final Roadmap map;
  private final Map<String, Heard> heard = new HashMap<>();
  private final Map<String, Order> orders = new HashMap<>();
  private final List<Long> latencies = new ArrayList<>();
  private boolean counts;
  private long states;
  private long messages;

  /**
   * A state's news.
   *
   * @param node last node
   * @param before last node before that
   */
  private record Heard(String told, String node, String before, long atNanos) {}

  private record Order(String id, int update, int released) {}

  ReleaseEar(MqttSettings settings, Roadmap map, Clock clock) {
    this.map = map;
    link = new MqttLink(settings, Optional.empty(), clock);
    for (String tree : new String[] {"uagv/v2", "vda5050/v3"}) {
      link.subscribe(tree + "/+/+/state", 0, (topic, payload, retained) -> state(topic, payload));
      link.subscribe(tree + "/+/+/order", 0, (topic, payload, retained) -> order(topic, payload));
    }
  }

  void open() {
    link.open();
  }

  /** From now on. */
  synchronized void count() {
    counts = true;
    states = 0;
    messages = 0;
  }

  private static String serial(String topic) {
    return topic.split("/", -1)[3];
  }

  private synchronized void state(String topic, byte[] payload) {
    long now = System.nanoTime();
    JsonNode state = JSON.readTree(payload);
    String serial = serial(topic);
    states++;
    messages++;
    String told =
        "%s/%s %s %s %s"
            .formatted(
                state.path("orderId").asString(""),
                state.path("orderUpdateId"),
                state.path("lastNodeSequenceId"),
                state.path("lastNodeId").asString(""),
                state.path("actionStates"));
    Heard last = heard.get(serial);
    String node = state.path("lastNodeId").asString("");
    if (last == null || !last.told.equals(told)) {
      String before = last == null || last.node.equals(node) ? node : last.node;
      heard.put(serial, new Heard(told, node, before, now));
    }
  }

  private synchronized void order(String topic, byte[] payload) {
    long now = System.nanoTime();
    messages++;
    JsonNode message = JSON.readTree(payload);
    String serial = serial(topic);
    int released = -1;
    List<String> fresh = new ArrayList<>();
    Order last = orders.get(serial);
    String id = message.path("orderId").asString("");
    int update = message.path("orderUpdateId").asInt(0);
    boolean goesOn = last != null && last.id.equals(id);
    int before = last != null && goesOn ? last.released : Integer.MAX_VALUE;
    for (JsonNode node : message.path("nodes")) {
      int sequence = node.path("sequenceId").asInt(0);
      if (node.path("released").asBoolean(false)) {
        released = Math.max(released, sequence);
        if (sequence > before) {
          fresh.add(node.path("nodeId").asString(""));
        }
      }
    }
    if (last != null && goesOn && update <= last.update) {
      return;
    }
    orders.put(serial, new Order(id, update, released));
    if (counts && !fresh.isEmpty() && latencies.size() < MOST) {
      trigger(serial, fresh).ifPresent(at -> latencies.add(now - at));
    }
  }

  private Optional<Long> trigger(String serial, List<String> fresh) {
    List<Node> nodes = fresh.stream().flatMap(id -> map.find(id).stream()).toList();
    return heard.entrySet().stream()
        .filter(
            one ->
                one.getKey().equals(serial)
                    || isNear(one.getValue().before, nodes)
                    || isNear(one.getValue().node, nodes))
        .map(one -> one.getValue().atNanos)
        .max(Long::compare);
  }

  private boolean isNear(String id, List<Node> nodes) {
    return map.find(id).stream()
        .anyMatch(place -> nodes.stream().anyMatch(node -> node.distanceM(place) < NEAR_M));
  }

  synchronized List<Long> latencies() {
    return List.copyOf(latencies);
  }

  synchronized long states() {
    return states;
  }

  synchronized long messages() {
    return messages;
  }

  @Override
  public void close() {
    link.close();
  }
}
