package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a host can ask (UHFReader18 User's Manual V2.0; UHFReader288MP manual v1.14). The family of
 * the reader matters for inventory and for how "any tag" is said.
 */
public final class ChafonCommands {
  public static final int INVENTORY = 0x01;
  public static final int READ = 0x02;
  public static final int WRITE = 0x03;
  public static final int WRITE_EPC = 0x04;
  public static final int KILL = 0x05;
  public static final int LOCK = 0x06;
  public static final int INFO = 0x21;
  public static final int SET_BAND = 0x22;
  public static final int SET_SCAN_TIME = 0x25;
  public static final int SET_POWER = 0x2F;
  public static final int WORK_MODE_18 = 0x35;
  public static final int SET_GPIO = 0x46;
  public static final int GET_GPIO = 0x47;
  public static final int GET_SERIAL = 0x4C;
  public static final int WORK_MODE_288 = 0x76;

  /** Answers that nobody asked for, from a reader in active mode. */
  public static final int ACTIVE = 0xEE;

  /** In place of the number of EPC words: a mask follows at the end. */
  static final int BY_MASK = 0xFF;

  /** The reader chooses the session. */
  static final int SMART_SESSION = 0xFF;

  private static final int FIRST_ANTENNA = 0x80;
  private static final byte[] NO_MASK = {(byte) 1, 0, 0, 0};

  private final int address;

  /**
   * @param address of the reader, or {@link ChafonFrame#PUBLIC}
   */
  public ChafonCommands(int address) {
    this.address = address;
  }

  public ChafonFrame info() {
    return command(INFO);
  }

  public ChafonFrame inventory18() {
    return command(INVENTORY);
  }

  /**
   * @param q number of tags expected, as a power of two, 0 to 15
   * @param session 0 to 3, or FF for the reader's own choice
   * @param target 0 for A, 1 for B
   * @param antenna counted from 1
   * @param scanTime in 100 ms, 3 to 255
   */
  public ChafonFrame inventory288(int q, int session, int target, int antenna, int scanTime) {
    return command(
        INVENTORY, q, session, 1, 0, 0, 0, target, FIRST_ANTENNA + antenna - 1, scanTime);
  }

  public ChafonFrame setBand(ChafonBand band) {
    return command(SET_BAND, band.highByte(), band.lowByte());
  }

  /** How long one inventory may take, in 100 ms, 3 to 255. */
  public ChafonFrame setScanTime(int tenths) {
    return command(SET_SCAN_TIME, tenths);
  }

  public ChafonFrame setPower(int dbm) {
    return command(SET_POWER, dbm);
  }

  /** From now on the reader speaks only when asked. */
  public ChafonFrame answerMode18() {
    return command(WORK_MODE_18, 0, 0, 0, 0, 0, 0);
  }

  /** From now on the reader speaks only when asked. */
  public ChafonFrame answerMode288() {
    return command(WORK_MODE_288, 0);
  }

  public ChafonFrame serial() {
    return command(GET_SERIAL);
  }

  public ChafonFrame gpio() {
    return command(GET_GPIO);
  }

  /** Bit 0 is output 1, bit 1 output 2. */
  public ChafonFrame setGpio(int outputs) {
    return command(SET_GPIO, outputs);
  }

  /**
   * @param epc the tag that is meant; empty for any
   */
  public ChafonFrame read(
      ChafonModel.Family family,
      Optional<String> epc,
      Bank bank,
      int wordAddress,
      int words,
      int password) {
    return tag(
        READ, family, epc, new byte[0], bytes(bank.code(), wordAddress, words), password(password));
  }

  /** Whole words. */
  public ChafonFrame write(
      ChafonModel.Family family,
      Optional<String> epc,
      Bank bank,
      int wordAddress,
      String dataHex,
      int password) {
    byte[] data = Hex.bytes(dataHex);
    byte[] what = new byte[2 + data.length];
    what[0] = (byte) bank.code();
    what[1] = (byte) wordAddress;
    System.arraycopy(data, 0, what, 2, data.length);
    return tag(WRITE, family, epc, bytes(data.length / 2), what, password(password));
  }

  /** Gives a new EPC to any one tag in the field. */
  public ChafonFrame writeEpc(String newEpcHex, int password) {
    byte[] epc = Hex.bytes(newEpcHex);
    return ChafonFrame.command(
        address, WRITE_EPC, joined(bytes(epc.length / 2), password(password), epc));
  }

  public ChafonFrame lock(
      ChafonModel.Family family,
      Optional<String> epc,
      Lock.Field field,
      Lock.Action action,
      int password) {
    return tag(
        LOCK,
        family,
        epc,
        new byte[0],
        bytes(fieldNumber(field), actionNumber(action)),
        password(password));
  }

  /** Which tag stands in the middle: its EPC, or for any tag none, with an empty mask if needed. */
  private ChafonFrame tag(
      int code,
      ChafonModel.Family family,
      Optional<String> epc,
      byte[] before,
      byte[] after,
      byte[] password) {
    if (epc.isPresent()) {
      byte[] which = Hex.bytes(epc.get());
      return ChafonFrame.command(
          address, code, joined(before, bytes(which.length / 2), which, after, password));
    }
    return family == ChafonModel.Family.OF_288
        ? ChafonFrame.command(
            address, code, joined(before, bytes(BY_MASK), after, password, NO_MASK))
        : ChafonFrame.command(address, code, joined(before, bytes(0), after, password));
  }

  private static int fieldNumber(Lock.Field field) {
    return switch (field) {
      case KILL_PASSWORD -> 0;
      case ACCESS_PASSWORD -> 1;
      case EPC -> 2;
      case TID -> 3;
      case USER -> 4;
    };
  }

  private static int actionNumber(Lock.Action action) {
    return switch (action) {
      case UNLOCK -> 0;
      case UNLOCK_FOR_EVER -> 1;
      case LOCK -> 2;
      case LOCK_FOR_EVER -> 3;
    };
  }

  private static byte[] password(int password) {
    return ByteBuffer.allocate(4).putInt(password).array();
  }

  private ChafonFrame command(int code, int... body) {
    return ChafonFrame.command(address, code, bytes(body));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
