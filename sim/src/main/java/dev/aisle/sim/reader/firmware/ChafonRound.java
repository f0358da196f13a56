package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonCommands;
import dev.aisle.device.rfid.chafon.ChafonFrame;
import dev.aisle.device.rfid.chafon.ChafonStatus;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.AirField.Echo;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One inventory of a Chafon reader: it ends as soon as it has told the tags it heard, or without
 * any when its time is over.
 */
final class ChafonRound {
  private static final int TAGS_PER_FRAME = 4;
  private static final int MOST_DATA = 240;
  private static final int TID_BYTES = 12;
  private static final int RSSI_OFFSET = 160;
  private static final int FIRST_ANTENNA = 0x80;
  private static final int MOST_ANTENNAS = 8;
  private static final long TENTH_NANOS = 100_000_000L;

  private final boolean of288;
  private boolean running;
  private long endNanos;
  private int antenna = 1;
  private boolean statistics;
  private boolean fastId;

  ChafonRound(boolean of288) {
    this.of288 = of288;
  }

  boolean isRunning() {
    return running;
  }

  /** No data, or where in the chip identity to begin and how many words. */
  boolean ask18(ChafonFrame frame, long scanNanos, long now) {
    if (frame.length() != 0 && frame.length() != 2) {
      return false;
    }
    begin(scanNanos, now);
    return true;
  }

  /** Q, session, mask; then, together or not at all, target, antenna and time. */
  boolean ask288(ChafonFrame frame, long scanNanos, long now) {
    if (frame.length() < 6) {
      return false;
    }
    int rest = 6 + (frame.at(5) + 7) / 8;
    int more = frame.length() - rest;
    int session = frame.at(1);
    if ((frame.at(0) & 0x1F) > 15 || (session > 3 && session != 0xFF) || more < 0) {
      return false;
    }
    statistics = (frame.at(0) & 0x80) != 0;
    fastId = (frame.at(0) & 0x20) != 0;
    long lasts = scanNanos;
    antenna = 1;
    if (more >= 3) {
      antenna = frame.at(frame.length() - 2) - FIRST_ANTENNA + 1;
      lasts = frame.at(frame.length() - 1) * TENTH_NANOS;
      if (antenna < 1 || antenna > MOST_ANTENNAS || frame.at(frame.length() - 3) > 1) {
        return false;
      }
    } else if (more != 0 && more != 2) {
      return false;
    }
    begin(lasts, now);
    return true;
  }

  private void begin(long lasts, long now) {
    running = true;
    endNanos = now + lasts;
  }

  List<ChafonFrame> goOn(AirField field, int address, long now) {
    if (!running) {
      return List.of();
    }
    if (!field.isConnected(antenna)) {
      running = false;
      return List.of(answer(address, ChafonStatus.ANTENNA_ERROR));
    }
    List<Echo> heard = field.inventory(antenna);
    if (heard.isEmpty() && now - endNanos < 0) {
      return List.of();
    }
    running = false;
    List<ChafonFrame> out = new ArrayList<>();
    List<byte[]> packed = packed(heard);
    for (int i = 0; i < packed.size(); i++) {
      boolean last = !of288 && i == packed.size() - 1;
      int status = last ? ChafonStatus.INVENTORY_DONE : ChafonStatus.MORE_FOLLOWS;
      out.add(answer(address, status, packed.get(i)));
    }
    if (of288) {
      out.add(answer(address, ChafonStatus.INVENTORY_DONE, antennaBit(), (byte) 0));
    } else if (packed.isEmpty()) {
      out.add(answer(address, ChafonStatus.NO_TAG));
    }
    if (statistics) {
      int count = heard.size();
      out.add(
          answer(
              address,
              ChafonStatus.STATISTICS,
              new byte[] {antennaBit(), 0, (byte) count, 0, 0, (byte) (count >> 8), (byte) count}));
    }
    return out;
  }

  /** What a reader in active mode tells: one frame a tag. */
  List<ChafonFrame> unasked(AirField field, int address) {
    List<ChafonFrame> out = new ArrayList<>();
    for (Echo echo : field.inventory(1)) {
      byte[] epc = Hex.bytes(echo.tag().epcHex());
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      data.write(1);
      data.write(epc.length);
      data.writeBytes(epc);
      data.write(rssi(echo));
      out.add(
          ChafonFrame.answer(address, ChafonCommands.ACTIVE, ChafonStatus.OK, data.toByteArray()));
    }
    return out;
  }

  private List<byte[]> packed(List<Echo> heard) {
    List<byte[]> frames = new ArrayList<>();
    ByteArrayOutputStream tags = new ByteArrayOutputStream();
    int count = 0;
    for (Echo echo : heard) {
      byte[] tag = tag(echo);
      if (count == TAGS_PER_FRAME || tags.size() + tag.length > MOST_DATA) {
        frames.add(withCount(count, tags));
        tags.reset();
        count = 0;
      }
      tags.writeBytes(tag);
      count++;
    }
    if (count > 0) {
      frames.add(withCount(count, tags));
    }
    return frames;
  }

  private byte[] withCount(int count, ByteArrayOutputStream tags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (of288) {
      out.write(antennaBit());
    }
    out.write(count);
    out.writeBytes(tags.toByteArray());
    return out.toByteArray();
  }

  private byte[] tag(Echo echo) {
    byte[] epc = Hex.bytes(echo.tag().epcHex());
    byte[] tid = Hex.bytes(echo.tag().tidHex());
    boolean withTid = fastId && tid.length == TID_BYTES;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(withTid ? 0x80 | (epc.length + TID_BYTES) : epc.length);
    out.writeBytes(epc);
    if (withTid) {
      out.writeBytes(tid);
    }
    if (of288) {
      out.write(rssi(echo));
    }
    return out.toByteArray();
  }

  /** No manual gives the scale; a strong tag reads about 6B. */
  private static int rssi(Echo echo) {
    return Math.clamp(echo.rssiDbm() + RSSI_OFFSET, 0, 0xFF);
  }

  private byte antennaBit() {
    return (byte) (1 << (antenna - 1));
  }

  private static ChafonFrame answer(int address, int status, byte... data) {
    return ChafonFrame.answer(address, ChafonCommands.INVENTORY, status, data);
  }
}
