package dev.aisle.hmi.app.broker;

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
   * The topics a vehicle speaks on by VDA 5050 2.1.0 §6.3, below its own manufacturer and serial.
   */
  private static final Set<String> FROM_VEHICLE =
      Set.of("state", "visualization", "connection", "factsheet");

  private static final Set<String> TO_VEHICLE = Set.of("order", "instantActions");

  public BrokerAccount {
    publishes = Set.copyOf(publishes);
    subscribes = Set.copyOf(subscribes);
  }

  /** A vehicle may only use its own topics. */
  public static BrokerAccount vehicle(
      String user, String password, String manufacturer, String serial) {
    String own = "uagv/v2/%s/%s/".formatted(manufacturer, serial);
    return new BrokerAccount(
        user, password, prefixed(own, FROM_VEHICLE), prefixed(own, TO_VEHICLE));
  }

  /**
   * The dispatcher may tell every vehicle what to do and hear all they say, but not speak as one.
   */
  public static BrokerAccount dispatcher(String user, String password) {
    String any = "uagv/v2/+/+/";
    return new BrokerAccount(
        user, password, prefixed(any, TO_VEHICLE), prefixed(any, FROM_VEHICLE));
  }

  private static Set<String> prefixed(String prefix, Set<String> names) {
    return names.stream()
        .map(name -> prefix + name)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "BrokerAccount[" + user + "]";
  }
}
