package dev.aisle.device.modbus;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * The asking end of one Modbus line: a TCP connection, or a bus on which several units listen. One
 * request is in flight at a time; callers of different units take turns. Connects by itself when
 * needed. Nothing is ever sent twice: after a failure the caller decides. May be used from any
 * thread.
 *
 * <p>Addresses count from 0, units from 0 to 255. A {@link ModbusFailure} says what went wrong; a
 * count beyond what one request may carry is an {@link IllegalArgumentException}.
 */
public interface ModbusMaster extends AutoCloseable {
  /** Most in one request (Modbus application protocol V1.1b3, 6.1, 6.3, 6.11 and 6.12). */
  int MOST_BITS = 2000;

  int MOST_REGISTERS = 125;
  int MOST_BITS_WRITTEN = 1968;
  int MOST_REGISTERS_WRITTEN = 123;

  /** Opens nothing yet. */
  static ModbusMaster to(ModbusSettings settings) {
    return settings.mode() == ModbusSettings.Mode.TCP
        ? new ModbusTcpMaster(settings.host(), settings.port(), settings.timeout())
        : new ModbusRtuMaster(settings);
  }

  /**
   * The same line for one of several users: closing what is returned leaves the line open for the
   * others.
   */
  default ModbusMaster shared() {
    return new SharedMaster(this);
  }

  /** The line as configured, for messages. */
  String address();

  /** Function 1; bit 0 of the result is the coil {@code first}. */
  BitSet readCoils(int unit, int first, int count) throws ModbusFailure;

  /** Function 2; bit 0 of the result is the input {@code first}. */
  BitSet readInputs(int unit, int first, int count) throws ModbusFailure;

  /** Function 3; unsigned 16-bit values. */
  int[] readHolding(int unit, int first, int count) throws ModbusFailure;

  /** Function 4; unsigned 16-bit values. */
  int[] readInputRegisters(int unit, int first, int count) throws ModbusFailure;

  /** Function 5. */
  void writeCoil(int unit, int address, boolean on) throws ModbusFailure;

  /**
   * Function 5 with a value that means something else than on (FF00) and off (0) to the maker. The
   * answer must repeat it.
   */
  void writeCoilValue(int unit, int address, int value) throws ModbusFailure;

  /** Function 6; the low 16 bits of the value. */
  void writeRegister(int unit, int address, int value) throws ModbusFailure;

  /** Function 15; bit 0 of the values goes to the coil {@code first}. */
  void writeCoils(int unit, int first, BitSet values, int count) throws ModbusFailure;

  /** Function 16; the low 16 bits of each value. */
  void writeRegisters(int unit, int first, int... values) throws ModbusFailure;

  /** Listens until it is closed. */
  @FunctionalInterface
  interface Tap extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Every frame to and from one unit from now on, on the thread of whoever asks. The listener must
   * return at once and hand over to its own queue.
   */
  Tap onTelegram(int unit, Consumer<ModbusTelegram> listener);

  /** Whether the line is open now; says nothing about the units on it. */
  boolean isConnected();

  /** Drops the connection; the next request makes a new one. Never throws. */
  @Override
  void close();
}
