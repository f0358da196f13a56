package dev.aisle.hmi.app.kills;

import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.hmi.app.broker.BrokerAccount;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears at the broker whether vehicles are at work: an order or update was sent to one, and after
 * it one says that it drives.
 */
final class WorkEar implements AutoCloseable {
  private static final String NAME = "listener";
  private static final long LOOK_MS = 20;

  private final MqttLink link;
  private final JsonMapper json = JsonMapper.builder().build();
  private volatile long orderAt;
  private volatile long drivingAt;

  WorkEar(String uri, String password) {
    link =
        new MqttLink(
            new MqttSettings(uri, NAME, NAME, password), Optional.empty(), Clock.systemUTC());
    for (String filter : filters()) {
      link.subscribe(filter, 0, (topic, payload, retained) -> heard(topic, payload));
    }
    link.open();
  }

  static BrokerAccount account(String password) {
    return new BrokerAccount(NAME, password, Set.of(), filters());
  }

  private static Set<String> filters() {
    Set<String> filters = new HashSet<>();
    for (Version version : Version.values()) {
      String any = "%s/%s/+/+/".formatted(version.interfaceName(), version.majorLevel());
      filters.add(any + Topic.STATE.level());
      filters.add(any + Topic.ORDER.level());
    }
    return filters;
  }

  private void heard(String topic, byte[] payload) {
    long now = System.nanoTime();
    if (topic.endsWith(Topic.ORDER.level())) {
      orderAt = now;
      return;
    }
    if (drives(payload)) {
      drivingAt = now;
    }
  }

  /** A state that is no JSON says nothing about work; the program itself alarms on it. */
  private boolean drives(byte[] state) {
    try {
      return json.readTree(state).path("driving").asBoolean(false);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Waits until vehicles are at work again; empty when they are not within the time. */
  Optional<Long> workMsAfter(long nanos, long withinS) throws InterruptedException {
    long end = nanos + TimeUnit.SECONDS.toNanos(withinS);
    while (System.nanoTime() < end) {
      long order = orderAt;
      long driving = drivingAt;
      if (order > nanos && driving > nanos) {
        return Optional.of(TimeUnit.NANOSECONDS.toMillis(Math.max(order, driving) - nanos));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    link.close();
  }
}
