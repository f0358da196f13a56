package dev.aisle.sim.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.sim.world.TagInField;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's side is plain file input and output on the path of the port. */
class SimulatedReaderTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @TempDir Path dir;
  private Path link;
  private volatile List<TagInField> field = List.of();
  private SimulatedReader reader;

  @BeforeEach
  void open() {
    link = dir.resolve("run/reader-D1");
    reader = new SimulatedReader(ReaderSpec.of("reader-D1", link), new SplittableRandom(7), air());
    reader.open();
    awaitPort();
  }

  private TagField air() {
    return new TagField(
        () -> field, new TagMemories(), () -> 0, () -> 0, 1, new SplittableRandom(8));
  }

  @AfterEach
  void close() {
    reader.close();
    assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void tellsItsMakerAndPower() throws Exception {
    try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
      port.write(HEX.parseHex("BB00B70000B77E"));
      assertThat(receive(port, 9)).isEqualTo("BB01B7000207D0917E");
      port.write(HEX.parseHex("BB0003000102067E"));
      assertThat(receive(port, 13)).isEqualTo("BB0103000602" + "4169736C65" + "FA7E");
      port.write(HEX.parseHex("BB00280000287E"));
      assertThat(receive(port, 8)).isEqualTo("BB01280001002A7E");
    }
  }

  @Test
  void anUnknownCommandAndAnEmptyFieldAreAnsweredByErrors() throws Exception {
    try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
      port.write(HEX.parseHex("BB00EE0000EE7E"));
      assertThat(receive(port, 8)).isEqualTo("BB01FF000117187E");
      port.write(HEX.parseHex("BB00220000227E"));
      assertThat(receive(port, 8)).isEqualTo("BB01FF000115167E");
    }
  }

  @Test
  void readsATagOverAndOverUntilStopped() throws Exception {
    field = List.of(new TagInField("30751FEB705C5904E3D50D70", -55));
    try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
      port.write(HEX.parseHex("BB0027000322FFFF4A7E"));
      for (int i = 0; i < 5; i++) {
        String notice = receive(port, 24);
        assertThat(notice).startsWith("BB02220011").contains("300030751FEB705C5904E3D50D70");
        assertThat(notice).endsWith("7E");
      }
      port.write(HEX.parseHex("BB00280000287E"));
      StringBuilder rest = new StringBuilder();
      while (rest.indexOf("BB01280001002A7E") < 0) {
        rest.append(receive(port, 1));
      }
    }
  }

  @Test
  void aPulledCableEndsTheConversationAndThePortComesBack() throws Exception {
    RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw");
    reader.pullCable(Duration.ofMillis(400));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isDead(port));
    port.close();
    awaitPort();
    tellsItsMakerAndPower();
  }

  @Test
  void onATcpPortOneHostAtATimeIsHeardAndThePortSurvivesTheCable() throws Exception {
    try (SimulatedReader onNet =
        new SimulatedReader(
            ReaderSpec.of("reader-D2", ReaderMake.BB, 0), new SplittableRandom(9), air())) {
      onNet.open();
      Awaitility.await().until(() -> !onNet.address().endsWith(":0"));
      String address = onNet.address();
      try (Socket first = connect(address)) {
        assertThat(askForPower(first)).isEqualTo("BB01B7000207D0917E");
        try (Socket second = connect(address)) {
          assertThat(second.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(askForPower(first)).isEqualTo("BB01B7000207D0917E");
        onNet.pullCable(Duration.ofMillis(300));
        assertThat(first.getInputStream().read()).isEqualTo(-1);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(
              () -> {
                try (Socket again = connect(address)) {
                  return askForPower(again).equals("BB01B7000207D0917E");
                }
              });
    }
  }

  @Test
  void aDisturbedLineIsGoodAgainAfterwards() throws Exception {
    try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
      reader.disturb(LineFaults.NONE.withSilence(), Duration.ofMillis(300));
      port.write(HEX.parseHex("BB00B70000B77E"));
      Awaitility.await().pollDelay(Duration.ofMillis(350)).until(() -> true);
      port.write(HEX.parseHex("BB00030001020" + "67E"));
      assertThat(receive(port, 13)).startsWith("BB0103000602");
    }
  }

  private static Socket connect(String address) throws IOException {
    int colon = address.indexOf(':');
    return new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  private static String askForPower(Socket host) throws IOException {
    host.setSoTimeout(3000);
    host.getOutputStream().write(HEX.parseHex("BB00B70000B77E"));
    return HEX.formatHex(host.getInputStream().readNBytes(9));
  }

  private static boolean isDead(RandomAccessFile port) {
    try {
      port.write(HEX.parseHex("BB00B70000B77E"));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void awaitPort() {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(link));
  }

  private static String receive(RandomAccessFile port, int bytes) throws Exception {
    byte[] received = new byte[bytes];
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            () -> {
              try {
                port.readFully(received);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    done.get(5, TimeUnit.SECONDS);
    return HEX.formatHex(received);
  }
}
