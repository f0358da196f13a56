package dev.aisle.sim.station;

import dev.aisle.sim.plc.SimulatedModbusScale;
import dev.aisle.sim.printer.PrintedLabel;
import dev.aisle.sim.printer.PrinterFault;
import dev.aisle.sim.printer.SimulatedPrinter;
import dev.aisle.sim.scale.LoadCell;
import dev.aisle.sim.scale.ScaleMake;
import dev.aisle.sim.scale.SimulatedScale;
import dev.aisle.sim.scanner.ScannerSpec;
import dev.aisle.sim.scanner.SimulatedScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scales, scanners and printers of all stations. A device is played from the moment it is asked
 * for, in the place of one of the same name. What people do with their hands is here; everything
 * else goes over the devices' own protocols. Thread-safe.
 */
public final class StationGear implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StationGear.class);
  private static final Duration LABEL_TIME = Duration.ofMillis(800);
  private static final long GRAM = 1_000;
  private static final long MOST_MG = 150_000 * GRAM;

  /** Six digits of 10 mg. */
  private static final long MOST_TOLEDO_MG = 9_999 * GRAM;

  private final Path folder;
  private final SplittableRandom random;
  private final Map<String, Played> played = new HashMap<>();

  /** One device with the way to it; exactly one of the three kinds of hands fits. */
  private sealed interface Played {
    String address();

    AutoCloseable device();

    record Weighing(String address, AutoCloseable device, LoadCell cell) implements Played {}

    record Scanning(String address, SimulatedScanner device) implements Played {}

    record Printing(String address, SimulatedPrinter device) implements Played {}
  }

  /**
   * @param folder of the device files
   */
  public StationGear(Path folder, long seed) {
    this.folder = folder.toAbsolutePath();
    this.random = new SplittableRandom(seed);
  }

  /** The serial path of a scale that writes lines of this make. */
  public synchronized String playScale(String name, ScaleMake make) {
    stop(name);
    Path link = folder.resolve(name);
    LoadCell cell = new LoadCell(make == ScaleMake.TOLEDO ? MOST_TOLEDO_MG : MOST_MG, GRAM);
    SimulatedScale scale = new SimulatedScale(name, link, make, cell, random.split());
    scale.open();
    return keep(name, new Played.Weighing(link.toString(), scale, cell));
  }

  /** host:port of a scale with the registers of {@link SimulatedModbusScale}. */
  public synchronized String playModbusScale(String name) throws IOException {
    stop(name);
    LoadCell cell = new LoadCell(MOST_MG, GRAM);
    SimulatedModbusScale scale = new SimulatedModbusScale(name, 0, cell);
    return keep(name, new Played.Weighing(scale.address(), scale, cell));
  }

  /**
   * The serial path of a scanner.
   *
   * @param suffix what it sends after each code
   */
  public synchronized String playScanner(String name, int baud, String suffix) throws IOException {
    stop(name);
    Path link = folder.resolve(name);
    SimulatedScanner scanner =
        new SimulatedScanner(new ScannerSpec(name, link, baud, "", suffix, true), random.split());
    scanner.open();
    return keep(name, new Played.Scanning(link.toString(), scanner));
  }

  /** host:port of a label printer with an RFID encoder. */
  public synchronized String playPrinter(String name) throws IOException {
    stop(name);
    SimulatedPrinter printer = new SimulatedPrinter(name, 0, LABEL_TIME);
    printer.open();
    return keep(name, new Played.Printing("127.0.0.1:" + printer.port(), printer));
  }

  private void stop(String name) {
    Played before = played.remove(name);
    if (before != null) {
      close(before);
    }
  }

  private String keep(String name, Played device) {
    played.put(name, device);
    return device.address();
  }

  /**
   * Somebody scans a code.
   *
   * @param identifier its symbology identifier, such as {@code ]C1}
   * @return whether anybody could hear it
   */
  public boolean scan(String scanner, String identifier, String text) {
    if (!(find(scanner) instanceof Played.Scanning scanning)) {
      throw new IllegalArgumentException("no scanner '%s'".formatted(scanner));
    }
    try {
      return scanning.device().scan(identifier, text);
    } catch (IOException e) {
      LOG.warn("{} cannot be heard: {}", scanner, e.getMessage());
      return false;
    }
  }

  /** This and nothing else lies on the scale; 0 for nothing. */
  public void lay(String scale, long grams) {
    if (!(find(scale) instanceof Played.Weighing weighing)) {
      throw new IllegalArgumentException("no scale '%s'".formatted(scale));
    }
    weighing.cell().clear();
    weighing.cell().put(grams * GRAM);
  }

  /** What has come out of a printer, oldest first. */
  public List<PrintedLabel> labels(String printer) {
    return printer(printer).labels();
  }

  /** TCP port of a printer, the same also after it was off. */
  public int port(String printer) {
    return printer(printer).port();
  }

  public void fault(String printer, PrinterFault fault, boolean there) {
    printer(printer).fault(fault, there);
  }

  /** It is not on the network while off, and loses what is in its buffer. */
  public void power(String printer, boolean on) throws IOException {
    if (on) {
      printer(printer).switchOn();
    } else {
      printer(printer).switchOff();
    }
  }

  private SimulatedPrinter printer(String name) {
    if (!(find(name) instanceof Played.Printing printing)) {
      throw new IllegalArgumentException("no printer '%s'".formatted(name));
    }
    return printing.device();
  }

  public boolean plays(String device) {
    return find(device) != null;
  }

  private synchronized @org.jspecify.annotations.Nullable Played find(String name) {
    return played.get(name);
  }

  @Override
  public synchronized void close() {
    played.values().forEach(StationGear::close);
    played.clear();
  }

  private static void close(Played each) {
    try {
      each.device().close();
    } catch (Exception e) {
      LOG.warn("{} did not close", each.address(), e);
    }
  }
}
