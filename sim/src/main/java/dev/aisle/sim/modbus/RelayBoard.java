package dev.aisle.sim.modbus;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * A relay board as Waveshare and others sell it: 8 relays as coils 0 to 7, all of them at 00FF, 8
 * inputs. Function 5 to 0200 and the relay's number switches it on, to 0400 off, for so many tenths
 * of a second (Modbus RTU Relay, command list). Thread-safe.
 */
public final class RelayBoard implements ModbusUnit {
  static final int RELAYS = 8;
  private static final int ALL = 0xFF;
  private static final int FLASH_ON = 0x0200;
  private static final int FLASH_OFF = 0x0400;
  private static final int LONGEST = 0x7FFF;
  private static final long TENTH_NANOS = 100_000_000L;

  private final LongSupplier nanos;
  private final boolean[] inputs = new boolean[RELAYS];
  private final Relay[] relays = new Relay[RELAYS];

  private static final class Relay {
    boolean on;
    boolean flashes;
    long overNanos;
    int pulses;

    void settle(long now) {
      if (flashes && now - overNanos >= 0) {
        flashes = false;
        turn(!on);
      }
    }

    void turn(boolean wanted) {
      pulses += wanted && !on ? 1 : 0;
      on = wanted;
    }
  }

  public RelayBoard() {
    this(System::nanoTime);
  }

  RelayBoard(LongSupplier nanos) {
    this.nanos = nanos;
    Arrays.setAll(relays, number -> new Relay());
  }

  public synchronized boolean isOn(int relay) {
    return settled(relay).on;
  }

  /** How often it went on. */
  public synchronized int pulses(int relay) {
    return settled(relay).pulses;
  }

  public synchronized void sense(int input, boolean on) {
    inputs[input] = on;
  }

  private Relay settled(int number) {
    Relay relay = relays[number];
    relay.settle(nanos.getAsLong());
    return relay;
  }

  @Override
  public synchronized boolean[] inputs(int first, int count) throws Refusal {
    Refusal.beyond(RELAYS, first, count);
    return Arrays.copyOfRange(inputs, first, first + count);
  }

  @Override
  public synchronized boolean[] coils(int first, int count) throws Refusal {
    Refusal.beyond(RELAYS, first, count);
    boolean[] on = new boolean[count];
    for (int i = 0; i < count; i++) {
      on[i] = settled(first + i).on;
    }
    return on;
  }

  @Override
  public synchronized void writeCoils(int first, boolean[] values) throws Refusal {
    if (first == ALL && values.length == 1) {
      for (int relay = 0; relay < RELAYS; relay++) {
        turn(relay, values[0]);
      }
      return;
    }
    Refusal.beyond(RELAYS, first, values.length);
    for (int i = 0; i < values.length; i++) {
      turn(first + i, values[i]);
    }
  }

  private void turn(int number, boolean on) {
    Relay relay = settled(number);
    relay.flashes = false;
    relay.turn(on);
  }

  @Override
  public synchronized void writeCoil(int number, int value) throws Refusal {
    int table = number & ~(RELAYS - 1);
    if (table != FLASH_ON && table != FLASH_OFF) {
      ModbusUnit.super.writeCoil(number, value);
      return;
    }
    if (value < 1 || value > LONGEST) {
      throw Refusal.value();
    }
    int relay = number - table;
    turn(relay, table == FLASH_ON);
    relays[relay].flashes = true;
    relays[relay].overNanos = nanos.getAsLong() + value * TENTH_NANOS;
  }
}
