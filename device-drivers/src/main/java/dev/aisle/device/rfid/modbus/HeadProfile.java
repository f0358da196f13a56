package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.serial.LineSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one make of head has in its registers and how it wants to be asked. Addresses count from 0.
 * Read by {@link HeadProfiles} from a file; a profile that exists is complete and in itself right.
 *
 * @param force settings that must stand in registers, or the reader does not speak Modbus properly
 * @param powerUp coil that is on after the reader was switched on, and is then switched off by us
 */
public record HeadProfile(
    String name,
    String title,
    Line line,
    Polling polling,
    Handshake handshake,
    List<Setting> force,
    OptionalInt powerUp,
    Answers answers) {
  public HeadProfile {
    force = List.copyOf(force);
  }

  /** What the maker ships; a site may set others. */
  public record Line(
      ModbusSettings.Mode mode, int port, LineSettings serial, int unit, Duration timeout) {}

  /**
   * How often the head is asked.
   *
   * @param presentAfter equal looks until a tag is there
   * @param absentAfter looks without it until it is gone
   */
  public record Polling(Duration every, int presentAfter, int absentAfter) {}

  /** A register that must hold a value. */
  public record Setting(int register, int value) {}

  /**
   * What refusals mean.
   *
   * @param exceptions Modbus exception code → meaning
   * @param codes the reader's own code → meaning
   */
  public record Answers(Map<Integer, Meaning> exceptions, Map<Integer, Meaning> codes) {
    public Answers {
      exceptions = Map.copyOf(exceptions);
      codes = Map.copyOf(codes);
    }
  }

  /** Which of the four read functions. */
  public enum Table {
    COIL,
    INPUT,
    HOLDING,
    INPUT_REGISTER
  }

  /** Registers read in one request. */
  public record Block(Table table, int first, int words) {
    boolean has(int register) {
      return register >= first && register < first + words;
    }
  }

  /** The four ways heads are asked. */
  public sealed interface Handshake
      permits ValueRegisters, CommandByAddress, ProcessImage, Telegrams {}

  /** Signal strength in a register: signed dBm, or a number of the maker's own scale. */
  public record Signal(int register, boolean dbm) {}

  /** How presence is told. */
  public sealed interface Presence {
    /** The register holds {@code present}, or with none given anything but 0. */
    record InRegister(int register, OptionalInt present) implements Presence {}

    record InBit(int register, int bit) implements Presence {}

    record InCoil(Table table, int address) implements Presence {}

    /** A count that goes up with every read. */
    record InCounter(int register) implements Presence {}

    /** An identity that is not zero. */
    record InUid() implements Presence {}
  }

  /**
   * The tag stands in registers. Covers readers that only show it, and those that hold it until
   * they are told to go on.
   *
   * @param length register with the length of the identity in bytes
   * @param release what lets the reader take the next tag
   * @param conditions bit of the status register → what it means when it is set
   */
  public record ValueRegisters(
      Block read,
      Presence presence,
      int uidFirst,
      TagUidFormat uid,
      OptionalInt length,
      Optional<Signal> signal,
      OptionalInt counter,
      Optional<Release> release,
      OptionalInt status,
      Map<Integer, Meaning> conditions,
      Optional<UidWrite> uidWrite)
      implements Handshake {
    public ValueRegisters {
      conditions = Map.copyOf(conditions);
    }
  }

  /** Write 0 here after a tag was taken. */
  public record Release(Table table, int address) {}

  /**
   * Registers for a new identity, and what makes the reader write it. Without control register the
   * writing of the registers does it.
   */
  public record UidWrite(
      int first, int words, OptionalInt control, int startBit, int doneBit, int failedBit) {}

  /**
   * Reading a certain address is the command.
   *
   * @param memory tag data, word by word
   * @param lastError where the reader's own code of the last failure stands
   */
  public record CommandByAddress(
      Block identify,
      TagUidFormat uid,
      Optional<Block> memory,
      Optional<Signal> signal,
      Optional<Block> lastError)
      implements Handshake {}

  /**
   * Status and command words that are exchanged in cycles; the command is done when its code comes
   * back without the busy bit. Offsets are from the first register of the channel.
   */
  public record ProcessImage(
      Table table,
      int inputs,
      int outputs,
      int stride,
      int response,
      int busyBit,
      int errorBit,
      int status,
      int presentBit,
      Map<Integer, Meaning> conditions,
      int length,
      int error,
      int counter,
      int readData,
      int dataWords,
      boolean lowByteFirst,
      int command,
      int start,
      int writeLength,
      int writeData,
      int identify,
      OptionalInt read,
      OptionalInt write,
      TagUidFormat uid,
      Duration patience)
      implements Handshake {
    public ProcessImage {
      conditions = Map.copyOf(conditions);
    }
  }

  /**
   * Telegrams written to and read from one window of registers, told apart by a toggle bit and a
   * reply counter.
   *
   * @param tagType sent first when given, two characters
   * @param wordBytes bytes of one word of the tag's memory
   */
  public record Telegrams(
      int stride,
      int windowWords,
      OptionalInt tagTypeCommand,
      Optional<String> tagType,
      int identify,
      OptionalInt readWords,
      OptionalInt writeWords,
      int wordBytes,
      Duration patience)
      implements Handshake {}
}
