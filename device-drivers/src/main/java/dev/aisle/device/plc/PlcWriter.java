package dev.aisle.device.plc;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.Point.Flash;
import dev.aisle.device.plc.Point.Kind;
import dev.aisle.device.plc.output.WriteRefusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outputs and reads them back. Nothing is sent twice: after a missing answer it only looks
 * whether the value is there.
 */
final class PlcWriter {
  private static final Logger LOG = LoggerFactory.getLogger(PlcWriter.class);
  private static final int FUNCTION_NOT_SUPPORTED = 1;

  private final String device;
  private final ModbusMaster master;
  private final int unit;
  private final Runnable onError;

  PlcWriter(String device, ModbusMaster master, int unit, Runnable onError) {
    this.device = device;
    this.master = master;
    this.unit = unit;
    this.onError = onError;
  }

  /** A value for one point; {@code words} is what goes to the wire. */
  record Write(String name, Point point, List<Integer> words) {
    /** Empty when the point cannot hold the value. */
    static Optional<Write> of(String name, Point point, BigDecimal value) {
      if (point.isNumber()) {
        return point
            .format()
            .flatMap(format -> format.write(value))
            .map(words -> new Write(name, point, Arrays.stream(words).boxed().toList()));
      }
      if (value.compareTo(BigDecimal.ONE) != 0 && value.signum() != 0) {
        return Optional.empty();
      }
      boolean on = value.signum() != 0 != point.inverted();
      return Optional.of(new Write(name, point, List.of(on ? 1 : 0)));
    }

    boolean on() {
      return words.getFirst() != 0;
    }

    /** Switching it on goes elsewhere than switching it off. */
    boolean flashes() {
      return point.flash().isPresent() && on();
    }

    int[] raw() {
      return words.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Neighbouring coils go out in one request; each write gets its own result. */
  List<WriteResult> write(List<Write> writes) {
    List<WriteResult> results = new ArrayList<>();
    List<Write> coils =
        writes.stream()
            .filter(write -> write.point().kind() == Kind.COIL && !write.flashes())
            .sorted(Comparator.comparing(write -> write.point().address()))
            .toList();
    int from = 0;
    for (int i = 1; i <= coils.size(); i++) {
      if (i == coils.size() || address(coils, i) != address(coils, i - 1) + 1) {
        results.addAll(run(coils.subList(from, i)));
        from = i;
      }
    }
    for (Write write : writes) {
      if (write.flashes()) {
        results.add(flash(write, write.point().flash().orElseThrow()));
      } else if (write.point().kind() != Kind.COIL) {
        results.add(register(write));
      }
    }
    return results;
  }

  private static int address(List<Write> coils, int index) {
    return coils.get(index).point().address();
  }

  private List<WriteResult> run(List<Write> run) {
    int first = address(run, 0);
    BitSet bits = new BitSet();
    for (int i = 0; i < run.size(); i++) {
      bits.set(i, run.get(i).on());
    }
    boolean answered = true;
    try {
      if (run.size() == 1) {
        master.writeCoil(unit, first, bits.get(0));
      } else {
        master.writeCoils(unit, first, bits, run.size());
      }
    } catch (ModbusFailure.Refused e) {
      if (run.size() > 1 && e.code() == FUNCTION_NOT_SUPPORTED) {
        // Surely not carried out, and small relay boards know only the single write.
        return run.stream().flatMap(single -> run(List.of(single)).stream()).toList();
      }
      return run.stream().map(write -> refused(write, e)).toList();
    } catch (ModbusFailure e) {
      answered = false;
      lost(run, e);
    }
    try {
      BitSet there = master.readCoils(unit, first, run.size());
      List<WriteResult> results = new ArrayList<>();
      for (int i = 0; i < run.size(); i++) {
        results.add(judge(run.get(i), there.get(i) == bits.get(i), answered));
      }
      return results;
    } catch (ModbusFailure e) {
      unknown(run, e);
      return run.stream().map(write -> WriteResult.of(write.name(), WriteOutcome.UNKNOWN)).toList();
    }
  }

  /** It may be over when it is looked for; then the board's word is all there is. */
  private WriteResult flash(Write write, Flash flash) {
    boolean answered = true;
    long start = System.nanoTime();
    try {
      master.writeCoilValue(unit, flash.address(), flash.tenths());
    } catch (ModbusFailure.Refused e) {
      return refused(write, e);
    } catch (ModbusFailure e) {
      answered = false;
      lost(List.of(write), e);
    }
    try {
      boolean on = master.readCoils(unit, write.point().address(), 1).get(0);
      boolean over = System.nanoTime() - start >= flash.length().toNanos();
      return judge(write, on || (answered && over), answered);
    } catch (ModbusFailure e) {
      unknown(List.of(write), e);
      return WriteResult.of(write.name(), WriteOutcome.UNKNOWN);
    }
  }

  private WriteResult register(Write write) {
    int address = write.point().address();
    boolean answered = true;
    try {
      if (write.words().size() == 1) {
        master.writeRegister(unit, address, write.words().getFirst());
      } else {
        master.writeRegisters(unit, address, write.raw());
      }
    } catch (ModbusFailure.Refused e) {
      return refused(write, e);
    } catch (ModbusFailure e) {
      answered = false;
      lost(List.of(write), e);
    }
    try {
      int[] there = master.readHolding(unit, address, write.words().size());
      boolean same =
          write.point().isNumber()
              ? Arrays.equals(there, write.raw())
              : there[0] != 0 == write.on();
      return judge(write, same, answered);
    } catch (ModbusFailure e) {
      unknown(List.of(write), e);
      return WriteResult.of(write.name(), WriteOutcome.UNKNOWN);
    }
  }

  /** Without an answer, a value that is not there may still be on its way. */
  private static WriteResult judge(Write write, boolean there, boolean answered) {
    if (there) {
      return WriteResult.of(write.name(), WriteOutcome.CONFIRMED);
    }
    return answered
        ? WriteResult.of(new WriteRefusal.ByController(write.name(), "it kept another value"))
        : WriteResult.of(write.name(), WriteOutcome.UNKNOWN);
  }

  private WriteResult refused(Write write, ModbusFailure.Refused why) {
    onError.run();
    LOG.warn("{} refused {}: {}", device, write.name(), why.getMessage());
    return WriteResult.of(
        new WriteRefusal.ByController(write.name(), String.valueOf(why.getMessage())));
  }

  private void lost(List<Write> writes, ModbusFailure why) {
    onError.run();
    LOG.debug("{}: {} may not have arrived: {}", device, names(writes), why.getMessage());
  }

  private void unknown(List<Write> writes, ModbusFailure why) {
    onError.run();
    LOG.warn("{}: it is not known whether {} arrived: {}", device, names(writes), why.getMessage());
  }

  private static List<String> names(List<Write> writes) {
    return writes.stream().map(Write::name).toList();
  }
}
