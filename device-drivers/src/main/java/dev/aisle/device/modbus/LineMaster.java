package dev.aisle.device.modbus;

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
import com.ghgande.j2mod.modbus.msg.WriteCoilResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.BitVector;
import dev.aisle.device.link.TroubleKind;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What every line has in common: requests and answers, one at a time in the order they came, and
 * the patience with silent units.
 */
abstract sealed class LineMaster implements ModbusMaster permits ModbusTcpMaster, ModbusRtuMaster {
  private static final int LAST_UNIT = 255;
  private static final int EXCEPTION = 0x80;
  private static final byte FORCE_COIL = 5;

  /** Fair, so that a unit that is asked often does not keep the others waiting. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final UnitPatience patience = new UnitPatience();

  private record Listener(int unit, Consumer<ModbusTelegram> told) {}

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  @Override
  public final BitSet readCoils(int unit, int first, int count) throws ModbusFailure {
    ReadCoilsRequest request = new ReadCoilsRequest(first, within(count, MOST_BITS));
    ReadCoilsResponse answer = exchange(unit, request, ReadCoilsResponse.class);
    return bits(answer.getCoils().getBytes(), count);
  }

  @Override
  public final BitSet readInputs(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadInputDiscretesRequest(first, within(count, MOST_BITS));
    var answer = exchange(unit, request, ReadInputDiscretesResponse.class);
    return bits(answer.getDiscretes().getBytes(), count);
  }

  @Override
  public final int[] readHolding(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadMultipleRegistersRequest(first, within(count, MOST_REGISTERS));
    var answer = exchange(unit, request, ReadMultipleRegistersResponse.class);
    return values(answer.getRegisters(), count);
  }

  @Override
  public final int[] readInputRegisters(int unit, int first, int count) throws ModbusFailure {
    var request = new ReadInputRegistersRequest(first, within(count, MOST_REGISTERS));
    var answer = exchange(unit, request, ReadInputRegistersResponse.class);
    return values(answer.getRegisters(), count);
  }

  @Override
  public final void writeCoil(int unit, int address, boolean on) throws ModbusFailure {
    exchange(unit, new WriteCoilRequest(address, on), WriteCoilResponse.class);
  }

  @Override
  public final void writeCoilValue(int unit, int address, int value) throws ModbusFailure {
    byte[] asked = {
      FORCE_COIL, (byte) (address >> 8), (byte) address, (byte) (value >> 8), (byte) value
    };
    byte[] said = exchange(unit, asked);
    if (!Arrays.equals(asked, said)) {
      drop();
      throw strange(" answered something else than was asked");
    }
  }

  @Override
  public final void writeRegister(int unit, int address, int value) throws ModbusFailure {
    exchange(
        unit,
        new WriteSingleRegisterRequest(address, new SimpleRegister(value)),
        WriteSingleRegisterResponse.class);
  }

  @Override
  public final void writeCoils(int unit, int first, BitSet values, int count) throws ModbusFailure {
    BitVector bits = new BitVector(within(count, MOST_BITS_WRITTEN));
    for (int i = 0; i < count; i++) {
      bits.setBit(i, values.get(i));
    }
    exchange(unit, new WriteMultipleCoilsRequest(first, bits), WriteMultipleCoilsResponse.class);
  }

  @Override
  public final void writeRegisters(int unit, int first, int... values) throws ModbusFailure {
    Register[] registers = new Register[within(values.length, MOST_REGISTERS_WRITTEN)];
    for (int i = 0; i < values.length; i++) {
      registers[i] = new SimpleRegister(values[i]);
    }
    exchange(
        unit,
        new WriteMultipleRegistersRequest(first, registers),
        WriteMultipleRegistersResponse.class);
  }

  @Override
  public final Tap onTelegram(int unit, Consumer<ModbusTelegram> told) {
    Listener listener = new Listener(unit, told);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The frame that carries this data unit on this kind of line, in the exchange under way. */
  abstract byte[] frame(int unit, byte[] dataUnit);

  /** To be called when the request is on its way. */
  final void sent(int unit, byte[] asked) {
    if (isHeard(unit)) {
      tell(new ModbusTelegram(true, unit, frame(unit, asked), asked, asked));
    }
  }

  private void heard(int unit, byte[] asked, byte[] said) {
    if (isHeard(unit)) {
      tell(new ModbusTelegram(false, unit, frame(unit, said), said, asked));
    }
  }

  private void keptSilent(int unit, byte[] asked) {
    if (isHeard(unit)) {
      tell(new ModbusTelegram(false, unit, new byte[0], new byte[0], asked));
    }
  }

  private boolean isHeard(int unit) {
    return listeners.stream().anyMatch(listener -> listener.unit == unit);
  }

  private void tell(ModbusTelegram telegram) {
    for (Listener listener : listeners) {
      if (listener.unit == telegram.unit()) {
        listener.told.accept(telegram);
      }
    }
  }

  @Override
  public final boolean isConnected() {
    turn.lock();
    try {
      return isOpen();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public final void close() {
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }

  /** The three below are called by one thread at a time. */
  abstract boolean isOpen();

  /** Closes the wire; never throws. */
  abstract void drop();

  /**
   * Sends a data unit once and waits for the one that comes back, which may be an exception.
   *
   * @return at least the function and a byte
   */
  abstract byte[] ask(int unit, byte[] request) throws ModbusFailure;

  private <T extends ModbusResponse> T exchange(int unit, ModbusRequest request, Class<T> expected)
      throws ModbusFailure {
    byte[] data = request.getMessage();
    byte[] asked = new byte[1 + data.length];
    asked[0] = (byte) request.getFunctionCode();
    System.arraycopy(data, 0, asked, 1, data.length);
    byte[] said = exchange(unit, asked);
    try {
      ModbusResponse response = ModbusResponse.createModbusResponse(said[0] & 0xFF);
      response.setHeadless();
      response.readData(new DataInputStream(new ByteArrayInputStream(said, 1, said.length - 1)));
      // Not by its function code: the library leaves that out of a response to function 15.
      return expected.cast(response);
    } catch (IOException | RuntimeException e) {
      // The library throws these for answers it cannot parse.
      drop();
      throw strange(" sent an answer that makes no sense");
    }
  }

  /** The answer to a data unit, with its function; an exception is thrown as a refusal. */
  private byte[] exchange(int unit, byte[] request) throws ModbusFailure {
    if (unit < 0 || unit > LAST_UNIT) {
      throw new IllegalArgumentException("there is no unit %d".formatted(unit));
    }
    turn.lock();
    try {
      Duration rest = patience.leftToRest(unit, System.nanoTime());
      if (!rest.isZero()) {
        throw new ModbusFailure.NotAsked(
            address(),
            unit,
            "unit %d of %s does not answer and is asked again in %d ms"
                .formatted(unit, address(), rest.toMillis() + 1));
      }
      byte[] said = ask(unit, request);
      heard(unit, request, said);
      patience.answered(unit, System.nanoTime());
      if ((said[0] & 0xFF) == (request[0] | EXCEPTION)) {
        throw new ModbusFailure.Refused(request[0], said[1] & 0xFF);
      }
      if (said[0] != request[0]) {
        drop();
        throw strange(" answered something else than was asked");
      }
      return said;
    } catch (ModbusFailure.NoAnswer e) {
      patience.keptSilent(unit, System.nanoTime());
      keptSilent(unit, request);
      throw e;
    } finally {
      turn.unlock();
    }
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
    drop();
    return strange(" sent fewer values than were asked");
  }

  final ModbusFailure strange(String what) {
    return new ModbusFailure.LinkLost(TroubleKind.STRANGE_ANSWER, address(), address() + what);
  }
}
