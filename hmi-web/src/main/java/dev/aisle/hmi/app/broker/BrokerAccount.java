package dev.aisle.hmi.app.broker;

import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import java.util.HashSet;
import java.util.Set;

/**
 * One client of the broker. Its client id must be its user name.
 *
 * @param publishes topic filters it may publish to
 * @param subscribes topic filters it may subscribe to, or any narrower one
 */
public record BrokerAccount(
    String user, String password, Set<String> publishes, Set<String> subscribes) {

  /**
   * The topics a vehicle speaks on (VDA 5050 2.1, 6.3; 3.0, 5.3), below its own manufacturer and
   * serial.
   */
  private static final Set<Topic> FROM_VEHICLE =
      Set.of(Topic.STATE, Topic.VISUALIZATION, Topic.CONNECTION, Topic.FACTSHEET);

  private static final Set<Topic> TO_VEHICLE = Set.of(Topic.ORDER, Topic.INSTANT_ACTIONS);

  private static final Set<Topic> ZONES_TO_VEHICLE = Set.of(Topic.ZONE_SET, Topic.RESPONSES);

  public BrokerAccount {
    publishes = Set.copyOf(publishes);
    subscribes = Set.copyOf(subscribes);
  }

  /** A vehicle may only use its own topics, in the versions that it may speak. */
  public static BrokerAccount vehicle(String user, String password, VehicleProfile profile) {
    Set<String> publishes = new HashSet<>();
    Set<String> subscribes = new HashSet<>();
    for (Version version : profile.possible()) {
      Vda5050Vehicle as = profile.in(version);
      FROM_VEHICLE.forEach(topic -> publishes.add(as.topic(topic)));
      toVehicle(version).forEach(topic -> subscribes.add(as.topic(topic)));
    }
    return new BrokerAccount(user, password, publishes, subscribes);
  }

  /**
   * The dispatcher may tell every vehicle what to do and hear all they say, but not speak as one.
   */
  public static BrokerAccount dispatcher(String user, String password) {
    Set<String> publishes = new HashSet<>();
    Set<String> subscribes = new HashSet<>();
    for (Version version : Version.values()) {
      String any = "%s/%s/+/+/".formatted(version.interfaceName(), version.majorLevel());
      toVehicle(version).forEach(topic -> publishes.add(any + topic.level()));
      FROM_VEHICLE.forEach(topic -> subscribes.add(any + topic.level()));
    }
    return new BrokerAccount(user, password, publishes, subscribes);
  }

  private static Set<Topic> toVehicle(Version version) {
    Set<Topic> topics = new HashSet<>(TO_VEHICLE);
    if (version.hasZones()) {
      topics.addAll(ZONES_TO_VEHICLE);
    }
    return topics;
  }

  @Override
  public String toString() {
    return "BrokerAccount[" + user + "]";
  }
}
