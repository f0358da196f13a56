package dev.aisle.hmi.live;

import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.hmi.live.event.LiveEvents;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.hmi.live.event.TelegramStreams;
import dev.aisle.hmi.live.floor.FloorSocket;
import dev.aisle.hmi.live.floor.LiveFloor;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the floor four times a second, while anybody looks, and sends on what changed. */
@Component
class LiveTicker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LiveTicker.class);
  private static final long TICK_MS = 250;
  private static final int DEVICES_EVERY = 4;
  private static final int SESSIONS_EVERY = 8;
  private static final int SIGN_OF_LIFE_EVERY = 60;

  private final LiveFloor floor;
  private final FloorSocket socket;
  private final LiveEvents events;
  private final TelegramStreams telegrams;
  private final DevicePort devices;
  private volatile @Nullable ScheduledExecutorService clockwork;
  private volatile boolean running;
  private long ticks;
  private List<String> devicesBefore = List.of();

  LiveTicker(
      LiveFloor floor,
      FloorSocket socket,
      LiveEvents events,
      TelegramStreams telegrams,
      DevicePort devices,
      MeterRegistry metrics) {
    this.floor = floor;
    this.socket = socket;
    this.events = events;
    this.telegrams = telegrams;
    this.devices = devices;
    metrics.gauge("ws_clients", socket, FloorSocket::clients);
    metrics.gauge("sse_clients", events, LiveEvents::clients);
    metrics.gauge("telegram_viewers", telegrams, TelegramStreams::clients);
  }

  private void tick() {
    try {
      ticks++;
      if (socket.anybodyLooks()) {
        socket.show(floor.now());
      }
      if (events.anybodyListens() && ticks % DEVICES_EVERY == 0) {
        lookAtDevices();
      }
      events.flush();
      telegrams.flush();
      if (ticks % SESSIONS_EVERY == 0) {
        socket.closeEnded();
        events.closeEnded();
        telegrams.closeEnded();
      }
      if (ticks % SIGN_OF_LIFE_EVERY == 0) {
        events.signOfLife();
        telegrams.signOfLife();
      }
    } catch (RuntimeException e) {
      log.warn("Could not show the floor this time", e);
    }
  }

  private void lookAtDevices() {
    List<String> now =
        devices.devices().stream()
            .map(device -> device.name() + device.signal() + device.link() + device.trouble())
            .toList();
    if (!now.equals(devicesBefore)) {
      devicesBefore = now;
      events.changed(LiveTopic.DEVICES);
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-ticker").factory());
    clockwork = started;
    var unused =
        started.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    running = true;
  }

  @Override
  public void stop() {
    ScheduledExecutorService started = clockwork;
    if (started != null) {
      started.shutdownNow();
    }
    events.destroy();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
