package dev.aisle.sim.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.barcode.BarcodeScanner;
import dev.aisle.device.barcode.Scan;
import dev.aisle.device.barcode.ScannedCode;
import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.device.barcode.Symbology;
import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real driver on the simulated scanner's serial port. */
class SimulatedScannerTest {
  private static final String GS = "\u001D";
  private final List<Scan> scans = new CopyOnWriteArrayList<>();
  private SimulatedScanner played;
  private BarcodeScanner driver;

  @BeforeEach
  void plugIn(@TempDir Path folder) throws IOException {
    Path port = folder.resolve("scanner");
    played =
        new SimulatedScanner(
            new ScannerSpec("scan-1", port, 115_200, "", "\r\n", true), new Random(7));
    played.open();
    driver =
        new BarcodeScanner(
            "scan-1",
            ByteLink.to(port.toString(), 115_200),
            ScannerSettings.standard(),
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), 1));
    driver.onScan(scans::add);
    driver.open();
    await().until(() -> driver.health().link() == LinkState.UP);
  }

  @AfterEach
  void unplug() {
    driver.close();
    played.close();
  }

  @Test
  void aPalletLabelIsReadWithAllItsFields() throws IOException {
    await().until(() -> played.scan("]C1", "00106141412345678908" + "3740" + GS + "10L-1"));
    await().until(() -> !scans.isEmpty());
    assertThat(scans.getFirst().symbology()).contains(Symbology.GS1_128);
    assertThat(scans.getFirst().code())
        .isInstanceOfSatisfying(
            ScannedCode.Gs1.class,
            gs1 ->
                assertThat(gs1.data().readable()).isEqualTo("(00)106141412345678908(37)40(10)L-1"));
  }

  @Test
  void splitNoisyAndRepeatedCodesAreTakenForWhatTheyAre() throws IOException {
    await().until(() -> played.scan("]C0", "FIRST"));
    played.faults(new ScannerFaults(0, 1, 0, 1));
    played.scan("]C0", "S-01-01");
    await().until(() -> scans.size() == 3);
    assertThat(scans.stream().map(Scan::text)).containsExactly("FIRST", "S-01-01", "S-01-01");
    played.faults(new ScannerFaults(0, 0, 1, 0));
    long noise = driver.health().noiseBytes();
    played.scan("]C0", "CUT-OFF-LONG");
    await().until(() -> driver.health().noiseBytes() > noise);
    played.faults(ScannerFaults.NONE);
    played.scan("]C0", "S-01-02");
    await().until(() -> scans.getLast().text().equals("S-01-02"));
  }

  @Test
  void aPulledCableIsSeenAndTheScannerComesBackWithIt() throws IOException {
    await().until(() -> played.scan("]C0", "BEFORE"));
    await().until(() -> scans.size() == 1);
    played.close();
    await().until(() -> driver.health().link() == LinkState.DOWN);
    assertThat(played.scan("]C0", "LOST")).isFalse();
    played.open();
    await().until(() -> driver.health().link() == LinkState.UP);
    await().until(() -> played.scan("]C0", "AFTER"));
    await().untilAsserted(() -> assertThat(scans).hasSize(2));
    assertThat(scans.getLast().text()).isEqualTo("AFTER");
  }
}
