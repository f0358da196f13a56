package dev.aisle.device.modbus;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.serial.Pty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * The other end of an RTU line, byte by byte: keeps what it was sent and answers what it is told.
 */
public final class RtuPeer implements AutoCloseable {
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** Request in hex without blanks → answer in hex; empty for none. */
  public volatile UnaryOperator<String> answers = request -> "";

  private final AutoCloseable wire;
  private volatile boolean open = true;

  private RtuPeer(AutoCloseable wire) {
    this.wire = wire;
  }

  public static RtuPeer onSerialLine(Path link) throws IOException {
    Pty pty = Pty.at(link);
    RtuPeer peer = new RtuPeer(pty);
    peer.start(() -> peer.take(pty.read(), pty::write));
    return peer;
  }

  public static RtuPeer onTcp(ServerSocket server) {
    RtuPeer peer = new RtuPeer(server);
    peer.start(() -> peer.serve(server));
    return peer;
  }

  public static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private interface Out {
    void write(byte[] bytes) throws IOException;
  }

  private interface Round {
    void run() throws IOException;
  }

  private void start(Round round) {
    Thread thread =
        new Thread(
            () -> {
              while (open) {
                try {
                  round.run();
                } catch (IOException e) {
                  continue;
                }
              }
            },
            "rtu-peer");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(ServerSocket server) throws IOException {
    try (Socket client = server.accept()) {
      client.setSoTimeout(20);
      byte[] chunk = new byte[300];
      while (open) {
        try {
          int count = client.getInputStream().read(chunk);
          if (count < 0) {
            return;
          }
          take(Arrays.copyOf(chunk, count), client.getOutputStream()::write);
        } catch (SocketTimeoutException e) {
          continue;
        }
      }
    }
  }

  private void take(byte[] bytes, Out out) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    String request = Hex.of(bytes);
    requests.add(request);
    String answer = answers.apply(request);
    if (!answer.isEmpty()) {
      out.write(Hex.bytes(answer));
    }
  }

  @Override
  public void close() throws Exception {
    open = false;
    wire.close();
  }
}
