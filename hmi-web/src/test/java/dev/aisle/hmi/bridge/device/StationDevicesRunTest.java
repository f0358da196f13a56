package dev.aisle.hmi.bridge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.barcode.Scan;
import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.device.plc.PointChange;
import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.print.PrintQueue;
import dev.aisle.hmi.bridge.device.print.PrintQueues;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.device.running.RunningScale;
import dev.aisle.hmi.bridge.device.running.ScanWords;
import dev.aisle.hmi.bridge.device.running.StationListener;
import dev.aisle.hmi.live.device.StationScan;
import dev.aisle.hmi.testing.SmallSite;
import dev.aisle.sim.printer.PrintedLabel;
import dev.aisle.sim.printer.PrinterFault;
import dev.aisle.sim.scale.ScaleMake;
import dev.aisle.sim.station.StationGear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scale, scanner and printer of a station, over a pseudo-terminal and a socket. */
class StationDevicesRunTest {
  private static final String EPC = "31250F4F3A4D7E1000000001";
  private static final String SSCC = "106141412345678908";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final StationDevice.SerialScale SCALE =
      new StationDevice.SerialScale(
          "scale-1",
          "scale-serial",
          Optional.empty(),
          9600,
          Map.of("format", "sics"),
          List.of("DOCK-1"),
          new StationDevice.Tolerance(3, 50),
          true);
  private static final StationDevice.Scanner SCANNER =
      new StationDevice.Scanner(
          "scanner-1",
          "scanner-serial",
          Optional.empty(),
          9600,
          ScannerSettings.standard(),
          List.of("DOCK-1"),
          true);
  private static final StationDevice.Printer PRINTER =
      new StationDevice.Printer(
          "printer-1",
          "printer-zpl",
          Optional.empty(),
          9600,
          new PrinterModel(203, Optional.empty()),
          LabelTexts.EN,
          3,
          List.of("DOCK-1"),
          true);

  @TempDir Path folder;

  private final List<StationScan> scans = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();

  private final class Ears implements DeviceListener, StationListener {
    @Override
    public void read(TagRead read) {}

    @Override
    public void pointChanged(PointChange change) {}

    @Override
    public void scanned(StationDevice.Scanner from, Scan scan) {
      from.stations()
          .forEach(station -> scans.add(ScanWords.forStation(station, scans.size() + 1, scan)));
    }

    @Override
    public void printed(StationDevice.Printer from, PrintOutcome outcome) {}
  }

  private static Site siteWith(SiteDevice... devices) {
    Site small = SmallSite.site();
    return new Site(
        small.id(),
        small.timezone(),
        small.companyPrefix(),
        small.seed(),
        small.floor(),
        small.vehicles(),
        List.of(devices),
        small.readPoints(),
        small.stations(),
        small.doors(),
        small.policies(),
        small.database(),
        small.broker(),
        small.readCycles(),
        small.recording());
  }

  private StationGear gear() {
    StationGear gear = new StationGear(folder, 7);
    opened.add(gear);
    return gear;
  }

  private Devices devices(StationGear gear, SiteDevice... entries) {
    Ears ears = new Ears();
    Site site = siteWith(entries);
    Devices devices =
        new Devices(
            site,
            entry -> Optional.of(play(gear, entry)),
            ears,
            ears,
            new PrintQueues(folder.resolve("spool"), Clock.systemUTC()),
            Clock.systemUTC());
    opened.addFirst(devices);
    devices.start();
    return devices;
  }

  private static String play(StationGear gear, SiteDevice entry) {
    try {
      return switch (entry) {
        case StationDevice.SerialScale scale -> gear.playScale(scale.name(), ScaleMake.SICS);
        case StationDevice.Scanner scanner -> gear.playScanner(scanner.name(), 9600, "\r");
        default -> gear.playPrinter(entry.name());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void aScanReachesTheStationOfItsScannerWithTheKeyItNames() {
    StationGear gear = gear();
    Devices devices = devices(gear, SCANNER);
    await().atMost(SOON).until(() -> gear.scan("scanner-1", "]C1", "00" + SSCC));
    await().atMost(SOON).until(() -> !scans.isEmpty());
    gear.scan("scanner-1", "]C1", "0180614141123458" + "10LOT7");
    gear.scan("scanner-1", "]C1", "0180614141123459");
    gear.scan("scanner-1", "]C0", "P1-A");
    await().atMost(SOON).until(() -> scans.size() >= 4);

    assertThat(scans).extracting(StationScan::station).containsOnly("DOCK-1");
    assertThat(scans)
        .extracting(scan -> scan.kind() + " " + scan.value())
        .startsWith("SSCC " + SSCC, "GTIN 80614141123458");
    assertThat(scans.get(1).meaning()).containsEntry("10", "LOT7");
    assertThat(scans.get(2).refusal()).isEqualTo("check-digit");
    assertThat(scans.get(3).value()).isEqualTo("P1-A");
    assertThat(scans.get(3).refusal()).isNull();
    assertThat(devices.find("scanner-1").orElseThrow().device().telegrams().last())
        .anySatisfy(telegram -> assertThat(telegram.hex()).startsWith("5D4331"));
  }

  @Test
  void onlyAWeightThatLiesStillIsAWeight() {
    StationGear gear = gear();
    RunningScale scale = devices(gear, SCALE).scaleAt("DOCK-1").orElseThrow();
    await().atMost(SOON).until(() -> scale.shown().isPresent());
    gear.lay("scale-1", 2_500);
    await()
        .atMost(SOON)
        .until(() -> scale.weight().filter(one -> one.milligrams() == 2_500_000).isPresent());
    gear.lay("scale-1", 900_000); // more than it can carry
    await().atMost(SOON).until(() -> scale.weight().isEmpty());
    gear.close();
    await().atMost(SOON).until(() -> scale.shown().isEmpty());
    assertThat(scale.weight()).isEmpty();
  }

  private static PrintJob label(String id) {
    return PrintJob.ofZpl(
        id,
        "^XA^PW800^RFW,H^FDAB^FS^FO10,10^A0N,40,40^FDPARCEL " + id + "^FS^XZ",
        Optional.of(EPC));
  }

  @Test
  void labelsOutliveAnOutageAndAKillAndComeOutOnce() throws Exception {
    StationGear gear = gear();
    Devices before = devices(gear, PRINTER);
    RunningPrinter printer = before.printerAt("DOCK-1").orElseThrow();
    await().atMost(SOON).until(() -> printer.status().equals("ready"));
    gear.fault("printer-1", PrinterFault.PAPER_OUT, true);
    await().atMost(SOON).until(() -> printer.troubles().equals(List.of("paper-out")));
    assertThat(printer.queue().add(label("a"))).isEqualTo(PrintQueue.Answer.DONE);
    assertThat(printer.queue().add(label("a"))).isEqualTo(PrintQueue.Answer.KNOWN);
    assertThat(printer.queue().add(label("b"))).isEqualTo(PrintQueue.Answer.DONE);
    assertThat(printer.queue().add(label("c"))).isEqualTo(PrintQueue.Answer.DONE);
    assertThat(printer.queue().add(label("d"))).isEqualTo(PrintQueue.Answer.FULL);
    assertThat(printer.queue().cancel("c")).isEqualTo(PrintQueue.Answer.DONE);
    before.close();

    gear.fault("printer-1", PrinterFault.PAPER_OUT, false);
    String address = "127.0.0.1:" + gear.port("printer-1");
    Ears ears = new Ears();
    PrintQueues queues = new PrintQueues(folder.resolve("spool"), Clock.systemUTC());
    Devices after =
        new Devices(
            siteWith(PRINTER),
            entry -> Optional.of(address),
            ears,
            ears,
            queues,
            Clock.systemUTC());
    opened.addFirst(after);
    after.start();
    PrintQueue queue = after.printerAt("DOCK-1").orElseThrow().queue();
    await().atMost(SOON).until(() -> queue.jobs().isEmpty());
    assertThat(gear.labels("printer-1"))
        .extracting(label -> label.texts().getFirst() + label.epcHex().orElse(""))
        .containsExactly("PARCEL a" + EPC, "PARCEL b" + EPC);
    assertThat(queue.add(label("a"))).isEqualTo(PrintQueue.Answer.KNOWN);
    assertThat(queue.wasPrinted("c")).isFalse();
  }

  @Test
  void aTagThatDoesNotReadBackHoldsItsLabelUntilAPersonDecides() throws Exception {
    StationGear gear = gear();
    RunningPrinter printer = devices(gear, PRINTER).printerAt("DOCK-1").orElseThrow();
    await().atMost(SOON).until(() -> printer.status().equals("ready"));
    gear.fault("printer-1", PrinterFault.BAD_TAGS, true);
    printer.queue().add(label("a"));
    await().atMost(SOON).until(() -> held(printer));
    gear.fault("printer-1", PrinterFault.BAD_TAGS, false);
    assertThat(printer.queue().again("a")).isEqualTo(PrintQueue.Answer.DONE);
    await().atMost(SOON).until(() -> printer.queue().wasPrinted("a"));
    List<PrintedLabel> labels = gear.labels("printer-1");
    assertThat(labels.getLast().epcHex()).contains(EPC);
    assertThat(labels.getLast().voided()).isFalse();
  }

  private static boolean held(RunningPrinter printer) {
    return printer.queue().jobs().stream().anyMatch(job -> job.state() == PrintJob.State.HELD);
  }
}
