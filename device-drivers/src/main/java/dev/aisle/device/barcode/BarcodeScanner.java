package dev.aisle.device.barcode;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A barcode scanner on a serial line (RS-232, USB in serial mode, or behind a serial server). It
 * speaks only when something is scanned, so its health is that of the port: a scanner whose cable
 * is pulled from a USB port is seen at once, one behind a lasting RS-232 port is not.
 */
public final class BarcodeScanner implements AutoCloseable {
  private static final int IDENTIFIER = 3;

  private final String name;
  private final ByteLink link;
  private final ScannerSettings settings;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<Scan>> receivers = new CopyOnWriteArrayList<>();

  public BarcodeScanner(String name, ByteLink link, ScannerSettings settings, Clock clock) {
    this(name, link, settings, clock, BackOff.standard(name.hashCode()));
  }

  public BarcodeScanner(
      String name, ByteLink link, ScannerSettings settings, Clock clock, BackOff backOff) {
    this.name = name;
    this.link = link;
    this.settings = settings;
    this.clock = clock;
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, backOff);
  }

  public String name() {
    return name;
  }

  /** The port as configured. */
  public String address() {
    return link.address();
  }

  /** Receives on the thread of the scanner, in the order of the scans. To be called before open. */
  public void onScan(Consumer<Scan> receiver) {
    receivers.add(receiver);
  }

  public void open() {
    line.open();
  }

  public DeviceHealth health() {
    return health.read();
  }

  @Override
  public void close() {
    line.close();
  }

  private final class Work implements DeviceWork {
    private final ByteBuffer buffer = ByteBuffer.allocate(1024);
    private final ScanFrames frames = new ScanFrames(settings);
    private long lastByteNanos;

    @Override
    public void open() throws IOException {
      frames.forget();
      link.open();
    }

    @Override
    public void round() throws IOException, InterruptedException {
      buffer.clear();
      int count = link.read(buffer);
      if (count > 0) {
        lastByteNanos = System.nanoTime();
        frames.take(buffer.flip()).forEach(this::tell);
      } else if (frames.isWithinCode()
          && System.nanoTime() - lastByteNanos > settings.pause().toNanos()) {
        frames.pause().forEach(this::tell);
      }
      int dropped = frames.takeDropped();
      if (dropped > 0) {
        health.noise(dropped);
      }
    }

    @Override
    public void close() {
      link.close();
    }

    private void tell(String text) {
      health.exchanged();
      Optional<Symbology> symbology = CodeReader.symbology(text);
      Scan scan =
          new Scan(
              name,
              symbology,
              symbology.isPresent() ? text.substring(IDENTIFIER) : text,
              CodeReader.read(text),
              clock.instant());
      receivers.forEach(receiver -> receiver.accept(scan));
    }
  }
}
