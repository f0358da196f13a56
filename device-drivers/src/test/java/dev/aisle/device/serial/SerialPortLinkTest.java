package dev.aisle.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            .hasMessageContaining("already in use");
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
