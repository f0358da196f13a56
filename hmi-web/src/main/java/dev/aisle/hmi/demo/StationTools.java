package dev.aisle.hmi.demo;

import dev.aisle.hmi.bridge.Bridge;
import dev.aisle.hmi.bridge.StationScans;
import dev.aisle.hmi.live.device.PrintPort;
import dev.aisle.hmi.live.device.StationPort;
import dev.aisle.hmi.live.device.StationScan;
import dev.aisle.sim.station.StationGear;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The scanner, scale and printer of a station in the hands of a simulated person: used with real
 * protocols, and believed only as far as the program has heard of it.
 */
@Component
class StationTools {
  private static final Logger LOG = LoggerFactory.getLogger(StationTools.class);
  private static final long HEARD_WITHIN_MS = 2_000;

  private final Bridge bridge;
  private final StationPort stations;
  private final PrintPort printers;
  private final Map<String, BlockingQueue<StationScan>> heard = new ConcurrentHashMap<>();
  private final Map<String, Long> laid = new ConcurrentHashMap<>();

  StationTools(Bridge bridge, StationScans scans, StationPort stations, PrintPort printers) {
    this.bridge = bridge;
    this.stations = stations;
    this.printers = printers;
    scans.listen(
        scan -> {
          BlockingQueue<StationScan> waiting = heard.get(scan.station());
          if (waiting != null && !waiting.offer(scan)) {
            LOG.debug("nobody wanted {}", scan);
          }
        });
  }

  /** Whether there is a scanner that can be used now. */
  boolean hasScanner(String station) {
    return scanner(station).isPresent();
  }

  private Optional<String> scanner(String station) {
    Optional<StationGear> gear = bridge.gear();
    return stations.equipment(station).scanners().stream()
        .filter(StationPort.ScannerState::connected)
        .map(StationPort.ScannerState::device)
        .filter(name -> gear.map(all -> all.plays(name)).orElse(false))
        .findFirst();
  }

  /**
   * Scans a GS1-128 code and waits until the station has heard it.
   *
   * @param text with application identifiers
   * @return what the station heard; empty when it heard nothing in time
   */
  Optional<StationScan> scan(String station, String text) {
    Optional<String> scanner = scanner(station);
    Optional<StationGear> gear = bridge.gear();
    if (scanner.isEmpty() || gear.isEmpty()) {
      return Optional.empty();
    }
    BlockingQueue<StationScan> answers =
        heard.computeIfAbsent(station, any -> new ArrayBlockingQueue<>(4));
    answers.clear();
    if (!gear.get().scan(scanner.get(), "]C1", text)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(answers.poll(HEARD_WITHIN_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Puts a parcel on the station's scale and looks at it.
   *
   * @return true when it lies still with the right weight, or there is no scale to use
   */
  boolean weighs(String station, long grams) {
    StationPort.StationWeight scale = stations.equipment(station).scale();
    Optional<StationGear> gear = bridge.gear();
    if (grams <= 0 || scale == null || gear.isEmpty() || !gear.get().plays(scale.scale())) {
      return true;
    }
    Long before = laid.put(station, grams);
    if (before == null || before != grams) {
      gear.get().lay(scale.scale(), grams);
      return false;
    }
    return stations
        .weighed(station)
        .map(weight -> Math.abs(weight.grams() - grams) <= weight.tolerance(grams))
        .orElse(false);
  }

  /** Takes everything off the scale. */
  void clear(String station) {
    StationPort.StationWeight scale = stations.equipment(station).scale();
    if (laid.remove(station) != null && scale != null) {
      bridge.gear().ifPresent(gear -> gear.lay(scale.scale(), 0));
    }
  }

  /** Whether the label of a unit came out of the station's printer; true where there is none. */
  boolean isLabelled(String station, Sscc unit) {
    StationPort.PrinterState printer = stations.equipment(station).printer();
    return printer == null
        || jobs(printer.device()).stream()
            .anyMatch(
                job -> unit.digits().equals(job.sscc()) && job.state() == PrintPort.State.PRINTED);
  }

  /** Looks at the labels that wait for a decision, and has them printed. */
  void decideHeld(String station, String by) {
    StationPort.PrinterState printer = stations.equipment(station).printer();
    if (printer != null && printer.held() > 0) {
      jobs(printer.device()).stream()
          .filter(job -> job.state() == PrintPort.State.HELD)
          .forEach(job -> printers.again(printer.device(), job.id(), by));
    }
  }

  private List<PrintPort.Job> jobs(String printer) {
    return printers.jobs(printer).orElse(List.of());
  }
}
