package dev.aisle.device.plc;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.Point.Kind;
import dev.aisle.device.plc.ReadPlan.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads all points of a controller in few requests. */
final class PlcReader {
  private static final int BIT_GAP = 8;

  private final ModbusMaster master;
  private final int unit;
  private final List<Span> holding;
  private final List<Span> inputRegisters;
  private final List<Span> inputs;
  private final List<Span> coils;

  PlcReader(ModbusMaster master, int unit, Collection<Point> points, HostWatchdog watchdog) {
    this.master = master;
    this.unit = unit;
    List<Span> words = new ArrayList<>();
    List<Span> inputWords = new ArrayList<>();
    for (Point point : points) {
      int length = point.format().map(format -> format.words()).orElse(1);
      if (point.counter().isPresent() || point.kind() == Kind.COUNTER) {
        words.add(new Span(PlcImage.countAt(point), length));
      } else if (point.kind() == Kind.HOLDING) {
        words.add(new Span(point.address(), length));
      } else if (point.kind() == Kind.INPUT_REGISTER) {
        inputWords.add(new Span(point.address(), length));
      }
    }
    watchdog.communicationSafety().ifPresent(safety -> words.add(new Span(safety.occurred(), 1)));
    holding = ReadPlan.ofSpans(words, 0, ModbusMaster.MOST_REGISTERS);
    inputRegisters = ReadPlan.ofSpans(inputWords, 0, ModbusMaster.MOST_REGISTERS);
    inputs = bits(points, Kind.INPUT);
    coils = bits(points, Kind.COIL);
  }

  private static List<Span> bits(Collection<Point> points, Kind kind) {
    return ReadPlan.of(
        points.stream().filter(p -> p.kind() == kind).map(Point::address).toList(),
        BIT_GAP,
        ModbusMaster.MOST_BITS);
  }

  /** Registers first: a counter must be older than the input it counts. */
  PlcImage read() throws ModbusFailure {
    PlcImage image = new PlcImage();
    for (Span span : holding) {
      image.holding(span.first(), master.readHolding(unit, span.first(), span.count()));
    }
    for (Span span : inputRegisters) {
      image.inputRegisters(
          span.first(), master.readInputRegisters(unit, span.first(), span.count()));
    }
    for (Span span : inputs) {
      image.inputs(span.first(), master.readInputs(unit, span.first(), span.count()));
    }
    for (Span span : coils) {
      image.coils(span.first(), master.readCoils(unit, span.first(), span.count()));
    }
    return image;
  }
}
