package dev.aisle.hmi.bridge;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.scale.WeightReading;
import dev.aisle.hmi.bridge.device.Devices;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.device.running.RunningScale;
import dev.aisle.hmi.live.device.StationPort;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands at the stations, in the words of their screens. */
@Component
final class StationTables implements StationPort {
  private final Bridge bridge;

  StationTables(Bridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public Equipment equipment(String station) {
    Optional<Devices> devices = bridge.running();
    return new Equipment(
        station,
        devices
            .flatMap(all -> all.scaleAt(station))
            .map(scale -> weight(station, scale))
            .orElse(null),
        devices.map(all -> scanners(all, station)).orElse(List.of()),
        devices.flatMap(all -> all.printerAt(station)).map(StationTables::printer).orElse(null));
  }

  private static List<ScannerState> scanners(Devices devices, String station) {
    return devices.scannersAt(station).stream()
        .map(scanner -> new ScannerState(scanner.name(), scanner.health().link() == LinkState.UP))
        .toList();
  }

  private static PrinterState printer(RunningPrinter printer) {
    List<PrintJob> jobs = printer.queue().jobs();
    int held = (int) jobs.stream().filter(job -> job.state() == PrintJob.State.HELD).count();
    return new PrinterState(printer.name(), printer.status(), jobs.size() - held, held);
  }

  public static StationWeight weight(String station, RunningScale scale) {
    Optional<WeightReading> shown = scale.shown();
    return new StationWeight(
        station,
        scale.name(),
        scale.health().link() == LinkState.UP && shown.isPresent(),
        shown.filter(one -> !one.overload()).map(one -> one.grams().doubleValue()).orElse(null),
        scale.weight().map(one -> one.grams().doubleValue()).orElse(null),
        shown.map(WeightReading::overload).orElse(false),
        scale.entry().tolerance().percent(),
        scale.entry().tolerance().grams(),
        shown.map(WeightReading::at).orElse(null));
  }

  @Override
  public Optional<Weighed> weighed(String station) {
    return bridge
        .running()
        .flatMap(devices -> devices.scaleAt(station))
        .flatMap(
            scale ->
                scale
                    .weight()
                    .filter(reading -> reading.milligrams() > 0)
                    .map(
                        reading ->
                            new Weighed(
                                scale.name(),
                                reading.grams().doubleValue(),
                                scale.entry().tolerance().percent(),
                                scale.entry().tolerance().grams())));
  }
}
