package dev.aisle.sim.bench.devices;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceSupervisor;
import dev.aisle.device.link.LineDevice;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.RoundListener;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.bench.line.LineRateStation;
import dev.aisle.sim.reader.ReaderMake;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The drivers under one supervisor, and the moments at which something came out of them. */
final class MeasuredDevices implements AutoCloseable {
  /** Every fourth Modbus device is a tag head, the others are controllers. */
  private static final int HEAD_EVERY = 4;

  private static final int POINTS = 8;
  private static final int MOST = 10_000_000;

  private final DeviceSupervisor supervisor = new DeviceSupervisor();
  private final FarmProcess farm;
  private final Clock clock = Clock.systemUTC();

  /** Per reader: number of the tag and when it arrived, in turn. */
  private final List<Moments> arrivals = new ArrayList<>();

  /** Per controller: when a round ended. */
  private final List<Moments> rounds = new ArrayList<>();

  MeasuredDevices(FarmProcess farm, int readers, int modbus) {
    this.farm = farm;
    for (int i = 0; i < readers; i++) {
      supervisor.add(reader(i));
    }
    for (int i = 0; i < modbus; i++) {
      String name = "modbus-" + i;
      supervisor.add(
          i % HEAD_EVERY == HEAD_EVERY - 1
              ? new ModbusTagHead(name, line(name), 1, clock)
              : new Controller(points(name), times()));
    }
  }

  private UhfReader reader(int number) {
    UhfReader reader =
        serial("reader-" + number, farm.addressOfReader(number), DeviceFarm.makeOf(number));
    Moments arrived = new Moments(2 * MOST);
    arrivals.add(arrived);
    reader.onRead(read -> arrived(arrived, read));
    return reader;
  }

  private static void arrived(Moments into, TagRead read) {
    long now = System.nanoTime();
    synchronized (into) {
      into.add(BeatAir.of(read.epcHex()).number());
      into.add(now);
    }
  }

  private UhfReader serial(String name, String port, ReaderMake make) {
    return new UhfReader(
        name,
        ByteLink.to(port, make.usualBaud()),
        UhfMakes.ofDriver(make.driver()).orElseThrow(),
        LineRateStation.SETTINGS,
        clock);
  }

  private Moments times() {
    Moments times = new Moments(MOST);
    rounds.add(times);
    return times;
  }

  private ModbusMaster line(String name) {
    return ModbusMaster.to(ModbusSettings.tcp(farm.addressOf(name)));
  }

  private PlcPoints points(String name) {
    Map<String, Point> points = new LinkedHashMap<>();
    for (int i = 0; i < POINTS; i++) {
      points.put("in-" + i, new Point(Point.Kind.INPUT, i, OptionalInt.of(100 + i)));
      points.put("out-" + i, new Point(Point.Kind.COIL, i, OptionalInt.empty()));
    }
    return new PlcPoints(name, line(name), points, PlcSettings.STANDARD, clock);
  }

  void open() {
    supervisor.open();
  }

  /** Names of those that are not connected. */
  List<String> notUp() {
    return supervisor.healths().stream()
        .filter(health -> health.link() != LinkState.UP)
        .map(DeviceHealth::device)
        .toList();
  }

  void add(Hang hang) {
    String name = hang.device();
    supervisor.add(
        switch (hang) {
          case TCP_MUTE, TCP_DRIBBLES -> new Controller(points(name), new Moments(0));
          case SERIAL_MUTE, SERIAL_DRIBBLES -> serial(name, farm.addressOf(name), ReaderMake.BB);
        });
  }

  /** Waits until it is closed. */
  void remove(Hang hang) {
    supervisor.remove(hang.device());
  }

  /** By reader: number of the tag → when it arrived. */
  List<Map<Integer, Long>> arrivals() {
    List<Map<Integer, Long>> all = new ArrayList<>();
    for (Moments one : arrivals) {
      Map<Integer, Long> byNumber = new LinkedHashMap<>();
      long[] told = one.all();
      for (int i = 0; i < told.length; i += 2) {
        byNumber.putIfAbsent((int) told[i], told[i + 1]);
      }
      all.add(byNumber);
    }
    return all;
  }

  /** By controller: when its rounds ended. */
  List<long[]> rounds() {
    return rounds.stream().map(Moments::all).toList();
  }

  long errors() {
    return supervisor.healths().stream().mapToLong(DeviceHealth::errors).sum();
  }

  @Override
  public void close() {
    supervisor.close();
  }

  private record Controller(PlcPoints points, Moments times) implements LineDevice, RoundListener {
    Controller {
      points.onRound(this);
    }

    @Override
    public String name() {
      return points.name();
    }

    @Override
    public void open() {
      points.open();
    }

    @Override
    public DeviceHealth health() {
      return points.health();
    }

    @Override
    public void round(Instant now) {
      times.add(System.nanoTime());
    }

    @Override
    public void lost(Instant now) {}

    @Override
    public void close() {
      points.close();
    }
  }
}
