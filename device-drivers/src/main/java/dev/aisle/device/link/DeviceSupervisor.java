package dev.aisle.device.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All devices of a site under one roof, whatever their kind: opens and closes them, and tells how
 * each is. Every device works on a thread of its own, so a hanging one holds up no other, and they
 * are closed side by side. May be used from any thread.
 */
public final class DeviceSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceSupervisor.class);

  private final Map<String, LineDevice> devices = new LinkedHashMap<>();
  private boolean opened;
  private boolean closed;

  /**
   * Takes charge of a device; once the others are open it is opened at once.
   *
   * @throws IllegalArgumentException when there is one of that name
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized void add(LineDevice device) {
    if (closed) {
      throw new IllegalStateException(
          "the devices are closed; %s came late".formatted(device.name()));
    }
    if (devices.putIfAbsent(device.name(), device) != null) {
      throw new IllegalArgumentException("two devices are called " + device.name());
    }
    if (opened) {
      device.open();
    }
  }

  /** Closes a device and forgets it; false when there was none. */
  public boolean remove(String name) {
    LineDevice gone;
    synchronized (this) {
      gone = devices.remove(name);
    }
    if (gone != null) {
      gone.close();
    }
    return gone != null;
  }

  /** Returns at once. */
  public synchronized void open() {
    if (!opened && !closed) {
      opened = true;
      devices.values().forEach(LineDevice::open);
    }
  }

  /** In the order in which the devices were added. */
  public List<DeviceHealth> healths() {
    return all().stream().map(LineDevice::health).toList();
  }

  public Optional<DeviceHealth> health(String name) {
    return find(name).map(LineDevice::health);
  }

  /**
   * The test button: waits for the device's proof that it works, or for its failure to give one.
   */
  public ProbeResult probe(String name) {
    return find(name).map(LineDevice::probe).orElseGet(ProbeResult.Unknown::new);
  }

  private synchronized Optional<LineDevice> find(String name) {
    return Optional.ofNullable(devices.get(name));
  }

  private synchronized List<LineDevice> all() {
    return new ArrayList<>(devices.values());
  }

  /** Closes all, side by side, and waits until each has had its time. */
  @Override
  public void close() {
    List<LineDevice> closing;
    synchronized (this) {
      closed = true;
      closing = all();
    }
    List<Thread> threads = new ArrayList<>();
    for (LineDevice device : closing) {
      threads.add(Thread.ofVirtual().name("closing-" + device.name()).start(device::close));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      LOG.debug("not waited for until all devices are closed");
      Thread.currentThread().interrupt();
    }
  }
}
