package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.vda5050.MessageHeader;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.StateMessage;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleSideCodec;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The words of a vehicle, in its version and dialect: bytes in, what the vehicle makes of them; and
 * bytes out, with counting header ids. Knows no link and no clock. Not thread-safe but for reading.
 */
public final class VehicleMessages {
  private final VehicleSpec spec;
  private final Vda5050Vehicle address;
  private final VehicleSideCodec codec;
  private final Map<Topic, Long> headerIds = new EnumMap<>(Topic.class);

  /**
   * @param firstHeaderId before the first of every topic
   */
  public VehicleMessages(VehicleSpec spec, long firstHeaderId) {
    this.spec = spec;
    address = spec.address();
    codec = new VehicleSideCodec(spec.version(), spec.dialect());
    restart(firstHeaderId);
  }

  /** Counts from here again. */
  public void restart(long firstHeaderId) {
    for (Topic topic : Topic.values()) {
      headerIds.put(topic, firstHeaderId);
    }
  }

  /** What an order message does to the vehicle. */
  public Consumer<Vehicle> order(byte[] payload) {
    return switch (codec.readOrder(spec.id(), payload)) {
      case Parsed.Good<VehicleOrder>(VehicleOrder order) -> vehicle -> vehicle.receive(order);
      case Parsed.Bad<VehicleOrder>(String why) -> {
        Map<String, String> references = OrderName.references(payload);
        yield vehicle -> vehicle.receiveMalformed(why, references);
      }
    };
  }

  /** What a message of instant actions does to the vehicle. */
  public Consumer<Vehicle> instantActions(byte[] payload) {
    return switch (codec.readInstantActions(spec.id(), payload)) {
      case Parsed.Good<List<InstantAction>>(List<InstantAction> actions) ->
          vehicle -> actions.forEach(vehicle::receive);
      case Parsed.Bad<List<InstantAction>>(String why) ->
          vehicle -> vehicle.receiveMalformed(why, Map.of());
    };
  }

  /** What a message of zones does to the vehicle. */
  public Consumer<Vehicle> zoneSet(byte[] payload) {
    return switch (codec.readZoneSet(payload)) {
      case Parsed.Good<ZoneSet>(ZoneSet set) -> vehicle -> vehicle.receive(set);
      case Parsed.Bad<ZoneSet>(String why) -> vehicle -> vehicle.receiveMalformed(why, Map.of());
    };
  }

  /** What a message of answers does to the vehicle, which hears it at a time. */
  public BiConsumer<Vehicle, Instant> responses(byte[] payload) {
    return switch (codec.readResponses(payload)) {
      case Parsed.Good<List<AccessResponse>>(List<AccessResponse> responses) ->
          (vehicle, now) -> vehicle.receive(responses, now);
      case Parsed.Bad<List<AccessResponse>>(String why) ->
          (vehicle, now) -> vehicle.receiveMalformed(why, Map.of());
    };
  }

  public byte[] connection(ConnectionState state, Instant now) {
    return codec.writeConnection(state, nextHeader(Topic.CONNECTION, now));
  }

  /** The last will, which has no number of its own. */
  public byte[] lastWill(Instant now) {
    return codec.writeConnection(ConnectionState.BROKEN, MessageHeader.of(address, 0, now));
  }

  public byte[] state(State state, Instant now) {
    return stateMessage(state, now).bytes();
  }

  /** The same before it becomes bytes. */
  public StateMessage stateMessage(State state, Instant now) {
    return codec.stateMessage(state, nextHeader(Topic.STATE, now));
  }

  public byte[] pose(Pose pose, Instant now) {
    return codec.writeVisualization(pose, nextHeader(Topic.VISUALIZATION, now));
  }

  public byte[] factsheet(Instant now) {
    return codec.writeFactsheet(VehicleSkills.of(spec), nextHeader(Topic.FACTSHEET, now));
  }

  private MessageHeader nextHeader(Topic topic, Instant now) {
    return MessageHeader.of(address, headerIds.merge(topic, 1L, Long::sum), now);
  }
}
