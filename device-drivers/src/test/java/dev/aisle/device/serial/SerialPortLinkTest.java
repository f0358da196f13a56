package dev.aisle.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialPortLinkTest {
  @TempDir Path folder;

  @Test
  void everyByteValueTravelsBothWaysUnchanged() throws Exception {
    byte[] all = everyByte();
    try (Pty pty = Pty.at(folder.resolve("port"));
        SerialPortLink link = new SerialPortLink(pty.path(), 115_200)) {
      link.open();
      pty.write(all);
      assertThat(readFrom(link, all.length)).isEqualTo(all);
      link.write(all);
      ByteArrayOutputStream arrived = new ByteArrayOutputStream();
      Awaitility.await()
          .until(
              () -> {
                arrived.writeBytes(pty.read());
                return arrived.size() >= all.length;
              });
      assertThat(arrived.toByteArray()).isEqualTo(all);
    }
  }

  @Test
  void neverMoreIsReadThanTheBufferHasRoomFor() throws Exception {
    try (Pty pty = Pty.at(folder.resolve("port"));
        SerialPortLink link = new SerialPortLink(pty.path(), 115_200)) {
      link.open();
      pty.write(new byte[] {1, 2, 3, 4, 5});
      ByteBuffer small = ByteBuffer.allocate(3);
      Awaitility.await().until(() -> link.read(small) > 0 && !small.hasRemaining());
      assertThat(link.read(small)).isZero();
      assertThat(readFrom(link, 2)).containsExactly(4, 5);
    }
  }

  @Test
  void aPortThatIsInUseIsNotOpenedTwiceUnderAnyName() throws Exception {
    try (Pty pty = Pty.at(folder.resolve("port"));
        SerialPortLink first = new SerialPortLink(pty.path(), 115_200)) {
      Path other = Files.createSymbolicLink(folder.resolve("other"), Path.of(pty.path()));
      first.open();
      try (SerialPortLink second = new SerialPortLink(other.toString(), 115_200)) {
        assertThatThrownBy(second::open)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("already in use by another device of this program");
        assertThat(holdFromAnotherProcess(pty.path()))
            .contains("already in use by process %d".formatted(ProcessHandle.current().pid()));
        first.close();
        second.open();
      }
    }
  }

  @Test
  void aMissingPortIsNamed() {
    try (SerialPortLink link = new SerialPortLink("/nowhere/port", 115_200)) {
      assertThatThrownBy(link::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/nowhere/port");
    }
  }

  @Test
  void aPulledCableIsNoticedAndTheSameLinkOpensAgain() throws Exception {
    Path port = folder.resolve("port");
    try (SerialPortLink link = new SerialPortLink(port.toString(), 115_200)) {
      Pty pty = Pty.at(port);
      link.open();
      pty.close();
      assertThatThrownBy(() -> readFrom(link, 1)).isInstanceOf(IOException.class);
      link.close();
      assertThatThrownBy(link::open).isInstanceOf(IOException.class);
      try (Pty again = Pty.at(port)) {
        link.open();
        again.write(new byte[] {42});
        assertThat(readFrom(link, 1)).containsExactly(42);
      }
    }
  }

  @Test
  void anAddressWithAPortNumberIsATcpLink() throws Exception {
    byte[] all = everyByte();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ByteLink link = ByteLink.to("localhost:" + server.getLocalPort(), 115_200)) {
      link.open();
      try (Socket device = server.accept()) {
        device.getOutputStream().write(all);
        assertThat(readFrom(link, all.length)).isEqualTo(all);
        link.write(all);
        assertThat(device.getInputStream().readNBytes(all.length)).isEqualTo(all);
      }
      assertThatThrownBy(() -> readFrom(link, 1)).isInstanceOf(IOException.class);
    }
    assertThat(ByteLink.to("/dev/ttyUSB0", 9600)).isInstanceOf(SerialPortLink.class);
    assertThat(ByteLink.to("COM3", 9600)).isInstanceOf(SerialPortLink.class);
  }

  /** What another process says that tries to open the port. */
  private static String holdFromAnotherProcess(String port) throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Holder.class.getName(),
                port)
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).isZero();
    return said;
  }

  private static String classPath() throws Exception {
    List<String> places = new ArrayList<>();
    for (String type :
        List.of(
            Holder.class.getName(),
            SerialPortLink.class.getName(),
            "jssc.SerialPort",
            "org.scijava.nativelib.NativeLoader",
            "org.slf4j.Logger",
            "org.jspecify.annotations.Nullable")) {
      URL place = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
      places.add(Path.of(place.toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /** Another program that wants the port. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) {
      try (SerialPortLink link = new SerialPortLink(args[0], 115_200)) {
        link.open();
        System.out.println("opened");
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static byte[] everyByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return all;
  }

  private static byte[] readFrom(ByteLink link, int count) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    long start = System.nanoTime();
    while (buffer.hasRemaining() && System.nanoTime() - start < Duration.ofSeconds(5).toNanos()) {
      link.read(buffer);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
