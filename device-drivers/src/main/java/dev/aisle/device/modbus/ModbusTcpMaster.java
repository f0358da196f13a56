package dev.aisle.device.modbus;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One Modbus TCP connection, one request in flight. Connects by itself when needed. Nothing is ever
 * sent twice: after a failure the connection is dropped, so that a late answer cannot be taken for
 * the answer to a later request, and the caller decides. May be used from any thread.
 */
public final class ModbusTcpMaster implements ModbusMaster {
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
    int colon = address.lastIndexOf(':');
    return colon < 0
        ? new ModbusTcpMaster(address, 502, timeout)
        : new ModbusTcpMaster(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), timeout);
  }

  @Override
  public String address() {
    return host + ":" + port;
  }

  @Override
  public BitSet readCoils(int unit, int first, int count) throws ModbusFailure {
    ReadCoilsRequest request = new ReadCoilsRequest(first, within(count, MOST_BITS));
    ReadCoilsResponse answer = exchange(unit, request, ReadCoilsResponse.class);
    return bits(answer.getCoils().getBytes(), count);
  }

  @Override
  public BitSet readInputs(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadInputDiscretesRequest(first, within(count, MOST_BITS));
    var answer = exchange(unit, request, ReadInputDiscretesResponse.class);
    return bits(answer.getDiscretes().getBytes(), count);
  }

  @Override
  public int[] readHolding(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadMultipleRegistersRequest(first, within(count, MOST_REGISTERS));
    var answer = exchange(unit, request, ReadMultipleRegistersResponse.class);
    return values(answer.getRegisters(), count);
  }

  @Override
  public int[] readInputRegisters(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadInputRegistersRequest(first, within(count, MOST_REGISTERS));
    var answer = exchange(unit, request, ReadInputRegistersResponse.class);
    return values(answer.getRegisters(), count);
  }

  @Override
  public void writeCoil(int unit, int address, boolean on) throws ModbusFailure {
    exchange(unit, new WriteCoilRequest(address, on), ModbusResponse.class);
  }

  @Override
  public void writeRegister(int unit, int address, int value) throws ModbusFailure {
    exchange(
        unit,
        new WriteSingleRegisterRequest(address, new SimpleRegister(value)),
        ModbusResponse.class);
  }

  @Override
  public void writeCoils(int unit, int first, BitSet values, int count) throws ModbusFailure {
    BitVector bits = new BitVector(within(count, MOST_BITS_WRITTEN));
    for (int i = 0; i < count; i++) {
      bits.setBit(i, values.get(i));
    }
    exchange(unit, new WriteMultipleCoilsRequest(first, bits), ModbusResponse.class);
  }

  @Override
  public void writeRegisters(int unit, int first, int... values) throws ModbusFailure {
    Register[] registers = new Register[within(values.length, MOST_REGISTERS_WRITTEN)];
    for (int i = 0; i < values.length; i++) {
      registers[i] = new SimpleRegister(values[i]);
    }
    exchange(unit, new WriteMultipleRegistersRequest(first, registers), ModbusResponse.class);
  }

  @Override
  public synchronized boolean isConnected() {
    return transport != null;
  }

  /** Drops the connection; the next request makes a new one. */
  @Override
  public synchronized void close() {
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

  private synchronized <T extends ModbusResponse> T exchange(
      int unit, ModbusRequest request, Class<T> expected) throws ModbusFailure {
    ModbusTCPTransport line = connected();
    transaction = (transaction + 1) & 0xFFFF;
    request.setTransactionID(transaction);
    request.setUnitID(unit);
    ModbusResponse answer;
    long start = System.nanoTime();
    try {
      line.writeRequest(request);
      answer = line.readResponse();
    } catch (ModbusIOException e) {
      close();
      throw failure(e, System.nanoTime() - start);
    } catch (RuntimeException e) {
      // The library throws these for answers it cannot parse.
      close();
      throw new ModbusFailure.LinkLost(address() + " sent an answer that makes no sense");
    }
    if (answer instanceof ExceptionResponse refusal) {
      throw new ModbusFailure.Refused(request.getFunctionCode(), refusal.getExceptionCode());
    }
    if (answer.getTransactionID() != transaction
        || answer.getUnitID() != unit
        || answer.getFunctionCode() != request.getFunctionCode()
        || !expected.isInstance(answer)) {
      close();
      throw new ModbusFailure.LinkLost(address() + " answered something else than was asked");
    }
    return expected.cast(answer);
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
      close();
      throw new ModbusFailure.LinkLost(
          "%s cannot be reached: %s".formatted(address(), e.getMessage()));
    }
  }

  /** The library says in words only whether it was a timeout, so the clock decides. */
  private ModbusFailure failure(ModbusIOException e, long tookNanos) {
    if (tookNanos >= Duration.ofMillis(timeoutMs).toNanos()) {
      return new ModbusFailure.NoAnswer(
          "%s did not answer within %d ms".formatted(address(), timeoutMs));
    }
    return new ModbusFailure.LinkLost("%s: %s".formatted(address(), e.getMessage()));
  }

  private static int within(int count, int most) {
    if (count < 1 || count > most) {
      throw new IllegalArgumentException("1 to %d at once, not %d".formatted(most, count));
    }
    return count;
  }

  private BitSet bits(byte[] bytes, int count) throws ModbusFailure {
    if (bytes.length * 8 < count) {
      throw tooShort();
    }
    BitSet bits = BitSet.valueOf(bytes);
    bits.clear(count, Math.max(count, bits.length()));
    return bits;
  }

  private int[] values(InputRegister[] registers, int count) throws ModbusFailure {
    if (registers.length != count) {
      throw tooShort();
    }
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = registers[i].toUnsignedShort();
    }
    return values;
  }

  private ModbusFailure tooShort() {
    close();
    return new ModbusFailure.LinkLost(address() + " sent fewer values than were asked");
  }
}
