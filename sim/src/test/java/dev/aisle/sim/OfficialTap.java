package dev.aisle.sim;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.VehicleSideCodec;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to everything on a broker and holds it against the official schemas of VDA 5050 and the
 * rules for orders that they lack. What 2.0 vehicles say and hear is held against those of 2.1,
 * which ask for more.
 */
final class OfficialTap implements AutoCloseable {
  private static final Path SCHEMAS = Path.of("../device-drivers/src/test/resources/vda5050");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MqttLink link;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, VehicleOrder> last = new HashMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Set<String> heard = new ConcurrentSkipListSet<>();

  OfficialTap(String brokerUri) {
    link =
        new MqttLink(
            new MqttSettings(brokerUri, "tap", "", ""), Optional.empty(), Clock.systemUTC());
    for (String tree : List.of("uagv/v2/#", "vda5050/v3/#")) {
      link.subscribe(tree, 1, (name, payload, retained) -> check(name, payload));
    }
    link.open();
  }

  /** What broke a schema or a rule, in the order it was heard. */
  List<String> faults() {
    return faults;
  }

  /** Versions with the kinds of message heard in them, for example {@code 2.1.0 order}. */
  Set<String> heard() {
    return new TreeSet<>(heard);
  }

  private void check(String name, byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    String kind = name.substring(name.lastIndexOf('/') + 1);
    String said = JSON.readTree(text).path("version").asString("");
    heard.add(said + " " + kind);
    Optional<Version> version = Version.of(said);
    if (version.isEmpty() || !name.contains("/" + version.get().majorLevel() + "/")) {
      faults.add("%s says version '%s'".formatted(name, said));
      return;
    }
    String set = version.get() == Version.V3_0 ? "3.0.0" : "2.1.0";
    schemas
        .computeIfAbsent(set + "/" + kind + ".schema", OfficialTap::read)
        .validate(
            text,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .forEach(error -> faults.add(name + ": " + error));
    if (kind.equals("order")) {
      checkOrder(name, version.get(), payload);
    }
  }

  private void checkOrder(String name, Version version, byte[] payload) {
    VehicleSideCodec codec = new VehicleSideCodec(version, Dialect.standard(version));
    switch (codec.readOrder(new VehicleId(name), payload)) {
      case Parsed.Bad<VehicleOrder>(String why) -> faults.add(name + ": " + why);
      case Parsed.Good<VehicleOrder>(VehicleOrder order) -> {
        VehicleOrder before = last.put(name, order);
        if (before == null || !before.orderId().equals(order.orderId())) {
          note(order.orderUpdateId() == 0, name, "begins with update " + order.orderUpdateId());
        } else if (before.orderUpdateId() != order.orderUpdateId()) {
          VehicleOrder.Node end =
              before.nodes().stream()
                  .filter(VehicleOrder.Node::released)
                  .reduce((earlier, later) -> later)
                  .orElseThrow();
          VehicleOrder.Node first = order.nodes().getFirst();
          note(order.orderUpdateId() > before.orderUpdateId(), name, "goes back in its updates");
          note(
              version == Version.V3_0
                  ? first.equals(end)
                  : first.nodeId().equals(end.nodeId())
                      && first.sequenceId() == end.sequenceId()
                      && first.actions().isEmpty(),
              name,
              "does not continue at " + end);
        } else {
          note(order.equals(before), name, "is another one under the same name");
        }
      }
    }
  }

  private void note(boolean fine, String name, String fault) {
    if (!fine) {
      faults.add(name + ": " + fault);
    }
  }

  private static Schema read(String file) {
    try (InputStream in = Files.newInputStream(SCHEMAS.resolve(file))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
