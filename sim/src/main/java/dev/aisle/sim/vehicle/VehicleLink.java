package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.MessageHeader;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleSideCodec;
import dev.aisle.device.mqtt.LastWill;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A vehicle's radio: its own client of the broker with its own sign-in and last will. What comes in
 * waits in a short queue until {@link #deliver} is called; when the queue is full the newest is
 * lost, as QoS 0 allows.
 */
public final class VehicleLink implements AutoCloseable {
  private static final int INBOX = 64;

  private final VehicleSpec spec;
  private final MqttSettings settings;
  private final Clock clock;
  private final Vda5050Vehicle address;
  private final VehicleSideCodec codec;
  private final Map<Topic, Long> headerIds = new EnumMap<>(Topic.class);
  private final BlockingQueue<Consumer<Vehicle>> inbox = new ArrayBlockingQueue<>(INBOX);
  private final AtomicBoolean justConnected = new AtomicBoolean();
  private volatile MqttLink link;
  private boolean away;

  public VehicleLink(VehicleSpec spec, MqttSettings settings, Clock clock) {
    this.spec = spec;
    this.settings = settings;
    this.clock = clock;
    address = spec.address();
    codec = new VehicleSideCodec(spec.version(), spec.dialect());
    // counts on over restarts, for no vehicle says more than twenty things a second
    long firstId = clock.millis() / 50 % (1L << 31);
    for (Topic topic : Topic.values()) {
      headerIds.put(topic, firstId);
    }
    link = newLink();
  }

  private MqttLink newLink() {
    String will =
        new String(
            codec.writeConnection(
                ConnectionState.BROKEN, MessageHeader.of(address, 0, clock.instant())),
            StandardCharsets.UTF_8);
    MqttLink made =
        new MqttLink(
            settings, Optional.of(new LastWill(address.topic(Topic.CONNECTION), will)), clock);
    made.subscribe(
        address.topic(Topic.ORDER),
        Topic.ORDER.qos(),
        (name, payload, retained) -> inbox.offer(readOrder(payload)));
    made.subscribe(
        address.topic(Topic.INSTANT_ACTIONS),
        Topic.INSTANT_ACTIONS.qos(),
        (name, payload, retained) -> inbox.offer(readActions(payload)));
    made.onConnected(() -> justConnected.set(true));
    return made;
  }

  public void open() {
    link.open();
  }

  public VehicleId id() {
    return spec.id();
  }

  private Consumer<Vehicle> readOrder(byte[] payload) {
    return switch (codec.readOrder(spec.id(), payload)) {
      case Parsed.Good<VehicleOrder>(VehicleOrder order) -> vehicle -> vehicle.receive(order);
      case Parsed.Bad<VehicleOrder>(String why) -> {
        Map<String, String> references = OrderName.references(payload);
        yield vehicle -> vehicle.receiveMalformed(why, references);
      }
    };
  }

  private Consumer<Vehicle> readActions(byte[] payload) {
    return switch (codec.readInstantActions(spec.id(), payload)) {
      case Parsed.Good<List<InstantAction>>(List<InstantAction> actions) ->
          vehicle -> actions.forEach(vehicle::receive);
      case Parsed.Bad<List<InstantAction>>(String why) ->
          vehicle -> vehicle.receiveMalformed(why, Map.of());
    };
  }

  /** Hands over to the vehicle what has come in since. */
  public void deliver(Vehicle vehicle) {
    List<Consumer<Vehicle>> received = new ArrayList<>();
    inbox.drainTo(received);
    received.forEach(message -> message.accept(vehicle));
  }

  /** True once after each connect: then everything has to be said anew. */
  public boolean takeJustConnected() {
    return justConnected.getAndSet(false);
  }

  public void sayOnline() {
    sayConnection(ConnectionState.ONLINE);
  }

  private void sayConnection(ConnectionState state) {
    send(Topic.CONNECTION, codec.writeConnection(state, nextHeader(Topic.CONNECTION)));
  }

  public void sayState(State state) {
    send(Topic.STATE, codec.writeState(state, nextHeader(Topic.STATE)));
  }

  public void sayPose(Pose pose) {
    send(Topic.VISUALIZATION, codec.writeVisualization(pose, nextHeader(Topic.VISUALIZATION)));
  }

  public void sayFactsheet() {
    send(
        Topic.FACTSHEET, codec.writeFactsheet(VehicleSkills.of(spec), nextHeader(Topic.FACTSHEET)));
  }

  private MessageHeader nextHeader(Topic topic) {
    return MessageHeader.of(address, headerIds.merge(topic, 1L, Long::sum), clock.instant());
  }

  private void send(Topic topic, byte[] payload) {
    link.publish(address.topic(topic), payload, topic.qos(), topic.retained());
  }

  /** Cuts the radio without a goodbye; the broker publishes the last will. */
  public synchronized void vanish() {
    if (!away) {
      away = true;
      link.vanish();
    }
  }

  /** Switches the radio on again. */
  public synchronized void comeBack() {
    if (away) {
      away = false;
      inbox.clear();
      link = newLink();
      link.open();
    }
  }

  /** Says OFFLINE and goodbye. */
  @Override
  public synchronized void close() {
    if (!away) {
      away = true;
      sayConnection(ConnectionState.OFFLINE);
      link.close();
    }
  }
}
