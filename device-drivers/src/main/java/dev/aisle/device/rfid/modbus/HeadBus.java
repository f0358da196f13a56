package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.rfid.modbus.HeadProfile.Answers;
import dev.aisle.device.rfid.modbus.HeadProfile.Block;
import dev.aisle.device.rfid.modbus.HeadProfile.Release;
import dev.aisle.device.rfid.modbus.HeadProfile.Signal;
import dev.aisle.device.rfid.modbus.HeadProfile.Table;

/** One unit of a line, and what its refusals mean. */
record HeadBus(ModbusMaster master, int unit, Answers answers) {
  int[] read(Table table, int first, int count) throws ModbusFailure {
    return switch (table) {
      case HOLDING -> master.readHolding(unit, first, count);
      case INPUT_REGISTER -> master.readInputRegisters(unit, first, count);
      case COIL, INPUT -> throw new IllegalArgumentException("bits are not registers");
    };
  }

  int[] read(Block block) throws ModbusFailure {
    return read(block.table(), block.first(), block.words());
  }

  boolean bit(Table table, int address) throws ModbusFailure {
    return table == Table.INPUT
        ? master.readInputs(unit, address, 1).get(0)
        : master.readCoils(unit, address, 1).get(0);
  }

  void release(Release release) throws ModbusFailure {
    if (release.table() == Table.COIL) {
      master.writeCoil(unit, release.address(), false);
    } else {
      master.writeRegister(unit, release.address(), 0);
    }
  }

  void write(int first, int... values) throws ModbusFailure {
    master.writeRegisters(unit, first, values);
  }

  int signal(Signal signal) throws ModbusFailure {
    return (short) read(Table.HOLDING, signal.register(), 1)[0];
  }

  /** What the head says with an exception; a profile that does not know it may not fit. */
  Look explain(ModbusFailure.Refused refusal) {
    Meaning meaning = answers.exceptions().get(refusal.code());
    String what = String.valueOf(refusal.getMessage());
    return meaning == null
        ? Look.Wrong.nonsense(what + ": does the profile fit the reader?")
        : look(meaning, what);
  }

  /** What the head says with a code of its own. */
  Look explain(int code) {
    Meaning meaning = answers.codes().get(code);
    String what = "the reader's code %X".formatted(code);
    return meaning == null ? new Look.Wrong(Meaning.HEAD_FAILURE, what) : look(meaning, what);
  }

  private static Look look(Meaning meaning, String what) {
    return switch (meaning) {
      case NO_TAG -> new Look.NoTag(0);
      case BUSY, ACCEPTED -> new Look.Busy();
      default -> new Look.Wrong(meaning, "%s (%s)".formatted(meaning.sentence(), what));
    };
  }

  static TagAccess access(Look look) {
    return switch (look) {
      case Look.NoTag none -> new TagAccess.NoTag();
      case Look.Busy busy -> new TagAccess.Busy();
      case Look.Wrong wrong -> new TagAccess.Refused(wrong.what());
      case Look.Tag tag -> throw new IllegalArgumentException("a tag is no refusal");
    };
  }
}
