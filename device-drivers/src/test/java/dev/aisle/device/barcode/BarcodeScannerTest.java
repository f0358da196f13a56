package dev.aisle.device.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A scanner behind a serial server. */
class BarcodeScannerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final BackOff QUICK = new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), 1);

  @Test
  void everyScanIsToldOnceAndTheLineComesBackAfterABreak() throws IOException {
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        BarcodeScanner scanner = scanner(server.getLocalPort(), ScannerSettings.standard())) {
      scanner.onScan(scans::add);
      scanner.open();
      try (Socket socket = server.accept()) {
        OutputStream out = socket.getOutputStream();
        out.write("]C10010614".getBytes(StandardCharsets.US_ASCII));
        out.write("1412345678908\r\n]C0S-01-01\r\n".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> scans.size() == 2);
        assertThat(scanner.health().link()).isEqualTo(LinkState.UP);
        assertThat(scanner.health().exchanges()).isEqualTo(2);
      }
      await().until(() -> scanner.health().errors() > 0);
      try (Socket again = server.accept()) {
        again.getOutputStream().write("]C117261231\r".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> scans.size() == 3);
      }
    }
    assertThat(scans.getFirst().symbology()).contains(Symbology.GS1_128);
    assertThat(scans.getFirst().text()).isEqualTo("00106141412345678908");
    assertThat(scans.getFirst().at()).isEqualTo(NOW);
    assertThat(scans.get(1))
        .isEqualTo(
            new Scan(
                "scan-1",
                Optional.of(Symbology.CODE_128),
                "S-01-01",
                new ScannedCode.Plain("S-01-01"),
                NOW));
  }

  @Test
  void aPauseEndsACodeOrDropsTheRestOfABrokenOne() throws IOException {
    for (ScannerSettings.Suffix suffix :
        List.of(ScannerSettings.Suffix.NONE, ScannerSettings.Suffix.LINE)) {
      List<Scan> scans = new CopyOnWriteArrayList<>();
      var settings =
          new ScannerSettings(suffix, Duration.ofMillis(40), 100, StandardCharsets.UTF_8);
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          BarcodeScanner scanner = scanner(server.getLocalPort(), settings)) {
        scanner.onScan(scans::add);
        scanner.open();
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write("HALF".getBytes(StandardCharsets.US_ASCII));
          if (suffix == ScannerSettings.Suffix.NONE) {
            await().until(() -> scans.size() == 1);
            assertThat(scans.getFirst().text()).isEqualTo("HALF");
          } else {
            await().until(() -> scanner.health().noiseBytes() == 4);
            assertThat(scans).isEmpty();
          }
        }
      }
    }
  }

  private static BarcodeScanner scanner(int port, ScannerSettings settings) {
    return new BarcodeScanner(
        "scan-1",
        ByteLink.to("127.0.0.1:" + port, 9600),
        settings,
        Clock.fixed(NOW, ZoneOffset.UTC),
        QUICK);
  }
}
