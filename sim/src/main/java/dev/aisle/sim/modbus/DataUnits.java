package dev.aisle.sim.modbus;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers the data units of requests from the units of one line, and has the faults a scenario
 * gives them. Thread-safe as far as the units are.
 */
public final class DataUnits {
  private static final int EXCEPTION = 0x80;

  private final Map<Integer, ModbusUnit> units;
  private final UnitFaults faults = new UnitFaults();

  /** What is wrong with a unit. */
  public sealed interface UnitFault {
    /** Refuses everything. */
    record Refuses(int code) implements UnitFault {}

    /** Says nothing at all. */
    record Silent() implements UnitFault {}

    /**
     * Lets requests wait, and answers them when this is over. Holds up the line, so that on a
     * serial one its neighbours wait too.
     */
    record Waits() implements UnitFault {}
  }

  public DataUnits(Map<Integer, ModbusUnit> units) {
    this.units = Map.copyOf(units);
  }

  /** Until it is given another, or none. */
  public void fault(int unit, Optional<UnitFault> fault) {
    faults.set(unit, fault, Optional.empty());
  }

  /** For so long, and none after that. */
  public void fault(int unit, UnitFault fault, Duration length) {
    faults.set(unit, Optional.of(fault), Optional.of(length));
  }

  /** Ends what is wrong with any unit. */
  public void repair() {
    units.keySet().forEach(unit -> fault(unit, Optional.empty()));
  }

  /** The next writes to the unit are carried out, but their answers are lost. */
  public void loseAnswersOfWrites(int unit, int count) {
    faults.loseAnswers(unit, count);
  }

  /** Empty when nobody answers: there is no such unit, or it is silent. */
  Optional<byte[]> answer(int unit, byte[] request) {
    ModbusUnit asked = units.get(unit);
    if (asked == null || request.length == 0) {
      return Optional.empty();
    }
    int function = request[0] & 0xFF;
    return switch (faults.now(unit)) {
      case UnitFaults.State.Well well -> well(unit, asked, function, request);
      case UnitFaults.State.Ill(UnitFault.Refuses(int code)) ->
          Optional.of(refusal(function, code));
      case UnitFaults.State.Ill ill -> Optional.empty();
    };
  }

  private Optional<byte[]> well(int unit, ModbusUnit asked, int function, byte[] request) {
    boolean lost = writes(function) && faults.takeLostAnswer(unit);
    asked.asked();
    byte[] answer = answered(asked, function, request);
    return lost ? Optional.empty() : Optional.of(answer);
  }

  private static boolean writes(int function) {
    return function == 5 || function == 6 || function == 15 || function == 16;
  }

  private static byte[] answered(ModbusUnit asked, int function, byte[] request) {
    try {
      return answer(asked, function, request);
    } catch (ModbusUnit.Refusal e) {
      return refusal(function, e.code());
    } catch (ArrayIndexOutOfBoundsException e) {
      return refusal(function, ModbusUnit.Refusal.value().code());
    }
  }

  private static byte[] refusal(int function, int code) {
    return new byte[] {(byte) (function | EXCEPTION), (byte) code};
  }

  private static byte[] answer(ModbusUnit unit, int function, byte[] request)
      throws ModbusUnit.Refusal {
    int first = word(request, 1);
    int second = word(request, 3);
    return switch (function) {
      case 1 -> bits(function, unit.coils(first, within(second, 2000)));
      case 2 -> bits(function, unit.inputs(first, within(second, 2000)));
      case 3, 4 -> registers(function, unit.registers(first, within(second, 125)));
      case 5 -> {
        unit.writeCoil(first, second);
        yield request;
      }
      case 6 -> {
        unit.writeRegisters(first, new int[] {second});
        yield request;
      }
      case 15 -> {
        boolean[] values = new boolean[within(second, 1968)];
        for (int i = 0; i < values.length; i++) {
          values[i] = ((request[6 + i / 8] >> (i % 8)) & 1) == 1;
        }
        unit.writeCoils(first, values);
        yield java.util.Arrays.copyOf(request, 5);
      }
      case 16 -> {
        int[] values = new int[within(second, 123)];
        for (int i = 0; i < values.length; i++) {
          values[i] = word(request, 6 + 2 * i);
        }
        unit.writeRegisters(first, values);
        yield java.util.Arrays.copyOf(request, 5);
      }
      default -> throw new ModbusUnit.Refusal(1);
    };
  }

  private static int within(int count, int most) throws ModbusUnit.Refusal {
    if (count < 1 || count > most) {
      throw ModbusUnit.Refusal.value();
    }
    return count;
  }

  private static byte[] bits(int function, boolean[] values) {
    byte[] answer = new byte[2 + (values.length + 7) / 8];
    answer[0] = (byte) function;
    answer[1] = (byte) (answer.length - 2);
    for (int i = 0; i < values.length; i++) {
      if (values[i]) {
        answer[2 + i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return answer;
  }

  private static byte[] registers(int function, int[] values) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.write(function);
    answer.write(2 * values.length);
    for (int value : values) {
      answer.write(value >> 8);
      answer.write(value);
    }
    return answer.toByteArray();
  }

  static int word(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  /** Bytes of a request's data unit, as far as its beginning tells; empty when more is needed. */
  static OptionalInt length(byte[] frame, int at, int end) {
    if (at >= end) {
      return OptionalInt.empty();
    }
    int function = frame[at] & 0xFF;
    if (function != 15 && function != 16) {
      return OptionalInt.of(5);
    }
    return at + 5 < end ? OptionalInt.of(6 + (frame[at + 5] & 0xFF)) : OptionalInt.empty();
  }
}
