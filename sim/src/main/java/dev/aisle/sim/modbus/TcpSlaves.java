package dev.aisle.sim.modbus;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units behind Modbus TCP on the loopback address (Modbus messaging on TCP/IP V1.0b, 3.1.3). Eight
 * masters may be connected; a further one is turned away.
 */
public final class TcpSlaves implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TcpSlaves.class);
  private static final int MOST_MASTERS = 8;
  private static final int LONGEST = 254;

  private final DataUnits units;
  private final ServerSocket server;
  private final Set<Socket> masters = ConcurrentHashMap.newKeySet();
  private volatile Duration late = Duration.ZERO;
  private volatile Duration perByte = Duration.ZERO;

  /**
   * @param port 0 for any that is free
   */
  public TcpSlaves(int port, DataUnits units) throws IOException {
    this.units = units;
    try {
      this.server = new ServerSocket(port, MOST_MASTERS, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IOException("no Modbus slave on port %d: %s".formatted(port, e.getMessage()), e);
    }
    Thread.ofVirtual().name("sim-modbus-" + port).start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public String address() {
    return "127.0.0.1:" + port();
  }

  /** From now on every answer comes so much later. */
  public void answerLate(Duration by) {
    late = by;
  }

  /** From now on every byte of an answer comes by itself, so long after the one before. */
  public void dribble(Duration every) {
    perByte = every;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket master = server.accept();
        if (masters.size() >= MOST_MASTERS) {
          master.close();
          continue;
        }
        masters.add(master);
        Thread.ofVirtual().start(() -> serve(master));
      } catch (IOException e) {
        LOG.debug("the slaves on {} end: {}", port(), e.getMessage());
      }
    }
  }

  private void serve(Socket master) {
    try (master) {
      master.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(master.getInputStream());
      DataOutputStream out = new DataOutputStream(master.getOutputStream());
      while (true) {
        int transaction = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if (protocol != 0 || length < 2 || length > LONGEST) {
          return;
        }
        int unit = in.readUnsignedByte();
        byte[] request = in.readNBytes(length - 1);
        if (request.length < length - 1) {
          return;
        }
        Optional<byte[]> answer = units.answer(unit, request);
        if (answer.isPresent()) {
          Thread.sleep(late);
          byte[] frame = new byte[7 + answer.get().length];
          head(frame, transaction, answer.get().length + 1, unit);
          System.arraycopy(answer.get(), 0, frame, 7, answer.get().length);
          say(out, frame);
        }
      }
    } catch (EOFException e) {
      LOG.debug("a master of {} hung up", port());
    } catch (IOException e) {
      LOG.debug("a master of {} is gone: {}", port(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      masters.remove(master);
    }
  }

  private void say(DataOutputStream out, byte[] frame) throws IOException, InterruptedException {
    if (perByte.isZero()) {
      out.write(frame);
      return;
    }
    for (byte each : frame) {
      Thread.sleep(perByte);
      out.write(each);
    }
  }

  private static void head(byte[] frame, int transaction, int length, int unit) {
    frame[0] = (byte) (transaction >> 8);
    frame[1] = (byte) transaction;
    frame[4] = (byte) (length >> 8);
    frame[5] = (byte) length;
    frame[6] = (byte) unit;
  }

  /** Hangs up on every master; they may connect again. */
  public void cut() {
    masters.forEach(this::close);
  }

  /** Also hangs up on every master. */
  @Override
  public void close() {
    close(server);
    cut();
  }

  private void close(Closeable wire) {
    try {
      wire.close();
    } catch (IOException e) {
      LOG.debug("closing the slaves on {}: {}", port(), e.getMessage());
    }
  }
}
