package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.barcode.BarcodeScanner;
import dev.aisle.device.barcode.Scan;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.device.DeviceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scanner with its newest codes. */
public final class RunningScanner implements RunningDevice {
  private static final int KEPT = 20;

  /** So long a test waits for somebody to scan. */
  private static final Duration TEST = Duration.ofSeconds(8);

  private final StationDevice.Scanner entry;
  private final BarcodeScanner scanner;
  private final TelegramLog telegrams;
  private final Deque<Scan> newest = new ArrayDeque<>();
  private long scans;

  public RunningScanner(
      StationDevice.Scanner entry,
      BarcodeScanner scanner,
      TelegramLog telegrams,
      StationListener listener) {
    this.entry = entry;
    this.scanner = scanner;
    this.telegrams = telegrams;
    scanner.onScan(
        scan -> {
          keep(scan);
          listener.scanned(entry, scan);
        });
  }

  private synchronized void keep(Scan scan) {
    newest.addFirst(scan);
    if (newest.size() > KEPT) {
      newest.removeLast();
    }
    scans++;
    notifyAll();
  }

  @Override
  public StationDevice.Scanner entry() {
    return entry;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.SCANNER;
  }

  @Override
  public void open() {
    scanner.open();
  }

  @Override
  public DeviceHealth health() {
    return scanner.health();
  }

  private synchronized List<Scan> newestFirst() {
    return new ArrayList<>(newest);
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    return DeviceDetails.Special.ofScans(newestFirst().stream().map(ScanWords::view).toList());
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  @Override
  public Map<String, Object> found() {
    return newestFirst().stream()
        .findFirst()
        .map(scan -> Map.<String, Object>of("scan", scan.text()))
        .orElse(Map.of());
  }

  /** A scanner says nothing until somebody scans, so a person has to. */
  @Override
  public DeviceTest.Outcome test() {
    if (health().link() != LinkState.UP) {
      return Trouble.outcome(DeviceTest.Verdict.NOT_CONNECTED, Map.of(), Trouble.of(health()));
    }
    try {
      return awaitScan()
          ? Trouble.outcome(
              DeviceTest.Verdict.ANSWERED,
              Map.of("scan", newestFirst().getFirst().text()),
              Optional.empty())
          : nothingHeard(
              Trouble.met(
                  "nothing-scanned",
                  Map.of("device", name(), "seconds", Long.toString(TEST.toSeconds())),
                  "the port is open, but nothing was scanned within %d s"
                      .formatted(TEST.toSeconds())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothingHeard(
          Trouble.met("interrupted", Map.of("device", name()), "the test was interrupted"));
    }
  }

  private static DeviceTest.Outcome nothingHeard(Trouble why) {
    return Trouble.outcome(DeviceTest.Verdict.SILENT, Map.of(), Optional.of(why));
  }

  private synchronized boolean awaitScan() throws InterruptedException {
    long before = scans;
    long until = System.nanoTime() + TEST.toNanos();
    while (scans == before) {
      long leftMs = (until - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }

  @Override
  public void close() {
    scanner.close();
  }
}
