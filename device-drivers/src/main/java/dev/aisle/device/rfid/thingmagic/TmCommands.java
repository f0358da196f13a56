package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a host can ask of a module (MercuryAPI, serial reader protocol). */
public final class TmCommands {
  public static final int VERSION = 0x03;
  public static final int BOOT = 0x04;
  public static final int SET_BAUD = 0x06;
  public static final int PROGRAM = 0x0C;
  public static final int HARDWARE = 0x10;
  public static final int READ_SINGLE = 0x21;
  public static final int READ_MULTIPLE = 0x22;
  public static final int WRITE_EPC = 0x23;
  public static final int WRITE = 0x24;
  public static final int LOCK = 0x25;
  public static final int KILL = 0x26;
  public static final int READ = 0x28;
  public static final int GET_BUFFER = 0x29;
  public static final int CLEAR_BUFFER = 0x2A;
  public static final int CONTINUOUS = 0x2F;
  public static final int GET_ANTENNA = 0x61;
  public static final int GET_READ_POWER = 0x62;
  public static final int GET_PROTOCOL = 0x63;
  public static final int GET_WRITE_POWER = 0x64;
  public static final int GET_GPIO = 0x66;
  public static final int GET_REGION = 0x67;
  public static final int GET_OPTION = 0x6A;
  public static final int GET_GEN2 = 0x6B;
  public static final int REGIONS = 0x71;
  public static final int TEMPERATURE = 0x72;
  public static final int SET_ANTENNA = 0x91;
  public static final int SET_READ_POWER = 0x92;
  public static final int SET_PROTOCOL = 0x93;
  public static final int SET_WRITE_POWER = 0x94;
  public static final int SET_GPIO = 0x96;
  public static final int SET_REGION = 0x97;
  public static final int SET_OPTION = 0x9A;
  public static final int SET_GEN2 = 0x9B;

  public static final int GEN2 = 5;

  /** Every field that a tag record can have. */
  public static final int ALL_METADATA = 0x01FF;

  /** Search the list of antennas, stream what is found, many tags: bits 0 and 1, 3, 4. */
  static final int STREAM = 0x001B;

  /** The same without the stream: tags go to the module's own memory. */
  static final int TO_BUFFER = 0x0013;

  static final int OPTION_PASSWORD = 0x05;
  static final int OPTION_EPC = 0x01;
  static final int OPTION_METADATA = 0x10;
  static final int OPTION_LONG_MASK = 0x20;
  static final int ANTENNA_LIST = 2;
  static final int ANTENNA_POWERS = 4;
  static final int ANTENNAS_DETECTED = 5;
  static final int START_CONTINUOUS = 1;
  static final int STOP_CONTINUOUS = 2;
  static final int READ_FILTER = 0x0C;
  static final int GEN2_SESSION = 0;
  static final int SERIAL_NUMBER = 0x40;

  private static final int CYCLE_MS = 1000;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(VERSION, "version"),
          Map.entry(BOOT, "boot-firmware"),
          Map.entry(SET_BAUD, "set-baud"),
          Map.entry(PROGRAM, "get-program"),
          Map.entry(HARDWARE, "get-hardware"),
          Map.entry(READ_SINGLE, "inventory-single"),
          Map.entry(READ_MULTIPLE, "inventory-multiple"),
          Map.entry(WRITE_EPC, "write-epc"),
          Map.entry(WRITE, "write"),
          Map.entry(LOCK, "lock"),
          Map.entry(KILL, "kill"),
          Map.entry(READ, "read"),
          Map.entry(GET_BUFFER, "get-buffer"),
          Map.entry(CLEAR_BUFFER, "clear-buffer"),
          Map.entry(CONTINUOUS, "continuous"),
          Map.entry(GET_ANTENNA, "get-antenna"),
          Map.entry(GET_READ_POWER, "get-read-power"),
          Map.entry(GET_PROTOCOL, "get-protocol"),
          Map.entry(GET_WRITE_POWER, "get-write-power"),
          Map.entry(GET_GPIO, "get-gpio"),
          Map.entry(GET_REGION, "get-region"),
          Map.entry(GET_OPTION, "get-option"),
          Map.entry(GET_GEN2, "get-gen2-parameter"),
          Map.entry(REGIONS, "get-regions"),
          Map.entry(TEMPERATURE, "get-temperature"),
          Map.entry(SET_ANTENNA, "set-antenna"),
          Map.entry(SET_READ_POWER, "set-read-power"),
          Map.entry(SET_PROTOCOL, "set-protocol"),
          Map.entry(SET_WRITE_POWER, "set-write-power"),
          Map.entry(SET_GPIO, "set-gpio"),
          Map.entry(SET_REGION, "set-region"),
          Map.entry(SET_OPTION, "set-option"),
          Map.entry(SET_GEN2, "set-gen2-parameter"));

  private TmCommands() {}

  /** Whether we speak of it at all; anything else after the head byte is noise. */
  static boolean isOpcode(int opcode) {
    return NAMES.containsKey(opcode);
  }

  static String name(int opcode) {
    return NAMES.getOrDefault(opcode, "opcode %02X".formatted(opcode));
  }

  public static TmFrame version() {
    return TmFrame.command(VERSION);
  }

  /** From the boot loader into the application. */
  public static TmFrame boot() {
    return TmFrame.command(BOOT);
  }

  /** Whether boot loader or application runs. */
  public static TmFrame program() {
    return TmFrame.command(PROGRAM);
  }

  public static TmFrame serialNumber() {
    return command(HARDWARE, 0, SERIAL_NUMBER);
  }

  public static TmFrame regions() {
    return TmFrame.command(REGIONS);
  }

  public static TmFrame getRegion() {
    return TmFrame.command(GET_REGION);
  }

  public static TmFrame region(int code) {
    return command(SET_REGION, code);
  }

  /** The antenna for work on single tags, sending and hearing through the same port. */
  public static TmFrame antenna(int antenna) {
    return command(SET_ANTENNA, antenna, antenna);
  }

  /** The antennas that inventory goes through, in this order. */
  public static TmFrame antennas(List<Integer> antennas) {
    ByteBuffer data = ByteBuffer.allocate(1 + 2 * antennas.size()).put((byte) ANTENNA_LIST);
    antennas.forEach(one -> data.put(one.byteValue()).put(one.byteValue()));
    return TmFrame.command(SET_ANTENNA, data.array());
  }

  /** Power of single antennas, for reading and writing, hundredths of a dBm. */
  public static TmFrame antennaPowers(SortedMap<Integer, Integer> centiDbm) {
    ByteBuffer data = ByteBuffer.allocate(1 + 7 * centiDbm.size()).put((byte) ANTENNA_POWERS);
    centiDbm.forEach(
        (antenna, power) ->
            data.put(antenna.byteValue())
                .putShort(power.shortValue())
                .putShort(power.shortValue())
                .putShort((short) 0));
    return TmFrame.command(SET_ANTENNA, data.array());
  }

  public static TmFrame detectAntennas() {
    return command(GET_ANTENNA, ANTENNAS_DETECTED);
  }

  public static TmFrame protocol() {
    return command(SET_PROTOCOL, 0, GEN2);
  }

  /** Signed, hundredths of a dBm. */
  public static TmFrame readPower(int centiDbm) {
    return command(SET_READ_POWER, centiDbm >> 8, centiDbm);
  }

  public static TmFrame writePower(int centiDbm) {
    return command(SET_WRITE_POWER, centiDbm >> 8, centiDbm);
  }

  /** The power with the least and the most that the module can. */
  public static TmFrame powerLimits() {
    return command(GET_READ_POWER, 1);
  }

  /** When on, a tag is told once only. */
  public static TmFrame readFilter(boolean on) {
    return command(SET_OPTION, 1, READ_FILTER, on ? 1 : 0);
  }

  public static TmFrame session(Session session) {
    return command(SET_GEN2, GEN2, GEN2_SESSION, session.code());
  }

  public static TmFrame temperature() {
    return TmFrame.command(TEMPERATURE);
  }

  public static TmFrame getGpio() {
    return command(GET_GPIO, 1);
  }

  public static TmFrame setGpio(int line, boolean high) {
    return command(SET_GPIO, line, high ? 1 : 0);
  }

  /** Inventory without end; each tag comes as it is heard. */
  public static TmFrame startContinuous() {
    byte[] search =
        ByteBuffer.allocate(8)
            .put((byte) READ_MULTIPLE)
            .put((byte) OPTION_METADATA)
            .putShort((short) STREAM)
            .putShort((short) CYCLE_MS)
            .putShort((short) ALL_METADATA)
            .array();
    return TmFrame.command(
        CONTINUOUS,
        ByteBuffer.allocate(8 + search.length)
            .putShort((short) 0) // no end
            .put((byte) START_CONTINUOUS)
            .put((byte) READ_MULTIPLE)
            .putShort((short) 0)
            .put((byte) GEN2)
            .put((byte) (search.length - 1)) // its opcode is not counted
            .put(search)
            .array());
  }

  public static TmFrame stopContinuous() {
    return command(CONTINUOUS, 0, 0, STOP_CONTINUOUS);
  }

  /** Inventory for so long into the module's own memory. */
  public static TmFrame inventory(int timeoutMs) {
    return command(READ_MULTIPLE, 0, TO_BUFFER >> 8, TO_BUFFER, timeoutMs >> 8, timeoutMs);
  }

  /** The next tags of that memory. */
  public static TmFrame getBuffer() {
    return command(GET_BUFFER, ALL_METADATA >> 8, ALL_METADATA, 0);
  }

  public static TmFrame clearBuffer() {
    return TmFrame.command(CLEAR_BUFFER);
  }

  /**
   * @param target EPC of the one tag that is meant
   * @param words 0 for all
   */
  public static TmFrame read(
      int timeoutMs, Bank bank, int wordAddress, int words, int password, Optional<String> target) {
    TmSelect select = TmSelect.with(password, target);
    return TmFrame.command(
        READ,
        ByteBuffer.allocate(11 + select.length())
            .putShort((short) timeoutMs)
            .put((byte) (OPTION_METADATA | select.option()))
            .putShort((short) 0)
            .put((byte) bank.code())
            .putInt(wordAddress)
            .put((byte) words)
            .put(select.bytes())
            .array());
  }

  /** Whole words. */
  public static TmFrame write(
      int timeoutMs,
      Bank bank,
      int wordAddress,
      String dataHex,
      int password,
      Optional<String> target) {
    TmSelect select = TmSelect.with(password, target);
    byte[] words = Hex.bytes(dataHex);
    return TmFrame.command(
        WRITE,
        ByteBuffer.allocate(8 + select.length() + words.length)
            .putShort((short) timeoutMs)
            .put((byte) select.option())
            .putInt(wordAddress)
            .put((byte) bank.code())
            .put(select.bytes())
            .put(words)
            .array());
  }

  /** A new EPC for a tag, with the length in its PC. */
  public static TmFrame writeEpc(
      int timeoutMs, String epcHex, int password, Optional<String> target) {
    TmSelect select = TmSelect.with(password, target);
    byte[] epc = Hex.bytes(epcHex);
    boolean plain = select.option() == 0;
    ByteBuffer data =
        ByteBuffer.allocate(3 + (plain ? 1 : select.length()) + epc.length)
            .putShort((short) timeoutMs)
            .put((byte) select.option());
    return TmFrame.command(
        WRITE_EPC, data.put(plain ? new byte[1] : select.bytes()).put(epc).array());
  }

  public static TmFrame lock(
      int timeoutMs, Lock.Field field, Lock.Action action, int password, Optional<String> target) {
    TmSelect select = TmSelect.withoutPassword(target);
    int shift = TmLocks.shift(field);
    return TmFrame.command(
        LOCK,
        ByteBuffer.allocate(11 + select.length())
            .putShort((short) timeoutMs)
            .put((byte) select.option())
            .putInt(password)
            .putShort((short) (TmLocks.mask(action) << shift))
            .putShort((short) (TmLocks.bits(action) << shift))
            .put(select.bytes())
            .array());
  }

  public static TmFrame kill(int timeoutMs, int password, Optional<String> target) {
    TmSelect select = TmSelect.withoutPassword(target);
    return TmFrame.command(
        KILL,
        ByteBuffer.allocate(7 + select.length())
            .putShort((short) timeoutMs)
            .put((byte) select.option())
            .putInt(password)
            .put(select.bytes())
            .array());
  }

  private static TmFrame command(int opcode, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return TmFrame.command(opcode, bytes);
  }
}
