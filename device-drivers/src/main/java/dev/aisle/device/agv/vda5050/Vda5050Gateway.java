package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleGateway;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.vda5050.Peer.Tongue;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks VDA 5050, with each vehicle in its version and dialect, over one MQTT link. After every
 * connect each vehicle is asked for its state and its factsheet: the broker may have forgotten
 * everything, and need not keep a message of QoS 0, as the factsheet is, at all (MQTT 3.1.1,
 * 3.3.1.3).
 */
public final class Vda5050Gateway implements VehicleGateway {
  private static final Logger LOG = LoggerFactory.getLogger(Vda5050Gateway.class);

  private static final List<Topic> FROM_VEHICLE =
      List.of(Topic.CONNECTION, Topic.FACTSHEET, Topic.STATE, Topic.VISUALIZATION);

  private final MqttLink link;
  private final Clock clock;
  private final Map<VehicleId, Peer> peers = new LinkedHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private volatile Consumer<VehicleReport> receiver = report -> {};
  private volatile Consumer<WireMessage> tap = message -> {};

  public Vda5050Gateway(MqttSettings broker, Collection<VehicleProfile> vehicles, Clock clock) {
    this.clock = clock;
    this.link = new MqttLink(broker, Optional.empty(), clock);
    for (VehicleProfile profile : vehicles) {
      if (peers.put(profile.id(), new Peer(profile, clock)) != null) {
        throw new IllegalArgumentException("%s is there twice".formatted(profile.id()));
      }
    }
    peers.values().forEach(this::listenTo);
    link.onConnected(() -> peers.values().forEach(this::ask));
  }

  private void listenTo(Peer peer) {
    for (Version version : peer.profile.possible()) {
      Vda5050Vehicle as = peer.profile.in(version);
      for (Topic topic : FROM_VEHICLE) {
        link.subscribe(
            as.topic(topic),
            topic == Topic.CONNECTION ? as.dialect().connectionQos() : topic.qos(),
            (name, payload, retained) -> arrived(peer, version, topic, payload));
      }
    }
  }

  /** A vehicle that is not of this gateway is a mistake of the caller. */
  @Override
  public void send(VehicleOrder order) {
    Peer peer = require(order.vehicle());
    publish(peer, peer.tongue(), Topic.ORDER, (codec, head) -> codec.writeOrder(order, head));
  }

  @Override
  public void send(InstantAction action) {
    Peer peer = require(action.vehicle());
    send(peer, peer.tongue(), action);
  }

  private void send(Peer peer, Tongue tongue, InstantAction action) {
    peer.asked(action.actionId(), clock.instant());
    publish(
        peer,
        tongue,
        Topic.INSTANT_ACTIONS,
        (codec, head) -> codec.writeInstantActions(List.of(action), head));
  }

  @Override
  public void send(VehicleId vehicle, ZoneSet set) {
    Peer peer = require(vehicle);
    publish(peer, peer.tongue(), Topic.ZONE_SET, (codec, head) -> codec.writeZoneSet(set, head));
  }

  @Override
  public void send(VehicleId vehicle, List<AccessResponse> responses) {
    Peer peer = require(vehicle);
    publish(
        peer,
        peer.tongue(),
        Topic.RESPONSES,
        (codec, head) -> codec.writeResponses(responses, head));
  }

  @Override
  public void onReport(Consumer<VehicleReport> receiver) {
    this.receiver = receiver;
  }

  /**
   * Tells every message of every vehicle's own topics, on the threads that carry them; the receiver
   * must return at once. To be called once, before {@link #open()}.
   */
  public void onMessage(Consumer<WireMessage> receiver) {
    this.tap = receiver;
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

  /** How one vehicle is spoken to at present. */
  public VehicleSpeech speech(VehicleId vehicle) {
    return require(vehicle).speech();
  }

  @Override
  public void close() {
    link.close();
  }

  private void publish(
      Peer peer,
      Tongue tongue,
      Topic topic,
      BiFunction<ControllerCodec, MessageHeader, byte[]> writer) {
    Vda5050Vehicle as = tongue.vehicle();
    byte[] message = writer.apply(tongue.codec(), peer.header(as, topic, clock.instant()));
    if (link.publish(as.topic(topic), message, topic.qos(), topic.retained())) {
      tell(as.id(), true, topic, message);
    } else {
      LOG.debug("{} for {} was not sent, there is no link", topic, as.id());
    }
  }

  private void tell(VehicleId vehicle, boolean sent, Topic topic, byte[] bytes) {
    ByteBuffer payload = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    tap.accept(new WireMessage(vehicle, clock.instant(), sent, topic, payload));
  }

  private void ask(Peer peer) {
    for (Tongue tongue : peer.tonguesToAsk()) {
      for (String type : List.of("stateRequest", "factsheetRequest")) {
        String id =
            "ask-%s-%d"
                .formatted(Long.toString(clock.millis(), Character.MAX_RADIX), asked.addAndGet(1));
        send(peer, tongue, new InstantAction(peer.profile.id(), id, type, Map.of()));
      }
    }
  }

  private void arrived(Peer peer, Version tree, Topic topic, byte[] payload) {
    if (peer.isOutdated(tree, topic)) {
      return;
    }
    if (peer.learn(tree, topic, payload)) {
      ask(peer);
    }
    VehicleId id = peer.profile.id();
    tell(id, false, topic, payload);
    ControllerCodec codec = peer.tongueOf(tree).codec();
    Parsed<VehicleReport> parsed =
        switch (topic) {
          case CONNECTION -> codec.readConnection(id, clock.instant(), payload);
          case FACTSHEET -> codec.readFactsheet(id, clock.instant(), payload);
          case STATE -> codec.readState(id, clock.instant(), payload);
          case VISUALIZATION -> codec.readVisualization(id, clock.instant(), payload);
          case ORDER, INSTANT_ACTIONS, ZONE_SET, RESPONSES ->
              new Parsed.Bad<>("sent by a controller");
        };
    switch (parsed) {
      case Parsed.Good<VehicleReport> good -> {
        peer.heard(good.message());
        if (peer.findOut(good.message())) {
          ask(peer);
        }
        receiver.accept(counting(peer, good.message()));
      }
      case Parsed.Bad<VehicleReport> bad -> peer.garbled(topic, bad.why());
    }
  }

  /** What the site file states of its capabilities goes before what it says itself. */
  private static VehicleReport counting(Peer peer, VehicleReport report) {
    return report instanceof VehicleReport.Factsheet factsheet
        ? new VehicleReport.Factsheet(
            factsheet.vehicle(),
            factsheet.at(),
            factsheet.facts(),
            peer.profile.stated().over(factsheet.capabilities()))
        : report;
  }

  private Peer require(VehicleId vehicle) {
    Peer peer = peers.get(vehicle);
    if (peer == null) {
      throw new IllegalArgumentException("%s is not a vehicle of this gateway".formatted(vehicle));
    }
    return peer;
  }
}
