package dev.aisle.sim.bench.devices;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.ModbusUnit;
import dev.aisle.sim.modbus.TcpSlaves;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.line.LineFaults;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Emulated devices in a process of their own, so that they share no thread, no heap and no pause
 * with the drivers. Says on standard output where its devices are and then {@code ready}; takes
 * {@code clock}, {@code start} and {@code stop FILE}, and ends with its input.
 */
public final class DeviceFarm implements AutoCloseable {
  private static final List<ReaderMake> MAKES = List.of(ReaderMake.values());
  private static final int MOST_FRAMES = 10_000_000;
  private static final Duration DRIBBLE = Duration.ofMillis(200);
  private static final Duration FOR_GOOD = Duration.ofDays(1);
  private static final double SLOWEST = 1000;

  /** Whatever else is printed goes to standard error. */
  private static final PrintStream ANSWERS = System.out;

  private final List<SimulatedReader> readers = new ArrayList<>();
  private final List<TcpSlaves> slaves = new ArrayList<>();
  private final List<BeatAir> airs = new ArrayList<>();

  /** Two entries a tag: reader and number in one, and when it left. */
  private final Moments left = new Moments(2 * MOST_FRAMES);

  private DeviceFarm() {}

  /**
   * @param words directory, number of readers, number of Modbus devices, tags a second and reader
   */
  public static void main(String[] words) throws IOException {
    System.setOut(System.err);
    Path dir = Path.of(words[0]);
    try (DeviceFarm farm = new DeviceFarm()) {
      for (int i = 0; i < Integer.parseInt(words[1]); i++) {
        farm.reader(dir, i, Double.parseDouble(words[3]));
      }
      for (int i = 0; i < Integer.parseInt(words[2]); i++) {
        farm.slave("modbus-" + i);
      }
      for (Hang hang : Hang.values()) {
        farm.hanging(dir, hang);
      }
      say("ready");
      farm.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
  }

  /** Line by line, as the other process reads it. */
  private static void say(String line) {
    ANSWERS.println(line);
    ANSWERS.flush();
  }

  static ReaderMake makeOf(int reader) {
    return MAKES.get(reader % MAKES.size());
  }

  private void reader(Path dir, int number, double perSecond) {
    String name = "reader-" + number;
    ReaderSpec spec = ReaderSpec.of(name, makeOf(number), dir.resolve(name));
    BeatAir air = new BeatAir(number, perSecond);
    SimulatedReader reader = new SimulatedReader(spec, new SplittableRandom(number), air);
    reader.onLeft(this::left);
    airs.add(air);
    open(reader);
  }

  private void open(SimulatedReader reader) {
    readers.add(reader);
    reader.open();
  }

  private void left(byte[] frame, long nanos) {
    for (BeatAir.Numbered tag : BeatAir.in(frame)) {
      synchronized (left) {
        left.add((long) tag.reader() << 32 | tag.number());
        left.add(nanos);
      }
    }
  }

  private TcpSlaves slave(String name) throws IOException {
    TcpSlaves slave = new TcpSlaves(0, new DataUnits(Map.of(1, new Points())));
    slaves.add(slave);
    say(name + " " + slave.address());
    return slave;
  }

  private void hanging(Path dir, Hang hang) throws IOException {
    switch (hang) {
      case TCP_MUTE -> {
        DataUnits units = new DataUnits(Map.of(1, new Points()));
        units.fault(1, Optional.of(new DataUnits.UnitFault.Silent()));
        TcpSlaves mute = new TcpSlaves(0, units);
        slaves.add(mute);
        say(hang.device() + " " + mute.address());
      }
      case TCP_DRIBBLES -> slave(hang.device()).dribble(DRIBBLE);
      case SERIAL_MUTE -> serial(dir, hang, LineFaults.NONE.withSilence());
      case SERIAL_DRIBBLES -> serial(dir, hang, LineFaults.NONE.withSlower(SLOWEST));
    }
  }

  private void serial(Path dir, Hang hang, LineFaults faults) {
    ReaderSpec spec = ReaderSpec.of(hang.device(), ReaderMake.BB, dir.resolve(hang.device()));
    SimulatedReader reader =
        new SimulatedReader(spec, new SplittableRandom(1), new BeatAir(0xFFFF, 0));
    reader.disturb(faults, FOR_GOOD);
    open(reader);
    say(hang.device() + " " + dir.resolve(hang.device()));
  }

  private void obey(BufferedReader orders) throws IOException {
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("clock")) {
        say("clock " + System.nanoTime());
      } else if (order.equals("start")) {
        airs.forEach(BeatAir::start);
        say("started");
      } else if (order.startsWith("stop ")) {
        airs.forEach(BeatAir::stop);
        write(Path.of(order.substring("stop ".length())));
        say("stopped");
      }
    }
  }

  private void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      long[] all = left.all();
      out.writeInt(all.length / 2);
      for (long each : all) {
        out.writeLong(each);
      }
    }
  }

  @Override
  public void close() {
    readers.forEach(SimulatedReader::close);
    slaves.forEach(TcpSlaves::close);
  }

  /** Inputs and registers that are all 0. */
  private static final class Points implements ModbusUnit {
    @Override
    public int[] registers(int first, int count) {
      return new int[count];
    }

    @Override
    public boolean[] coils(int first, int count) {
      return new boolean[count];
    }
  }
}
