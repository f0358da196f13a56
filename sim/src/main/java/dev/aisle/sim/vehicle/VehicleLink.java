package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.mqtt.LastWill;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.sim.air.Air;
import dev.aisle.sim.air.Weather;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
  private final VehicleMessages messages;
  private final BlockingQueue<Consumer<Vehicle>> inbox = new ArrayBlockingQueue<>(INBOX);
  private final AtomicBoolean justConnected = new AtomicBoolean();
  private final Air in;
  private final Air out;
  private volatile MqttLink link;
  private boolean away;

  public VehicleLink(VehicleSpec spec, MqttSettings settings, Clock clock) {
    this.spec = spec;
    this.settings = settings;
    this.clock = clock;
    address = spec.address();
    // counts on over restarts, for no vehicle says more than twenty things a second
    messages = new VehicleMessages(spec, clock.millis() / 50 % (1L << 31));
    in = new Air(Weather.FINE, 0, 0, new SplittableRandom(id().value().hashCode()));
    out = new Air(Weather.FINE, 0, 0, new SplittableRandom(~id().value().hashCode()));
    link = newLink();
  }

  private MqttLink newLink() {
    String will = new String(messages.lastWill(clock.instant()), StandardCharsets.UTF_8);
    MqttLink made =
        new MqttLink(
            settings, Optional.of(new LastWill(address.topic(Topic.CONNECTION), will)), clock);
    made.subscribe(
        address.topic(Topic.ORDER),
        Topic.ORDER.qos(),
        (name, payload, retained) -> inbox.offer(messages.order(payload)));
    made.subscribe(
        address.topic(Topic.INSTANT_ACTIONS),
        Topic.INSTANT_ACTIONS.qos(),
        (name, payload, retained) -> inbox.offer(messages.instantActions(payload)));
    if (spec.version().hasZones()) {
      made.subscribe(
          address.topic(Topic.ZONE_SET),
          Topic.ZONE_SET.qos(),
          (name, payload, retained) -> inbox.offer(messages.zoneSet(payload)));
      made.subscribe(
          address.topic(Topic.RESPONSES),
          Topic.RESPONSES.qos(),
          (name, payload, retained) ->
              inbox.offer(vehicle -> messages.responses(payload).accept(vehicle, clock.instant())));
    }
    made.onConnected(() -> justConnected.set(true));
    return made;
  }

  public void open() {
    link.open();
  }

  public VehicleId id() {
    return spec.id();
  }

  /** Hands over to the vehicle what has come in since. */
  public void deliver(Vehicle vehicle) {
    List<Consumer<Vehicle>> received = new ArrayList<>();
    inbox.drainTo(received);
    long now = clock.millis();
    received.forEach(message -> in.send(now, () -> message.accept(vehicle)));
    in.deliver(now);
    out.deliver(now);
  }

  /** From now on messages of quality of service 0 may be lost, doubled or late, both ways. */
  public void turn(Weather weather) {
    in.turn(weather);
    out.turn(weather);
  }

  /** True once after each connect: then everything has to be said anew. */
  public boolean takeJustConnected() {
    return justConnected.getAndSet(false);
  }

  public void sayOnline() {
    sayConnection(ConnectionState.ONLINE);
  }

  public void sayConnection(ConnectionState state) {
    send(Topic.CONNECTION, messages.connection(state, clock.instant()));
  }

  public void sayState(State state) {
    send(Topic.STATE, messages.state(state, clock.instant()));
  }

  public void sayPose(Pose pose) {
    send(Topic.VISUALIZATION, messages.pose(pose, clock.instant()));
  }

  public void sayFactsheet() {
    send(Topic.FACTSHEET, messages.factsheet(clock.instant()));
  }

  private void send(Topic topic, byte[] payload) {
    MqttLink by = link;
    Runnable publish =
        () -> by.publish(address.topic(topic), payload, topic.qos(), topic.retained());
    if (topic.qos() > 0) {
      publish.run();
    } else {
      long now = clock.millis();
      out.send(now, publish);
      out.deliver(now);
    }
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
