package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a host can ask of a reader at one address (Serial Interface Protocol V2.2 to V3.7). */
public final class A0Commands {
  public static final int GET_GPIO = 0x60;
  public static final int SET_GPIO = 0x61;
  public static final int SET_DETECTOR = 0x62;
  public static final int GET_DETECTOR = 0x63;
  public static final int TEMPORARY_POWER = 0x66;
  public static final int SET_IDENTIFIER = 0x67;
  public static final int GET_IDENTIFIER = 0x68;
  public static final int SET_PROFILE = 0x69;
  public static final int GET_PROFILE = 0x6A;
  public static final int RESET = 0x70;
  public static final int SET_BAUD = 0x71;
  public static final int VERSION = 0x72;
  public static final int SET_ADDRESS = 0x73;
  public static final int SET_ANTENNA = 0x74;
  public static final int GET_ANTENNA = 0x75;
  public static final int SET_POWER = 0x76;
  public static final int GET_POWER = 0x77;
  public static final int SET_REGION = 0x78;
  public static final int GET_REGION = 0x79;
  public static final int BEEPER = 0x7A;
  public static final int TEMPERATURE = 0x7B;
  public static final int RETURN_LOSS = 0x7E;
  public static final int BUFFER_INVENTORY = 0x80;
  public static final int READ = 0x81;
  public static final int WRITE = 0x82;
  public static final int LOCK = 0x83;
  public static final int KILL = 0x84;
  public static final int SET_MATCH = 0x85;
  public static final int GET_MATCH = 0x86;
  public static final int INVENTORY = 0x89;
  public static final int FAST_SWITCH = 0x8A;
  public static final int SESSION_INVENTORY = 0x8B;
  public static final int FAST_TID = 0x8C;
  public static final int FAST_TID_SAVED = 0x8D;
  public static final int GET_FAST_TID = 0x8E;
  public static final int GET_BUFFER = 0x90;
  public static final int TAKE_BUFFER = 0x91;
  public static final int COUNT_BUFFER = 0x92;
  public static final int CLEAR_BUFFER = 0x93;
  public static final int BLOCK_WRITE = 0x94;

  /** An antenna slot of {@link #fastSwitch} that is passed over. */
  public static final int NO_ANTENNA = 0xFF;

  static final int SLOTS = 4;
  private static final int IDENTIFIER_BYTES = 12;
  private static final int MOST_DBM = 33;
  private static final int LEAST_TEMPORARY_DBM = 20;

  private final int address;

  /**
   * @param address of the reader, or {@link A0Frame#PUBLIC_ADDRESS}
   */
  public A0Commands(int address) {
    this.address = address;
  }

  public A0Frame version() {
    return frame(VERSION);
  }

  public A0Frame reset() {
    return frame(RESET);
  }

  public A0Frame getIdentifier() {
    return frame(GET_IDENTIFIER);
  }

  /** At most 12 characters; the rest is filled with FF. */
  public A0Frame setIdentifier(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] data = new byte[IDENTIFIER_BYTES];
    Arrays.fill(data, (byte) 0xFF);
    System.arraycopy(ascii, 0, data, 0, Math.min(ascii.length, data.length));
    return A0Frame.of(address, SET_IDENTIFIER, data);
  }

  /** The antenna that inventory and access use from now on, counted from 1. */
  public A0Frame workAntenna(int antenna) {
    return frame(SET_ANTENNA, port(antenna));
  }

  public A0Frame getWorkAntenna() {
    return frame(GET_ANTENNA);
  }

  /** For all antennas, 0 to 33 dBm; written to flash. */
  public A0Frame power(int dbm) {
    return frame(SET_POWER, dbm(dbm, 0));
  }

  /** For antennas 1 to 4, 0 to 33 dBm each; written to flash. */
  public A0Frame power(List<Integer> dbm) {
    if (dbm.size() != SLOTS) {
      throw new IllegalArgumentException("four powers, not " + dbm);
    }
    return frame(SET_POWER, dbm.stream().mapToInt(one -> dbm(one, 0)).toArray());
  }

  /** For all antennas until the reader is switched off, 20 to 33 dBm. */
  public A0Frame temporaryPower(int dbm) {
    return frame(TEMPORARY_POWER, dbm(dbm, LEAST_TEMPORARY_DBM));
  }

  public A0Frame getPower() {
    return frame(GET_POWER);
  }

  public A0Frame region(A0Band band) {
    return switch (band) {
      case A0Band.Listed listed -> frame(SET_REGION, listed.code(), listed.first(), listed.last());
      case A0Band.Own own ->
          frame(
              SET_REGION,
              A0Band.OWN_CODE,
              own.stepKhz() / 10,
              own.channels(),
              own.startKhz() >> 16,
              own.startKhz() >> 8,
              own.startKhz());
    };
  }

  public A0Frame getRegion() {
    return frame(GET_REGION);
  }

  public A0Frame temperature() {
    return frame(TEMPERATURE);
  }

  /** Return loss at the work antenna, measured at one frequency of the list. */
  public A0Frame returnLoss(int frequencyIndex) {
    return frame(RETURN_LOSS, frequencyIndex);
  }

  /** Refuses to send into an antenna with less return loss; 0 switches the check off. */
  public A0Frame detector(int leastReturnLossDb) {
    return frame(SET_DETECTOR, leastReturnLossDb);
  }

  public A0Frame getDetector() {
    return frame(GET_DETECTOR);
  }

  /** 0 silent, 1 after each round, 2 for each tag. */
  public A0Frame beeper(int mode) {
    return frame(BEEPER, mode);
  }

  /** D0 to D3; D1 is the delivered one. */
  public A0Frame profile(int profile) {
    return frame(SET_PROFILE, profile);
  }

  public A0Frame getProfile() {
    return frame(GET_PROFILE);
  }

  public A0Frame getGpio() {
    return frame(GET_GPIO);
  }

  /** Lines 3 and 4 are outputs. */
  public A0Frame setGpio(int line, boolean high) {
    return frame(SET_GPIO, line, high ? 1 : 0);
  }

  /** Inventory at the work antenna; {@code FF} rounds is the shortest there is. */
  public A0Frame inventory(int rounds) {
    return frame(INVENTORY, rounds);
  }

  /** Inventory in a session, target A. */
  public A0Frame sessionInventory(Session session, int rounds) {
    return frame(SESSION_INVENTORY, session.code(), 0, rounds);
  }

  /**
   * One round at each of up to four antennas.
   *
   * @param antennas counted from 1
   */
  public A0Frame fastSwitch(List<Integer> antennas, int intervalMs, int rounds) {
    if (antennas.isEmpty() || antennas.size() > SLOTS) {
      throw new IllegalArgumentException("one to four antennas, not " + antennas);
    }
    int[] data = new int[2 * SLOTS + 2];
    for (int i = 0; i < SLOTS; i++) {
      data[2 * i] = i < antennas.size() ? port(antennas.get(i)) : NO_ANTENNA;
      data[2 * i + 1] = i < antennas.size() ? 1 : 0;
    }
    data[2 * SLOTS] = intervalMs;
    data[2 * SLOTS + 1] = rounds;
    return frame(FAST_SWITCH, data);
  }

  /** Inventory into the reader's own memory. */
  public A0Frame bufferInventory(int rounds) {
    return frame(BUFFER_INVENTORY, rounds);
  }

  public A0Frame getBuffer() {
    return frame(GET_BUFFER);
  }

  /** Tells the buffer and empties it. */
  public A0Frame takeBuffer() {
    return frame(TAKE_BUFFER);
  }

  public A0Frame countBuffer() {
    return frame(COUNT_BUFFER);
  }

  public A0Frame clearBuffer() {
    return frame(CLEAR_BUFFER);
  }

  /** From now on only the tag with this EPC is read, written, locked and killed. */
  public A0Frame match(String epcHex) {
    byte[] epc = Hex.bytes(epcHex);
    return A0Frame.of(
        address,
        SET_MATCH,
        ByteBuffer.allocate(2 + epc.length).put((byte) 0).put((byte) epc.length).put(epc).array());
  }

  public A0Frame matchAny() {
    return frame(SET_MATCH, 1);
  }

  public A0Frame getMatch() {
    return frame(GET_MATCH);
  }

  public A0Frame read(Bank bank, int wordAddress, int words, int password) {
    return A0Frame.of(
        address,
        READ,
        ByteBuffer.allocate(7)
            .put((byte) bank.code())
            .put((byte) wordAddress)
            .put((byte) words)
            .putInt(password)
            .array());
  }

  /** Whole words. */
  public A0Frame write(Bank bank, int wordAddress, String dataHex, int password) {
    return write(WRITE, bank, wordAddress, dataHex, password);
  }

  /** Like {@link #write}, several words at a time, which not every tag can. */
  public A0Frame blockWrite(Bank bank, int wordAddress, String dataHex, int password) {
    return write(BLOCK_WRITE, bank, wordAddress, dataHex, password);
  }

  private A0Frame write(int command, Bank bank, int wordAddress, String dataHex, int password) {
    byte[] words = Hex.bytes(dataHex);
    if (words.length == 0 || words.length % 2 != 0) {
      throw new IllegalArgumentException("not whole words: " + dataHex);
    }
    return A0Frame.of(
        address,
        command,
        ByteBuffer.allocate(7 + words.length)
            .putInt(password)
            .put((byte) bank.code())
            .put((byte) wordAddress)
            .put((byte) (words.length / 2))
            .put(words)
            .array());
  }

  public A0Frame lock(Lock.Field field, Lock.Action action, int password) {
    int region =
        switch (field) {
          case USER -> 1;
          case TID -> 2;
          case EPC -> 3;
          case ACCESS_PASSWORD -> 4;
          case KILL_PASSWORD -> 5;
        };
    int code =
        switch (action) {
          case UNLOCK -> 0;
          case LOCK -> 1;
          case UNLOCK_FOR_EVER -> 2;
          case LOCK_FOR_EVER -> 3;
        };
    return A0Frame.of(
        address,
        LOCK,
        ByteBuffer.allocate(6).putInt(password).put((byte) region).put((byte) code).array());
  }

  public A0Frame kill(int password) {
    return A0Frame.of(address, KILL, ByteBuffer.allocate(4).putInt(password).array());
  }

  private A0Frame frame(int command, int... data) {
    return A0Frame.of(address, command, data);
  }

  private static int port(int antenna) {
    if (antenna < 1 || antenna > SLOTS) {
      throw new IllegalArgumentException("no antenna " + antenna);
    }
    return antenna - 1;
  }

  private static int dbm(int dbm, int least) {
    if (dbm < least || dbm > MOST_DBM) {
      throw new IllegalArgumentException("%d to %d dBm, not %d".formatted(least, MOST_DBM, dbm));
    }
    return dbm;
  }
}
