package dev.aisle.device.modbus;

import java.util.BitSet;
import java.util.function.Consumer;

/** One of several users of a line. */
record SharedMaster(ModbusMaster line) implements ModbusMaster {
  @Override
  public ModbusMaster shared() {
    return this;
  }

  @Override
  public String address() {
    return line.address();
  }

  @Override
  public BitSet readCoils(int unit, int first, int count) throws ModbusFailure {
    return line.readCoils(unit, first, count);
  }

  @Override
  public BitSet readInputs(int unit, int first, int count) throws ModbusFailure {
    return line.readInputs(unit, first, count);
  }

  @Override
  public int[] readHolding(int unit, int first, int count) throws ModbusFailure {
    return line.readHolding(unit, first, count);
  }

  @Override
  public int[] readInputRegisters(int unit, int first, int count) throws ModbusFailure {
    return line.readInputRegisters(unit, first, count);
  }

  @Override
  public void writeCoil(int unit, int address, boolean on) throws ModbusFailure {
    line.writeCoil(unit, address, on);
  }

  @Override
  public void writeCoilValue(int unit, int address, int value) throws ModbusFailure {
    line.writeCoilValue(unit, address, value);
  }

  @Override
  public void writeRegister(int unit, int address, int value) throws ModbusFailure {
    line.writeRegister(unit, address, value);
  }

  @Override
  public void writeCoils(int unit, int first, BitSet values, int count) throws ModbusFailure {
    line.writeCoils(unit, first, values, count);
  }

  @Override
  public void writeRegisters(int unit, int first, int... values) throws ModbusFailure {
    line.writeRegisters(unit, first, values);
  }

  @Override
  public Tap onTelegram(int unit, Consumer<ModbusTelegram> listener) {
    return line.onTelegram(unit, listener);
  }

  @Override
  public boolean isConnected() {
    return line.isConnected();
  }

  /** The line stays open for the others; who made it closes it. */
  @Override
  public void close() {}
}
