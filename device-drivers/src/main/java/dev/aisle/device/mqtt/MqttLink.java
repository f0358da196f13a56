package dev.aisle.device.mqtt;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.tls.TlsRefusal;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of a broker that keeps itself connected. The broker is volatile: after every reconnect
 * the subscriptions are made again and {@link #onConnected} runs, so that the owner can publish
 * what must stand there. What cannot be sent now is refused, never stored.
 */
public final class MqttLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final int KEEP_ALIVE_S = 10;
  private static final int ANSWER_MS = 5_000;
  private static final int QUIESCE_MS = 300;
  private static final int GOODBYE_MS = 1_500;

  /**
   * Messages handed over and not yet sent or confirmed; more are refused. Counted here, because the
   * library does not count what it has not yet begun to send.
   */
  private static final int MOST_UNDER_WAY = 1_000;

  private final MqttSettings settings;
  private final Optional<LastWill> will;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final List<Runnable> connectedReceivers = new CopyOnWriteArrayList<>();
  private final List<Runnable> lostReceivers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Connection connection;
  private volatile boolean vanished;

  private record Subscription(String filter, int qos, MqttArrival receiver) {}

  private record Connection(MqttAsyncClient client, CountDownLatch lost, AtomicInteger underWay) {}

  public MqttLink(MqttSettings settings, Optional<LastWill> will, Clock clock) {
    this(settings, will, clock, BackOff.standard(settings.clientId().hashCode()));
  }

  public MqttLink(MqttSettings settings, Optional<LastWill> will, Clock clock, BackOff backOff) {
    this.settings = settings;
    this.will = will;
    this.health = new HealthMeter("mqtt " + settings.clientId(), clock);
    this.line = new DeviceLine("mqtt-" + settings.clientId(), new Work(), health, backOff);
  }

  /** Kept over reconnects. May be called before and after {@link #open()}. */
  public void subscribe(String filter, int qos, MqttArrival receiver) {
    Subscription subscription = new Subscription(filter, qos, receiver);
    subscriptions.add(subscription);
    Connection now = connection;
    if (now != null) {
      try {
        now.client().subscribe(filter, qos, null, null, listener(subscription));
      } catch (MqttException e) {
        LOG.debug("{} will be subscribed at the next connect: {}", filter, e.getMessage());
      }
    }
  }

  /** Runs on the thread of the link after every connect, when all subscriptions stand. */
  public void onConnected(Runnable receiver) {
    connectedReceivers.add(receiver);
  }

  /** Runs on the thread of the link after every loss. */
  public void onLost(Runnable receiver) {
    lostReceivers.add(receiver);
  }

  /** Starts connecting and returns at once. */
  public void open() {
    line.open();
  }

  public boolean isConnected() {
    Connection now = connection;
    return now != null && now.client().isConnected();
  }

  /**
   * Hands a message to the network without waiting. False when there is no connection, or too much
   * is under way already: then nothing was sent and nothing is kept.
   */
  public boolean publish(String topic, byte[] payload, int qos, boolean retained) {
    Connection now = connection;
    if (now == null) {
      return false;
    }
    if (now.underWay().incrementAndGet() > MOST_UNDER_WAY) {
      now.underWay().decrementAndGet();
      health.error();
      return false;
    }
    try {
      now.client().publish(topic, payload, qos, retained, null, new Sent(now.underWay()));
      health.exchanged();
      return true;
    } catch (MqttException e) {
      now.underWay().decrementAndGet();
      health.error();
      LOG.debug("{} refused: {}", topic, e.getMessage());
      return false;
    }
  }

  public DeviceHealth health() {
    return health.read();
  }

  /** Closes the socket without a goodbye, so that the broker publishes the last will. */
  public void cut() {
    Connection now = connection;
    connection = null;
    if (now != null) {
      drop(now);
      now.lost().countDown();
    }
  }

  /** Cuts without a goodbye and stays away: what a vehicle does that loses its power. */
  public void vanish() {
    vanished = true;
    cut();
    line.close();
  }

  /**
   * Says goodbye, so that no last will is published, and stays away. Not to be called from a
   * receiver of this link.
   */
  @Override
  public void close() {
    line.close();
  }

  /**
   * Waits for the goodbye even when interrupted: a client closed in the middle of it would fail in
   * a thread of the library.
   */
  private static void leave(Connection connection) {
    CountDownLatch gone = new CountDownLatch(1);
    try {
      connection.client().disconnect(QUIESCE_MS, null, new Gone(gone));
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MS);
      boolean interrupted = false;
      while (gone.getCount() > 0 && System.nanoTime() < end) {
        try {
          gone.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    } catch (MqttException e) {
      LOG.debug("left without a goodbye: {}", e.getMessage());
    }
    drop(connection);
  }

  private static void drop(Connection connection) {
    MqttAsyncClient client = connection.client();
    try {
      client.disconnectForcibly(0, 1, false);
    } catch (MqttException e) {
      LOG.debug("already disconnected: {}", e.getMessage());
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("already closed: {}", e.getMessage());
    }
  }

  private IMqttMessageListener listener(Subscription subscription) {
    return (topic, message) -> {
      health.exchanged();
      try {
        subscription.receiver().arrived(topic, message.getPayload(), message.isRetained());
      } catch (RuntimeException e) {
        // Paho would drop the connection for it, and every reconnect would bring the message again.
        health.error();
        LOG.error("{}: a message on {} could not be handled", settings, topic, e);
      }
    };
  }

  /** Connects, waits for the loss, cleans up. A fresh client for every connection. */
  private final class Work implements DeviceWork {
    @Override
    public void open() throws IOException {
      CountDownLatch lost = new CountDownLatch(1);
      MqttAsyncClient client;
      try {
        client = new MqttAsyncClient(settings.uri(), settings.clientId(), new MemoryPersistence());
      } catch (MqttException | IllegalArgumentException e) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING,
            Map.of("setting", "uri"),
            "%s: %s".formatted(settings, e.getMessage()),
            e);
      }
      Connection made = new Connection(client, lost, new AtomicInteger());
      Set<Subscription> standing = new HashSet<>();
      try {
        client.setCallback(new LossWatch(lost));
        client.connect(options()).waitForCompletion(ANSWER_MS);
        for (Subscription subscription : subscriptions) {
          subscribe(client, subscription);
          standing.add(subscription);
        }
        connection = made;
        for (Subscription subscription : subscriptions) {
          if (!standing.contains(subscription)) {
            subscribe(client, subscription);
          }
        }
      } catch (MqttException e) {
        connection = null;
        drop(made);
        throw failed(e);
      }
      if (line.stopped()) {
        throw new DeviceFailure(TroubleKind.CLOSED, "closed meanwhile");
      }
      connectedReceivers.forEach(Runnable::run);
    }

    private DeviceFailure failed(MqttException e) {
      Optional<TlsRefusal> refusal = TlsRefusal.of(e);
      if (refusal.isPresent()) {
        return new DeviceFailure(
            TroubleKind.NOT_TRUSTED,
            Map.of("address", settings.uri(), "why", refusal.get().word()),
            "%s: %s".formatted(settings.uri(), refusal.get().words()),
            e);
      }
      TroubleKind kind =
          switch (e.getReasonCode()) {
            case MqttException.REASON_CODE_FAILED_AUTHENTICATION,
                MqttException.REASON_CODE_NOT_AUTHORIZED ->
                TroubleKind.NO_PERMISSION;
            case MqttException.REASON_CODE_CONNECTION_LOST -> TroubleKind.CONNECTION_LOST;
            case MqttException.REASON_CODE_CLIENT_TIMEOUT -> TroubleKind.NO_ANSWER;
            default -> DeviceTrouble.kindOf(e.getCause()).orElse(TroubleKind.OTHER);
          };
      return new DeviceFailure(
          kind,
          Map.of("address", settings.uri()),
          "%s: %s".formatted(settings.uri(), e.getMessage()),
          e);
    }

    private void subscribe(MqttAsyncClient client, Subscription wanted) throws MqttException {
      client
          .subscribe(wanted.filter(), wanted.qos(), null, null, listener(wanted))
          .waitForCompletion(ANSWER_MS);
    }

    @Override
    public void round() throws IOException, InterruptedException {
      Connection now = connection;
      if (now == null || now.lost().await(200, TimeUnit.MILLISECONDS)) {
        throw new DeviceFailure(
            TroubleKind.CONNECTION_LOST,
            Map.of("address", settings.uri()),
            "connection to %s lost".formatted(settings.uri()));
      }
    }

    @Override
    public void close() {
      Connection now = connection;
      connection = null;
      if (now != null && line.stopped() && !vanished) {
        leave(now);
      } else if (now != null) {
        drop(now);
      }
      lostReceivers.forEach(Runnable::run);
    }

    private MqttConnectOptions options() {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
      options.setCleanSession(true);
      options.setAutomaticReconnect(false);
      options.setKeepAliveInterval(KEEP_ALIVE_S);
      options.setConnectionTimeout(ANSWER_MS / 1000);
      options.setMaxInflight(MOST_UNDER_WAY);
      settings
          .tls()
          .filter(tls -> settings.uri().startsWith("ssl:"))
          .ifPresent(tls -> options.setSocketFactory(tls.getSocketFactory()));
      options.setHttpsHostnameVerificationEnabled(true);
      if (!settings.user().isEmpty()) {
        options.setUserName(settings.user());
        options.setPassword(settings.password().toCharArray());
      }
      will.ifPresent(
          last ->
              options.setWill(
                  last.topic(),
                  last.payload().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  1,
                  true));
      return options;
    }
  }

  /** Called once for every message that was taken, whatever became of it. */
  private record Sent(AtomicInteger underWay) implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      underWay.decrementAndGet();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      underWay.decrementAndGet();
    }
  }

  private record Gone(CountDownLatch gone) implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      gone.countDown();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      gone.countDown();
    }
  }

  private record LossWatch(CountDownLatch lost) implements MqttCallback {
    @Override
    public void connectionLost(Throwable cause) {
      lost.countDown();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      LOG.debug("a message on {} that nobody asked for", topic);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Delivery is not promised; callers look at what comes back.
    }
  }
}
