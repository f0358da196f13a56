package dev.aisle.sim.modbus;

import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.tag.AirField;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An RS485 line with units on it, on a pseudo-terminal or behind a serial server, as slow as its
 * baud rate and with the faults of such a line.
 */
public final class RtuBus implements AutoCloseable {
  private static final AirField NO_AIR =
      new AirField() {
        @Override
        public List<Echo> inventory(int antenna) {
          return List.of();
        }

        @Override
        public boolean isConnected(int antenna) {
          return false;
        }
      };

  private final SimulatedReader line;

  private RtuBus(ReaderSpec.Socket socket, int baud, DataUnits units, long seed) {
    ReaderSpec spec = new ReaderSpec("rs485", ReaderMake.BB, socket, baud);
    line =
        new SimulatedReader(
            spec, random -> new RtuSlaves(units), new SplittableRandom(seed), NO_AIR);
    line.open();
  }

  public static RtuBus onSerialLine(Path link, int baud, DataUnits units, long seed) {
    return new RtuBus(new ReaderSpec.Socket.Serial(link), baud, units, seed);
  }

  /**
   * @param port of the loopback address
   */
  public static RtuBus behindSerialServer(int port, int baud, DataUnits units, long seed) {
    return new RtuBus(new ReaderSpec.Socket.Tcp(port), baud, units, seed);
  }

  public String address() {
    return line.address();
  }

  /** The line has these faults for so long. */
  public void disturb(LineFaults faults, Duration length) {
    line.disturb(faults, length);
  }

  public void pullCable(Duration length) {
    line.pullCable(length);
  }

  @Override
  public void close() {
    line.close();
  }
}
