package dev.aisle.hmi.app.broker;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/** The installed mosquitto with the settings in a folder. */
final class MosquittoHere implements AutoCloseable {
  private static final Duration UP_WITHIN = Duration.ofSeconds(30);

  private final Path folder;
  private final int[] ports;
  private Process process;

  /**
   * @param ports on which it answers when it is up
   */
  MosquittoHere(Path folder, int... ports) {
    this.folder = folder;
    this.ports = ports;
  }

  void start() throws Exception {
    String program =
        Files.exists(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
    process =
        new ProcessBuilder(program, "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    await("mosquitto in " + folder)
        .atMost(UP_WITHIN)
        .until(() -> IntStream.of(ports).allMatch(this::answers));
  }

  private boolean answers(int port) {
    if (!process.isAlive()) {
      throw new AssertionError(log());
    }
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("mosquitto.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
