package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleGateway;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks VDA 5050, each vehicle in its version and dialect, over one MQTT link. After every connect each vehicle is asked for
 * its state and its factsheet: the broker may have forgotten everything, and need not keep a
 * message of QoS 0, as the factsheet is, at all (MQTT 3.1.1, 3.3.1.3).
 */
public final class Vda5050Gateway implements VehicleGateway {
  private static final Logger LOG = LoggerFactory.getLogger(Vda5050Gateway.class);

  private final MqttLink link;
  private final Clock clock;
  private final Map<VehicleId, Peer> peers = new LinkedHashMap<>();
  private volatile Consumer<VehicleReport> receiver = report -> {};

  public Vda5050Gateway(MqttSettings broker, Collection<Vda5050Vehicle> vehicles, Clock clock) {
    this.clock = clock;
    this.link = new MqttLink(broker, Optional.empty(), clock);
    for (Vda5050Vehicle vehicle : vehicles) {
      if (peers.put(vehicle.id(), new Peer(vehicle, clock)) != null) {
        throw new IllegalArgumentException("%s is there twice".formatted(vehicle.id()));
      }
    }
    for (Peer peer : peers.values()) {
      for (Topic topic :
          List.of(Topic.CONNECTION, Topic.FACTSHEET, Topic.STATE, Topic.VISUALIZATION)) {
        link.subscribe(
            peer.vehicle.topic(topic),
            topic == Topic.CONNECTION ? peer.vehicle.dialect().connectionQos() : topic.qos(),
            (name, payload, retained) -> arrived(peer, topic, payload));
      }
    }
    link.onConnected(this::askEveryone);
  }

  /** A vehicle that is not of this gateway is a mistake of the caller. */
  @Override
  public void send(VehicleOrder order) {
    Peer peer = require(order.vehicle());
    publish(peer, Topic.ORDER, peer.codec.writeOrder(order, peer.header(Topic.ORDER, clock)));
  }

  @Override
  public void send(InstantAction action) {
    Peer peer = require(action.vehicle());
    publish(
        peer,
        Topic.INSTANT_ACTIONS,
        peer.codec.writeInstantActions(
            List.of(action), peer.header(Topic.INSTANT_ACTIONS, clock)));
  }

  @Override
  public void send(VehicleId vehicle, ZoneSet set) {
    Peer peer = require(vehicle);
    publish(
        peer, Topic.ZONE_SET, peer.codec.writeZoneSet(set, peer.header(Topic.ZONE_SET, clock)));
  }

  @Override
  public void send(VehicleId vehicle, List<AccessResponse> responses) {
    Peer peer = require(vehicle);
    publish(
        peer,
        Topic.RESPONSES,
        peer.codec.writeResponses(responses, peer.header(Topic.RESPONSES, clock)));
  }

  @Override
  public void onReport(Consumer<VehicleReport> receiver) {
    this.receiver = receiver;
  }

  @Override
  public void open() {
    link.open();
  }

  @Override
  public boolean isConnected() {
    return link.isConnected();
  }

  /** Of the link to the broker. */
  public DeviceHealth health() {
    return link.health();
  }

  /** Of one vehicle, as its own messages and the broker tell it. */
  public DeviceHealth health(VehicleId vehicle) {
    return require(vehicle).health.read();
  }

  @Override
  public void close() {
    link.close();
  }

  private void publish(Peer peer, Topic topic, byte[] message) {
    if (!link.publish(peer.vehicle.topic(topic), message, topic.qos(), topic.retained())) {
      LOG.debug("{} for {} was not sent, there is no link", topic, peer.vehicle.id());
    }
  }

  private void askEveryone() {
    for (VehicleId vehicle : peers.keySet()) {
      for (String type : List.of("stateRequest", "factsheetRequest")) {
        send(new InstantAction(vehicle, type + "-" + UUID.randomUUID(), type, Map.of()));
      }
    }
  }

  private void arrived(Peer peer, Topic topic, byte[] payload) {
    VehicleId id = peer.vehicle.id();
    Parsed<VehicleReport> parsed =
        switch (topic) {
          case CONNECTION -> peer.codec.readConnection(id, clock.instant(), payload);
          case FACTSHEET -> peer.codec.readFactsheet(id, clock.instant(), payload);
          case STATE -> peer.codec.readState(id, clock.instant(), payload);
          case VISUALIZATION -> peer.codec.readVisualization(id, clock.instant(), payload);
          case ORDER, INSTANT_ACTIONS, ZONE_SET, RESPONSES -> new Parsed.Bad<>("sent by a controller");
        };
    switch (parsed) {
      case Parsed.Good<VehicleReport> good -> {
        peer.heard(good.message());
        receiver.accept(good.message());
      }
      case Parsed.Bad<VehicleReport> bad -> peer.garbled(topic, bad.why());
    }
  }

  private Peer require(VehicleId vehicle) {
    Peer peer = peers.get(vehicle);
    if (peer == null) {
      throw new IllegalArgumentException("%s is not a vehicle of this gateway".formatted(vehicle));
    }
    return peer;
  }

  /** What is kept for one vehicle. */
  private static final class Peer {
    private final Vda5050Vehicle vehicle;
    private final ControllerCodec codec;
    private final HealthMeter health;
    private String lastGarbled = "";
    private final Map<Topic, AtomicLong> headerIds = new EnumMap<>(Topic.class);

    Peer(Vda5050Vehicle vehicle, Clock clock) {
      this.vehicle = vehicle;
      this.codec = new ControllerCodec(vehicle.version(), vehicle.dialect());
      this.health = new HealthMeter(vehicle.id().value(), clock);
      for (Topic topic : Topic.values()) {
        headerIds.put(topic, new AtomicLong());
      }
    }

    MessageHeader header(Topic topic, Clock clock) {
      AtomicLong next = headerIds.get(topic);
      return MessageHeader.of(vehicle, next == null ? 0 : next.getAndIncrement(), clock.instant());
    }

    void heard(VehicleReport report) {
      switch (report) {
        case VehicleReport.Connection connection
            when connection.state() != ConnectionState.ONLINE ->
            health.down(
                switch (connection.state()) {
                  case BROKEN ->
                      DeviceTrouble.of(TroubleKind.CONNECTION_LOST, "lost its link to the broker");
                  case HIBERNATING -> DeviceTrouble.of(TroubleKind.GOODBYE, "is asleep");
                  case ONLINE, OFFLINE -> DeviceTrouble.of(TroubleKind.GOODBYE, "said goodbye");
                });
        case VehicleReport.Factsheet factsheet -> {
          // Retained, perhaps for months: says nothing about the link.
        }
        default -> {
          health.up();
          health.exchanged();
        }
      }
    }

    void garbled(Topic topic, String why) {
      health.error();
      String what = "its %s cannot be read: %s".formatted(topic.level(), why);
      health.check(DeviceTrouble.of(TroubleKind.STRANGE_ANSWER, what));
      if (!what.equals(lastGarbled)) {
        LOG.warn("{}: {}", vehicle.id(), what);
      }
      lastGarbled = what;
    }
  }
}
