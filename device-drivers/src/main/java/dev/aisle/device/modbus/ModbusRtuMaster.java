package dev.aisle.device.modbus;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.modbus.RtuFrame.Expected;
import dev.aisle.device.modbus.RtuFrame.Heard;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.device.serial.SerialPortLink;
import dev.aisle.device.serial.TcpByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A line that speaks RTU: a serial port, or a serial server behind TCP. The library's messages are
 * used, but not its transports: through TCP those take any checksum, although the noise is on the
 * serial side of the server, and on a serial port they open it without our lock.
 *
 * <p>RTU has no number that ties an answer to its request. After a request without an answer the
 * line is therefore listened to until it is quiet. An answer that comes even later, and has just
 * the shape of another one asked for by then, cannot be told from it; a timeout well above the
 * slowest unit's answer is the remedy.
 */
public final class ModbusRtuMaster extends LineMaster {
  /** Most in one frame (Modbus over serial line V1.02, 2.5.1), and some room for noise. */
  private static final int ROOM = 1024;

  /** Between frames in characters; above 19200 baud it is fixed (2.5.1.1). */
  private static final double GAP_CHARACTERS = 3.5;

  private static final Duration LEAST_GAP = Duration.ofNanos(1_750_000);

  /** Looks without a byte, about 50 ms each, after which an answer that has begun is given up. */
  private static final int QUIET_LOOKS = 4;

  private static final int SETTLE_LOOKS = 5;

  private final ModbusSettings settings;
  private final ByteLink link;
  private final ByteBuffer heard = ByteBuffer.allocate(ROOM);
  private boolean open;
  private boolean unsettled;
  private long lastByte;

  public ModbusRtuMaster(ModbusSettings settings) {
    this.settings = settings;
    this.link =
        settings.mode() == ModbusSettings.Mode.RTU
            ? new SerialPortLink(settings.address(), settings.line())
            : new TcpByteLink(settings.host(), settings.port());
  }

  @Override
  public String address() {
    return settings.address();
  }

  @Override
  boolean isOpen() {
    return open;
  }

  @Override
  void drop() {
    open = false;
    link.close();
  }

  @Override
  byte[] ask(int unit, byte[] request) throws ModbusFailure {
    if (unit == 0) {
      throw new IllegalArgumentException("unit 0 speaks to all, and none would answer");
    }
    Expected expected = Expected.answerTo(unit, request);
    try {
      prepare();
      byte[] frame = RtuFrame.of(unit, request);
      link.write(frame);
      sent(unit, request);
      return listen(expected, frame.length);
    } catch (ModbusFailure e) {
      unsettled = true;
      throw e;
    } catch (IOException e) {
      drop();
      throw new ModbusFailure.LinkLost(
          DeviceTrouble.of(e).kind(), address(), "%s: %s".formatted(address(), e.getMessage()));
    } catch (InterruptedException e) {
      unsettled = true;
      Thread.currentThread().interrupt();
      throw new ModbusFailure.NoAnswer(
          address(), unit, address() + ": nobody waited for the answer");
    }
  }

  /** Leaves the line open, quiet and empty. */
  private void prepare() throws IOException, InterruptedException {
    if (!open) {
      link.open();
      open = true;
      unsettled = false;
    }
    for (int look = 0; unsettled && look < SETTLE_LOOKS; look++) {
      heard.clear();
      unsettled = link.read(heard) > 0;
    }
    unsettled = false;
    Duration gap = settings.line().time(GAP_CHARACTERS);
    long wait = lastByte + Math.max(gap.toNanos(), LEAST_GAP.toNanos()) - System.nanoTime();
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    }
    link.discard();
    heard.clear();
  }

  private byte[] listen(Expected expected, int sent) throws IOException, InterruptedException {
    Duration onTheLine = settings.line().time(sent + expected.frameLength());
    long deadline = System.nanoTime() + settings.timeout().plus(onTheLine).toNanos();
    int quiet = 0;
    while (true) {
      int count = link.read(heard);
      quiet = count == 0 ? quiet + 1 : 0;
      if (count > 0) {
        lastByte = System.nanoTime();
      }
      Heard found = RtuFrame.find(heard.array(), heard.position(), expected);
      if (found instanceof Heard.Answer answer) {
        return answer.dataUnit();
      }
      boolean begun = !(found instanceof Heard.Nothing);
      boolean over = System.nanoTime() - deadline >= 0 || !heard.hasRemaining();
      if (over || (begun && quiet >= QUIET_LOOKS)) {
        throw silence(expected.unit(), found);
      }
    }
  }

  private ModbusFailure silence(int unit, Heard found) {
    String what =
        switch (found) {
          case Heard.Broken broken -> "answered with a wrong checksum";
          case Heard.Begun begun -> "stopped in the middle of its answer";
          default ->
              heard.position() == 0
                  ? "did not answer within %d ms".formatted(settings.timeout().toMillis())
                  : "did not answer; %d bytes of something else were heard"
                      .formatted(heard.position());
        };
    return new ModbusFailure.NoAnswer(
        address(), unit, "unit %d of %s %s".formatted(unit, address(), what));
  }

  @Override
  byte[] frame(int unit, byte[] dataUnit) {
    return RtuFrame.of(unit, dataUnit);
  }
}
