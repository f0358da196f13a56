package dev.aisle.device.modbus;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.TroubleKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One Modbus TCP connection. After a failure the connection is dropped, so that a late answer
 * cannot be taken for the answer to a later request.
 */
public final class ModbusTcpMaster extends LineMaster {
  private static final int HEAD = 7;

  private final String host;
  private final int port;
  private final int timeoutMs;
  private @Nullable Socket socket;
  private @Nullable ModbusTCPTransport transport;
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
    return transport != null;
  }

  @Override
  void drop() {
    Socket open = socket;
    socket = null;
    transport = null;
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
  ModbusResponse ask(int unit, ModbusRequest request) throws ModbusFailure {
    ModbusTCPTransport line = connected();
    transaction = (transaction + 1) & 0xFFFF;
    request.setTransactionID(transaction);
    request.setUnitID(unit);
    ModbusResponse answer;
    long start = System.nanoTime();
    try {
      line.writeRequest(request);
      sent(unit, request);
      answer = line.readResponse();
    } catch (ModbusIOException e) {
      drop();
      throw failure(unit, e, System.nanoTime() - start);
    } catch (RuntimeException e) {
      // The library throws these for answers it cannot parse.
      drop();
      throw strange(" sent an answer that makes no sense");
    }
    if (answer.getTransactionID() != transaction || (answer.getUnitID() & 0xFF) != unit) {
      drop();
      throw strange(" answered something else than was asked");
    }
    return answer;
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

  private ModbusTCPTransport connected() throws ModbusFailure {
    ModbusTCPTransport there = transport;
    if (there != null) {
      return there;
    }
    Socket fresh = new Socket();
    try {
      fresh.connect(new InetSocketAddress(host, port), timeoutMs);
      fresh.setTcpNoDelay(true);
      ModbusTCPTransport made = new ModbusTCPTransport(fresh);
      made.setTimeout(timeoutMs);
      socket = fresh;
      transport = made;
      return made;
    } catch (IOException | RuntimeException e) {
      socket = fresh;
      drop();
      throw new ModbusFailure.LinkLost(
          DeviceTrouble.kindOf(e).orElse(TroubleKind.NO_HOST),
          address(),
          "%s cannot be reached: %s".formatted(address(), e.getMessage()));
    }
  }

  /** The library says in words only whether it was a timeout, so the clock decides. */
  private ModbusFailure failure(int unit, ModbusIOException e, long tookNanos) {
    if (tookNanos >= Duration.ofMillis(timeoutMs).toNanos()) {
      return new ModbusFailure.NoAnswer(
          address(), unit, "%s did not answer within %d ms".formatted(address(), timeoutMs));
    }
    return new ModbusFailure.LinkLost(
        TroubleKind.CONNECTION_LOST, address(), "%s: %s".formatted(address(), e.getMessage()));
  }
}
