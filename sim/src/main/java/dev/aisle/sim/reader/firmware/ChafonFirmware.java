package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonCommands;
import dev.aisle.device.rfid.chafon.ChafonFrame;
import dev.aisle.device.rfid.chafon.ChafonFrameCodec;
import dev.aisle.device.rfid.chafon.ChafonModel;
import dev.aisle.device.rfid.chafon.ChafonStatus;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.sim.reader.tag.AirField;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A reader of the family UHFReader18 or UHFReader288 (UHFReader18 User's Manual V2.0;
 * UHFReader288MP manual v1.14). While it looks for tags it is deaf; a pause of more than 15 ms
 * within a command makes it forget what it had.
 */
public final class ChafonFirmware implements ReaderFirmware {
  private static final long GAP_NANOS = Duration.ofMillis(15).toNanos();
  private static final long SCAN_UNIT_NANOS = Duration.ofMillis(100).toNanos();
  private static final long ACTIVE_ROUND_NANOS = Duration.ofMillis(50).toNanos();
  private static final long HEARTBEAT_UNIT_NANOS = Duration.ofSeconds(30).toNanos();
  private static final int ADDRESS_COMMAND = 0x24;
  private static final int BAUD_COMMAND = 0x28;
  private static final int LIGHT_COMMAND = 0x33;
  private static final int BUZZER_COMMAND = 0x40;
  private static final int HEARTBEAT_COMMAND = 0x78;
  private static final int LEAST_SCAN = 3;
  private static final int MOST_POWER_18 = 30;
  private static final int MOST_POWER_288 = 33;

  private final ChafonModel model;
  private final byte[] serial;
  private final FrameBuffer buffer = new FrameBuffer();
  private final ChafonFrameCodec codec = new ChafonFrameCodec();
  private final ChafonRound rounds;
  private final ChafonTagAccess access = new ChafonTagAccess();
  private int address;
  private int highByte = 0x4E;
  private int lowByte;
  private int power = 30;
  private int scanTime;
  private int outputs = 0b11;
  private int heartbeatUnits = 1;
  private boolean active;
  private long heardNanos;
  private long nextActive;
  private long lastTold;
  private int heartbeats;

  public ChafonFirmware(ChafonModel model, RandomGenerator random) {
    this.model = model;
    this.scanTime = is288() ? 20 : 10;
    this.serial = ByteBuffer.allocate(4).putInt(random.nextInt()).array();
    this.rounds = new ChafonRound(is288());
  }

  private boolean is288() {
    return model.family() == ChafonModel.Family.OF_288;
  }

  @Override
  public List<byte[]> receive(byte[] bytes, AirField field, long nanos) {
    if (nanos - heardNanos > GAP_NANOS) {
      buffer.clear();
    }
    heardNanos = nanos;
    List<byte[]> answers = new ArrayList<>();
    for (Decoded<ChafonFrame> decoded : codec.decode(buffer.with(bytes, 0))) {
      if (decoded instanceof Decoded.Frame<ChafonFrame>(ChafonFrame frame)
          && (frame.address() == address || frame.address() == ChafonFrame.PUBLIC)
          && !rounds.isRunning()) {
        answer(frame, field, nanos).forEach(answer -> answers.add(answer.encode()));
      }
    }
    buffer.keepRest();
    return answers;
  }

  @Override
  public List<byte[]> tick(AirField field, long nanos) {
    List<byte[]> said = new ArrayList<>();
    rounds.goOn(field, address, nanos).forEach(frame -> said.add(frame.encode()));
    if (active && nanos - nextActive >= 0) {
      nextActive = nanos + ACTIVE_ROUND_NANOS;
      List<ChafonFrame> told = rounds.unasked(field, address);
      told.forEach(frame -> said.add(frame.encode()));
      lastTold = told.isEmpty() ? lastTold : nanos;
      if (heartbeatUnits > 0 && nanos - lastTold > heartbeatUnits * HEARTBEAT_UNIT_NANOS) {
        lastTold = nanos;
        said.add(heartbeat().encode());
      }
    }
    return said;
  }

  /** Number, state of the antennas, tags so far. */
  private ChafonFrame heartbeat() {
    heartbeats++;
    byte[] data = ByteBuffer.allocate(16).putInt(heartbeats).array();
    return ChafonFrame.answer(address, ChafonCommands.ACTIVE, ChafonStatus.HEARTBEAT, data);
  }

  private List<ChafonFrame> answer(ChafonFrame frame, AirField field, long nanos) {
    if (frame.code() == (is288() ? ChafonCommands.WORK_MODE_288 : ChafonCommands.WORK_MODE_18)) {
      return List.of(workMode(frame, nanos));
    }
    if (active) {
      return List.of(); // it listens to nothing but the order to be quiet
    }
    return switch (frame.code()) {
      case ChafonCommands.INVENTORY -> inventory(frame, field, nanos);
      case ChafonCommands.READ,
          ChafonCommands.WRITE,
          ChafonCommands.WRITE_EPC,
          ChafonCommands.KILL,
          ChafonCommands.LOCK ->
          List.of(access.answer(frame, field.inventory(1), address));
      case ChafonCommands.INFO -> List.of(ok(frame, info()));
      default -> List.of(is288() ? setting288(frame) : setting(frame));
    };
  }

  private ChafonFrame workMode(ChafonFrame frame, long nanos) {
    if (frame.length() != (is288() ? 1 : 6)) {
      return refused(frame, ChafonStatus.WRONG_LENGTH);
    }
    active = frame.at(0) != 0;
    nextActive = nanos;
    lastTold = nanos;
    return ok(frame);
  }

  private List<ChafonFrame> inventory(ChafonFrame frame, AirField field, long nanos) {
    boolean understood =
        is288()
            ? rounds.ask288(frame, scanTime * SCAN_UNIT_NANOS, nanos)
            : rounds.ask18(frame, scanTime * SCAN_UNIT_NANOS, nanos);
    return understood
        ? rounds.goOn(field, address, nanos)
        : List.of(refused(frame, ChafonStatus.PARAMETER_ERROR));
  }

  private byte[] info() {
    byte[] head = {
      0,
      0x16,
      (byte) model.type(),
      3,
      (byte) highByte,
      (byte) lowByte,
      (byte) power,
      (byte) scanTime
    };
    if (!is288()) {
      return head;
    }
    byte[] all = Arrays.copyOf(head, 12);
    all[8] = 1;
    return all;
  }

  private ChafonFrame setting288(ChafonFrame frame) {
    return switch (frame.code()) {
      case ChafonCommands.GET_SERIAL -> ok(frame, serial);
      case ChafonCommands.GET_GPIO -> ok(frame, (byte) (outputs << 4));
      case ChafonCommands.SET_GPIO -> {
        if (frame.length() != 1) {
          yield refused(frame, ChafonStatus.WRONG_LENGTH);
        }
        outputs = frame.at(0) & 0b11;
        yield ok(frame);
      }
      case HEARTBEAT_COMMAND -> {
        if (frame.length() == 1 && (frame.at(0) & 0x80) != 0) {
          heartbeatUnits = frame.at(0) & 0x7F;
        }
        yield ok(frame, (byte) heartbeatUnits);
      }
      default -> setting(frame);
    };
  }

  private ChafonFrame setting(ChafonFrame frame) {
    int first = frame.length() > 0 ? frame.at(0) : -1;
    switch (frame.code()) {
      case ChafonCommands.SET_BAND -> {
        if (frame.length() != 2) {
          return refused(frame, ChafonStatus.WRONG_LENGTH);
        }
        highByte = first;
        lowByte = frame.at(1);
      }
      case ChafonCommands.SET_POWER -> {
        if (first < 0 || first > (is288() ? MOST_POWER_288 : MOST_POWER_18)) {
          return refused(frame, ChafonStatus.PARAMETER_ERROR);
        }
        power = first;
      }
      case ChafonCommands.SET_SCAN_TIME -> {
        if (first < LEAST_SCAN) {
          return refused(frame, ChafonStatus.PARAMETER_ERROR);
        }
        scanTime = first;
      }
      case ADDRESS_COMMAND -> {
        if (first < 0 || first == ChafonFrame.PUBLIC) {
          return refused(frame, ChafonStatus.PARAMETER_ERROR);
        }
        ChafonFrame fromTheOld = ok(frame);
        address = first;
        return fromTheOld;
      }
      case BAUD_COMMAND, LIGHT_COMMAND, BUZZER_COMMAND -> {
        return ok(frame);
      }
      default -> {
        return ChafonFrame.answer(address, 0, ChafonStatus.ILLEGAL_COMMAND);
      }
    }
    return ok(frame);
  }

  private ChafonFrame ok(ChafonFrame frame, byte... data) {
    return ChafonFrame.answer(address, frame.code(), ChafonStatus.OK, data);
  }

  private ChafonFrame refused(ChafonFrame frame, int status) {
    return ChafonFrame.answer(address, frame.code(), status);
  }

  @Override
  public String toString() {
    return model.label() + " " + Hex.of(serial);
  }
}
