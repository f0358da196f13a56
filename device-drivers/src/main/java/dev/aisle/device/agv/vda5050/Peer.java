package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway keeps for one vehicle: how it is spoken to, what was counted, how it is.
 * Messages come on one thread of the link, questions on any.
 */
final class Peer {
  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

  /** One way to speak with the vehicle. */
  record Tongue(Vda5050Vehicle vehicle, ControllerCodec codec) {
    static Tongue of(Vda5050Vehicle vehicle) {
      return new Tongue(vehicle, new ControllerCodec(vehicle.version(), vehicle.dialect()));
    }
  }

  final VehicleProfile profile;
  final HealthMeter health;
  private final Map<Topic, AtomicLong> headerIds = new EnumMap<>(Topic.class);
  private volatile Tongue tongue;
  private volatile Optional<String> said = Optional.empty();
  private volatile boolean found;
  private volatile DialectFinder finder = new DialectFinder();
  private boolean heardLive;
  private String lastGarbled = "";

  Peer(VehicleProfile profile, Clock clock) {
    this.profile = profile;
    this.tongue = Tongue.of(profile.in(profile.possible().getFirst()));
    this.health = new HealthMeter(profile.id().value(), clock);
    for (Topic topic : Topic.values()) {
      headerIds.put(topic, new AtomicLong());
    }
  }

  Tongue tongue() {
    return tongue;
  }

  /** Those to ask it in: all that are possible as long as it has not said which is its own. */
  List<Tongue> tonguesToAsk() {
    return profile.version().isPresent() || found
        ? List.of(tongue)
        : profile.possible().stream().map(one -> Tongue.of(profile.in(one))).toList();
  }

  VehicleSpeech speech() {
    Tongue now = tongue;
    VehicleSpeech.Source source =
        found ? VehicleSpeech.Source.VEHICLE : VehicleSpeech.Source.ASSUMED;
    return new VehicleSpeech(
        now.vehicle().version(),
        profile.version().isPresent() ? VehicleSpeech.Source.SITE_FILE : source,
        said,
        now.vehicle().dialect(),
        profile.dialect(),
        findsOut() ? finder.found() : DialectOverrides.NONE);
  }

  MessageHeader header(Vda5050Vehicle as, Topic topic, Instant now) {
    AtomicLong next = headerIds.get(topic);
    return MessageHeader.of(as, next == null ? 0 : next.getAndIncrement(), now);
  }

  /**
   * Learns from the head of a message which version the vehicle speaks. A retained message may be
   * that of yesterday's software, so a state counts more.
   *
   * @param tree version that the topic it came on belongs to
   * @return true when it is spoken to in another version from now on
   */
  boolean learn(Version tree, Topic topic, byte[] payload) {
    boolean live = topic == Topic.STATE;
    boolean nothingNew = live && heardLive && !isOther(tree);
    if (topic == Topic.VISUALIZATION || nothingNew) {
      return false;
    }
    heardLive |= live;
    Optional<String> word = ControllerCodec.versionIn(payload);
    if (word.isEmpty()) {
      return false;
    }
    said = word;
    if (profile.version().isPresent()) {
      return false;
    }
    Version spoken =
        word.flatMap(Version::of)
            .filter(one -> one.majorLevel().equals(tree.majorLevel()))
            .orElse(tree);
    found = true;
    if (spoken == tongue.vehicle().version()) {
      return false;
    }
    LOG.info("{} speaks VDA 5050 {}", profile.id(), spoken.number());
    finder = new DialectFinder();
    tongue = Tongue.of(profile.in(spoken));
    return true;
  }

  /** 3.0 leaves no room for dialects. */
  private boolean findsOut() {
    return tongue.vehicle().version() != Version.V3_0;
  }

  void asked(String actionId, Instant now) {
    finder.asked(actionId, now);
  }

  /** True when the vehicle is spoken to in another dialect from now on. */
  boolean findOut(VehicleReport report) {
    if (!findsOut() || !finder.heard(report)) {
      return false;
    }
    Vda5050Vehicle other = profile.in(tongue.vehicle().version(), finder.found());
    if (other.equals(tongue.vehicle())) {
      return false;
    }
    LOG.info("{} is spoken to as {} from now on", profile.id(), other.dialect());
    tongue = Tongue.of(other);
    return true;
  }

  /** Something else than a state from a tree that the vehicle does not use any more. */
  boolean isOutdated(Version tree, Topic topic) {
    return heardLive && topic != Topic.STATE && isOther(tree);
  }

  private boolean isOther(Version tree) {
    return !tree.majorLevel().equals(tongue.vehicle().version().majorLevel());
  }

  /** What to read a message with that came on a topic of that tree. */
  Tongue tongueOf(Version tree) {
    return isOther(tree) ? Tongue.of(profile.in(tree)) : tongue;
  }

  void heard(VehicleReport report) {
    switch (report) {
      case VehicleReport.Connection connection when connection.state() != ConnectionState.ONLINE ->
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
      LOG.warn("{}: {}", profile.id(), what);
    }
    lastGarbled = what;
  }
}
