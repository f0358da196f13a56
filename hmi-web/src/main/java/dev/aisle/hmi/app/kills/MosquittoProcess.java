package dev.aisle.hmi.app.kills;

import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.MosquittoFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A mosquitto on the loopback address, with the accounts and rights of a site. */
final class MosquittoProcess implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/sbin/mosquitto"),
          Path.of("/usr/local/sbin/mosquitto"),
          Path.of("/opt/homebrew/sbin/mosquitto"));

  private final Path folder;
  private final int port;
  private Process process;

  private MosquittoProcess(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static MosquittoProcess start(Path folder, int port, List<BrokerAccount> accounts)
      throws IOException {
    Files.writeString(folder.resolve("acl"), MosquittoFiles.rights(accounts));
    Files.writeString(
        folder.resolve("passwords"), MosquittoFiles.passwords(accounts, new SecureRandom()));
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        """
        user %s
        allow_anonymous false
        password_file %s
        acl_file %s
        persistence false
        max_inflight_messages 1000
        max_queued_messages 10000
        set_tcp_nodelay true
        listener %d 127.0.0.1
        """
            .formatted(
                System.getProperty("user.name"),
                folder.resolve("passwords"),
                folder.resolve("acl"),
                port));
    return new MosquittoProcess(folder, port, launch(folder));
  }

  private static Process launch(Path folder) throws IOException {
    String program =
        PLACES.stream().filter(Files::exists).map(Path::toString).findFirst().orElse("mosquitto");
    return new ProcessBuilder(program, "-c", folder.resolve("mosquitto.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile()))
        .start();
  }

  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void startAgain() throws IOException {
    process = launch(folder);
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
