package dev.aisle.sim.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.vda5050.ControllerCodec;
import dev.aisle.device.agv.vda5050.MessageHeader;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.StateMessage;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.sim.air.Air;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleMessages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A vehicle and both ends of its conversation with the controller. Every message goes over the air
 * in the fields of its version and dialect; only states, which are by far the most, are not made
 * into bytes and read again.
 */
final class VirtualRadio {
  private final Vehicle vehicle;
  private final VehicleMessages words;
  private final Vda5050Vehicle address;
  private final ControllerCodec controller;
  private final Air air;
  private final Consumer<DispatchInput> inbox;
  private final Map<Topic, Long> headerIds = new EnumMap<>(Topic.class);
  private Runnable retainedConnection = () -> {};
  private Runnable retainedFactsheet = () -> {};
  private long now;
  private long cutUntilMs;
  private long messages;

  /** Reads one kind of message at the controller's end. */
  private interface Reading {
    Parsed<VehicleReport> read(Instant at, byte[] payload);
  }

  /**
   * @param inbox of the controller
   */
  VirtualRadio(Vehicle vehicle, Air air, Consumer<DispatchInput> inbox) {
    this.vehicle = vehicle;
    this.air = air;
    this.inbox = inbox;
    address = vehicle.spec().address();
    words = new VehicleMessages(vehicle.spec(), 0);
    controller = new ControllerCodec(address.version(), address.dialect());
  }

  Vehicle vehicle() {
    return vehicle;
  }

  boolean isLinked() {
    return cutUntilMs <= now;
  }

  /** Time goes on; a link that comes back says so. */
  void tick(long nowMs) {
    boolean wasLinked = isLinked();
    now = nowMs;
    if (!wasLinked && isLinked()) {
      sayHello();
    }
  }

  /** Connection and factsheet, which the broker keeps for whoever asks, and a first state. */
  void sayHello() {
    sayConnection(ConnectionState.ONLINE);
    sayFactsheet();
    sayState();
  }

  private void sayConnection(ConnectionState state) {
    byte[] connection = words.connection(state, instant());
    Reading reading = (at, payload) -> controller.readConnection(vehicle.spec().id(), at, payload);
    surely(reading, connection);
    retainedConnection = () -> hear(reading, connection);
  }

  private void sayFactsheet() {
    byte[] factsheet = words.factsheet(instant());
    Reading reading = (at, payload) -> controller.readFactsheet(vehicle.spec().id(), at, payload);
    surely(reading, factsheet);
    retainedFactsheet = () -> hear(reading, factsheet);
  }

  /** What the broker has kept for whoever asks anew. */
  void hearRetained() {
    air.sendSurely(now, retainedConnection);
    air.sendSurely(now, retainedFactsheet);
  }

  void sayState() {
    if (!isLinked() || vehicle.isMute()) {
      return;
    }
    StateMessage state = words.stateMessage(vehicle.report(instant()), instant());
    messages++;
    air.send(now, () -> heard(controller.readState(vehicle.spec().id(), instant(), state)));
    vehicle.takeConnectionDue().ifPresent(this::sayConnection);
  }

  private void surely(Reading reading, byte[] payload) {
    messages++;
    air.sendSurely(now, () -> hear(reading, payload));
  }

  private void hear(Reading reading, byte[] payload) {
    heard(reading.read(instant(), payload));
  }

  private void heard(Parsed<VehicleReport> said) {
    switch (said) {
      case Parsed.Good<VehicleReport>(VehicleReport report) ->
          inbox.accept(new DispatchInput.Report(report));
      case Parsed.Bad<VehicleReport>(String why) ->
          throw new IllegalStateException(
              "%s said what cannot be read: %s".formatted(address.id(), why));
    }
  }

  void send(VehicleOrder order) {
    byte[] payload = controller.writeOrder(order, header(Topic.ORDER));
    messages++;
    air.send(now, () -> received(words.order(payload)));
  }

  void send(InstantAction action) {
    byte[] payload = controller.writeInstantActions(List.of(action), header(Topic.INSTANT_ACTIONS));
    messages++;
    air.send(now, () -> received(words.instantActions(payload)));
  }

  void send(ZoneSet set) {
    byte[] payload = controller.writeZoneSet(set, header(Topic.ZONE_SET));
    messages++;
    air.send(now, () -> received(words.zoneSet(payload)));
  }

  void send(List<AccessResponse> responses) {
    byte[] payload = controller.writeResponses(responses, header(Topic.RESPONSES));
    messages++;
    air.send(now, () -> received(heard -> words.responses(payload).accept(heard, instant())));
  }

  private void received(Consumer<Vehicle> message) {
    if (isLinked()) {
      message.accept(vehicle);
      if (vehicle.takeFactsheetDue()) {
        sayFactsheet();
      }
    }
  }

  /** The link is lost; the broker publishes the last will. */
  void cut(long untilMs) {
    if (isLinked()) {
      sayConnection(ConnectionState.BROKEN);
      cutUntilMs = untilMs;
    }
  }

  long messages() {
    return messages;
  }

  private MessageHeader header(Topic topic) {
    return MessageHeader.of(address, headerIds.merge(topic, 1L, Long::sum), instant());
  }

  private Instant instant() {
    return FleetRun.START.plusMillis(now);
  }
}
