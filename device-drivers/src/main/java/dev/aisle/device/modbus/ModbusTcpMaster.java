package dev.aisle.device.modbus;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.TroubleKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Modbus TCP connection. After a failure the connection is dropped, so that a late answer
 * cannot be taken for the answer to a later request. The library's messages are used, but not its
 * transport: that gives every byte of an answer the whole time anew, so that a device which sends
 * one now and then would hold the line for minutes. Connecting has as much time as an answer.
 */
public final class ModbusTcpMaster extends LineMaster {
  private static final int HEAD = 7;
  private static final int PROTOCOL_AT = 2;
  private static final int LENGTH_AT = 4;

  /** Function and a byte, as an exception has; and the longest of V1.1b3, 4.1. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 253;

  private final String host;
  private final int port;
  private final int timeoutMs;
  private @Nullable Socket socket;
  private int transaction;

  public ModbusTcpMaster(String host, int port, Duration timeout) {
    this.host = host;
    this.port = port;
    this.timeoutMs = Math.toIntExact(timeout.toMillis());
  }

  /** {@code host:port}, or {@code host} for the standard port 502. */
  public static ModbusTcpMaster at(String address, Duration timeout) {
    ModbusSettings settings = ModbusSettings.tcp(address);
    return new ModbusTcpMaster(settings.host(), settings.port(), timeout);
  }

  @Override
  public String address() {
    return host + ":" + port;
  }

  @Override
  boolean isOpen() {
    return socket != null;
  }

  @Override
  void drop() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // The socket is given up either way.
        return;
      }
    }
  }

  @Override
  byte[] ask(int unit, byte[] request) throws ModbusFailure {
    Socket line = connected();
    transaction = (transaction + 1) & 0xFFFF;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    try {
      line.getOutputStream().write(frame(unit, request));
      sent(unit, request);
      return answer(line, unit, deadline);
    } catch (SocketTimeoutException e) {
      drop();
      throw new ModbusFailure.NoAnswer(
          address(), unit, "%s did not answer within %d ms".formatted(address(), timeoutMs));
    } catch (IOException e) {
      drop();
      throw new ModbusFailure.LinkLost(
          TroubleKind.CONNECTION_LOST, address(), "%s: %s".formatted(address(), e.getMessage()));
    }
  }

  private byte[] answer(Socket line, int unit, long deadline) throws IOException, ModbusFailure {
    ByteBuffer head = ByteBuffer.wrap(read(line, HEAD, deadline));
    int length = (head.getShort(LENGTH_AT) & 0xFFFF) - 1;
    if (head.getShort(PROTOCOL_AT) != 0 || length < SHORTEST || length > LONGEST) {
      drop();
      throw strange(" sent an answer that makes no sense");
    }
    byte[] dataUnit = read(line, length, deadline);
    if ((head.getShort(0) & 0xFFFF) != transaction || (head.get(HEAD - 1) & 0xFF) != unit) {
      drop();
      throw strange(" answered something else than was asked");
    }
    return dataUnit;
  }

  /** So many bytes, however they come; the time is for all of them together. */
  private static byte[] read(Socket line, int count, long deadline) throws IOException {
    InputStream in = line.getInputStream();
    byte[] bytes = new byte[count];
    int there = 0;
    while (there < count) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException("%d of %d bytes".formatted(there, count));
      }
      line.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1);
      int more = in.read(bytes, there, count - there);
      if (more < 0) {
        throw new EOFException("it hung up");
      }
      there += more;
    }
    return bytes;
  }

  /** Modbus messaging on TCP/IP V1.0b, 3.1.3. */
  @Override
  byte[] frame(int unit, byte[] dataUnit) {
    return ByteBuffer.allocate(HEAD + dataUnit.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (1 + dataUnit.length))
        .put((byte) unit)
        .put(dataUnit)
        .array();
  }

  private Socket connected() throws ModbusFailure {
    Socket there = socket;
    if (there != null) {
      return there;
    }
    Socket fresh = new Socket();
    socket = fresh;
    try {
      fresh.connect(new InetSocketAddress(host, port), timeoutMs);
      fresh.setTcpNoDelay(true);
      return fresh;
    } catch (IOException | RuntimeException e) {
      drop();
      throw new ModbusFailure.LinkLost(
          DeviceTrouble.kindOf(e).orElse(TroubleKind.NO_HOST),
          address(),
          "%s cannot be reached: %s".formatted(address(), e.getMessage()));
    }
  }
}
