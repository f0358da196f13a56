package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What a host can ask of a module (Communication Protocol V2.1). */
public final class BbCommands {
  public static final int MODULE_INFO = 0x03;
  public static final int SET_REGION = 0x07;
  public static final int GET_REGION = 0x08;
  public static final int GET_SELECT = 0x0B;
  public static final int SET_SELECT = 0x0C;
  public static final int GET_QUERY = 0x0D;
  public static final int SET_QUERY = 0x0E;
  public static final int SELECT_MODE = 0x12;
  public static final int INVENTORY = 0x22;
  public static final int MULTI_INVENTORY = 0x27;
  public static final int STOP = 0x28;
  public static final int SLEEP = 0x17;
  public static final int GPIO = 0x1A;
  public static final int AUTO_SLEEP = 0x1D;
  public static final int READ = 0x39;
  public static final int WRITE = 0x49;
  public static final int KILL = 0x65;
  public static final int LOCK = 0x82;
  public static final int GET_CHANNEL = 0xAA;
  public static final int SET_CHANNEL = 0xAB;
  public static final int HOPPING = 0xAD;
  public static final int CARRIER = 0xB0;
  public static final int SET_POWER = 0xB6;
  public static final int GET_POWER = 0xB7;
  public static final int SET_MODEM = 0xF0;
  public static final int GET_MODEM = 0xF1;
  public static final int SCAN_JAMMER = 0xF2;
  public static final int SCAN_RSSI = 0xF3;

  /** The command byte of every answer that reports an error. */
  public static final int ERROR = 0xFF;

  private BbCommands() {}

  /** Which part of the module information. */
  public enum Info {
    HARDWARE(0),
    SOFTWARE(1),
    MAKER(2);

    private final int code;

    Info(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Optional<Info> ofCode(int code) {
      return switch (code) {
        case 0 -> Optional.of(HARDWARE);
        case 1 -> Optional.of(SOFTWARE);
        case 2 -> Optional.of(MAKER);
        default -> Optional.empty();
      };
    }
  }

  /** Radio regions; the code is the parameter of command 07. */
  public enum Region {
    CHINA_900(1),
    US(2),
    EU(3),
    CHINA_800(4),
    KOREA(6);

    private final int code;

    Region(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }

    /** Empty for a region that these modules do not have. */
    public static Optional<Region> of(dev.aisle.device.rfid.uhf.protocol.Region region) {
      return switch (region) {
        case CHINA_900 -> Optional.of(CHINA_900);
        case CHINA_800 -> Optional.of(CHINA_800);
        case UNITED_STATES -> Optional.of(US);
        case EUROPE -> Optional.of(EU);
        case KOREA -> Optional.of(KOREA);
        default -> Optional.empty();
      };
    }
  }

  public static BbFrame moduleInfo(Info part) {
    return command(MODULE_INFO, part.code());
  }

  public static BbFrame singleInventory() {
    return command(INVENTORY);
  }

  /** Reads continuously for that many rounds, 0 to 65535. */
  public static BbFrame multiInventory(int rounds) {
    return command(MULTI_INVENTORY, 0x22, rounds >> 8, rounds);
  }

  public static BbFrame stop() {
    return command(STOP);
  }

  /** From now on only the tag with exactly this EPC answers reads and writes. */
  public static BbFrame select(String epcHex) {
    byte[] epc = Hex.bytes(epcHex);
    ByteBuffer parameters = ByteBuffer.allocate(7 + epc.length);
    parameters.put((byte) 0x01); // select target S0, action 0, bank EPC
    parameters.putInt(0x20); // EPC starts after CRC and PC, in bits
    parameters.put((byte) (epc.length * 8)).put((byte) 0x00).put(epc);
    return BbFrame.of(BbFrame.Type.COMMAND, SET_SELECT, parameters.array());
  }

  /** 0 always, 1 never, 2 for everything but inventory. */
  public static BbFrame selectMode(int mode) {
    return command(SELECT_MODE, mode);
  }

  public static BbFrame read(int password, Bank bank, int wordAddress, int words) {
    return BbFrame.of(
        BbFrame.Type.COMMAND, READ, access(password, bank, wordAddress, words, new byte[0]));
  }

  /** Writes whole words, at most 32. */
  public static BbFrame write(int password, Bank bank, int wordAddress, String dataHex) {
    byte[] data = Hex.bytes(dataHex);
    if (data.length % 2 != 0 || data.length == 0 || data.length > 64) {
      throw new IllegalArgumentException(
          "1 to 32 whole words, not %d bytes".formatted(data.length));
    }
    return BbFrame.of(
        BbFrame.Type.COMMAND, WRITE, access(password, bank, wordAddress, data.length / 2, data));
  }

  /** {@code payload}: 4 bits unused, 10 bits mask, 10 bits action. */
  public static BbFrame lock(int password, int payload) {
    ByteBuffer parameters = ByteBuffer.allocate(7).putInt(password);
    parameters.put((byte) (payload >> 16)).putShort((short) payload);
    return BbFrame.of(BbFrame.Type.COMMAND, LOCK, parameters.array());
  }

  public static BbFrame kill(int password) {
    return BbFrame.of(BbFrame.Type.COMMAND, KILL, ByteBuffer.allocate(4).putInt(password).array());
  }

  public static BbFrame setRegion(Region region) {
    return command(SET_REGION, region.code());
  }

  public static BbFrame getRegion() {
    return command(GET_REGION);
  }

  /** Transmit power in hundredths of a dBm. */
  public static BbFrame setPower(int centiDbm) {
    return command(SET_POWER, centiDbm >> 8, centiDbm);
  }

  public static BbFrame getPower() {
    return command(GET_POWER);
  }

  public static BbFrame getQuery() {
    return command(GET_QUERY);
  }

  /** Two bytes of Gen2 query parameters; 1020 hex is session S0, target A, Q 4. */
  public static BbFrame setQuery(int query) {
    return command(SET_QUERY, query >> 8, query);
  }

  public static BbFrame setChannel(int index) {
    return command(SET_CHANNEL, index);
  }

  public static BbFrame getChannel() {
    return command(GET_CHANNEL);
  }

  public static BbFrame hopping(boolean on) {
    return command(HOPPING, on ? 0xFF : 0x00);
  }

  public static BbFrame getSelect() {
    return command(GET_SELECT);
  }

  /** {@code pin} 1 to 4 becomes an output, or an input. */
  public static BbFrame gpioDirection(int pin, boolean output) {
    return command(GPIO, 0, pin, output ? 1 : 0);
  }

  public static BbFrame gpioSet(int pin, boolean high) {
    return command(GPIO, 1, pin, high ? 1 : 0);
  }

  public static BbFrame gpioGet(int pin) {
    return command(GPIO, 2, pin, 0);
  }

  /** Any byte wakes it; that byte is lost. */
  public static BbFrame sleep() {
    return command(SLEEP);
  }

  /** Sleeps by itself after so many quiet minutes, 0 for never. */
  public static BbFrame autoSleep(int minutes) {
    return command(AUTO_SLEEP, minutes);
  }

  /** Carrier on or off without modulation, for measurements. */
  public static BbFrame carrier(boolean on) {
    return command(CARRIER, on ? 0xFF : 0x00);
  }

  private static byte[] access(int password, Bank bank, int address, int words, byte[] data) {
    return ByteBuffer.allocate(9 + data.length)
        .putInt(password)
        .put((byte) bank.code())
        .putShort((short) address)
        .putShort((short) words)
        .put(data)
        .array();
  }

  private static BbFrame command(int command, int... parameters) {
    byte[] bytes = new byte[parameters.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) parameters[i];
    }
    return BbFrame.of(BbFrame.Type.COMMAND, command, bytes);
  }
}
