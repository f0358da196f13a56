package dev.aisle.sim.plc;

import com.ghgande.j2mod.modbus.procimg.DigitalIn;
import com.ghgande.j2mod.modbus.procimg.DigitalOut;
import com.ghgande.j2mod.modbus.procimg.IllegalAddressException;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Shows {@link Registers} to the Modbus library. */
final class UnitImage extends SimpleProcessImage {
  private final Registers memory;
  private final Silence silence;

  UnitImage(Registers memory, Silence silence) {
    this.memory = memory;
    this.silence = silence;
  }

  @Override
  public DigitalIn[] getDigitalInRange(int from, int count) {
    silence.keep();
    check(from, count, memory.inputs());
    return IntStream.range(from, from + count)
        .mapToObj(number -> new SimpleDigitalIn(memory.input(number)))
        .toArray(DigitalIn[]::new);
  }

  @Override
  public DigitalIn getDigitalIn(int number) {
    return getDigitalInRange(number, 1)[0];
  }

  @Override
  public int getDigitalInCount() {
    return memory.inputs();
  }

  @Override
  public DigitalOut[] getDigitalOutRange(int from, int count) {
    silence.keep();
    check(from, count, memory.coils());
    return IntStream.range(from, from + count)
        .mapToObj(number -> new Coil(memory, number))
        .toArray(DigitalOut[]::new);
  }

  @Override
  public DigitalOut getDigitalOut(int number) {
    return getDigitalOutRange(number, 1)[0];
  }

  @Override
  public int getDigitalOutCount() {
    return memory.coils();
  }

  @Override
  public Register[] getRegisterRange(int from, int count) {
    silence.keep();
    check(from, count, memory.holding());
    return Arrays.stream(memory.holding(from, count))
        .mapToObj(SimpleRegister::new)
        .toArray(Register[]::new);
  }

  @Override
  public Register getRegister(int number) {
    return getRegisterRange(number, 1)[0];
  }

  @Override
  public int getRegisterCount() {
    return memory.holding();
  }

  private static void check(int from, int count, int size) {
    if (from < 0 || count < 1 || from + count > size) {
      throw new IllegalAddressException();
    }
  }

  private record Coil(Registers memory, int number) implements DigitalOut {
    @Override
    public boolean isSet() {
      return memory.coil(number);
    }

    @Override
    public void set(boolean on) {
      memory.writeCoil(number, on);
    }
  }
}
