package dev.aisle.sim.plc.machine;

import dev.aisle.sim.plc.PlcLift;
import dev.aisle.sim.plc.PlcLift.Landing;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A lift that comes to the level whose call is on, opens there and stays so as long as it is on.
 * With no call it closes and stays where it is; with several it takes the first.
 */
public final class SimulatedLift implements SimulatedMachine {
  private static final double THERE = 1e-9;

  private final PlcLift spec;
  private double at;
  private double open;
  private boolean sticks;
  private boolean doorSticks;
  private boolean faulty;

  /** At the first level, closed. */
  public SimulatedLift(PlcLift spec) {
    this.spec = spec;
  }

  /** It does not move any more, until it is freed. */
  public synchronized void stick(boolean on) {
    sticks = on;
  }

  /** Its door does not open any more, until it is freed. */
  public synchronized void stickDoor(boolean on) {
    doorSticks = on;
  }

  /** It says that it has a fault and does not move. */
  public synchronized void fail(boolean on) {
    faulty = on;
  }

  /** In levels from the first. */
  public synchronized double position() {
    return at;
  }

  /** 0 closed, 1 open. */
  public synchronized double door() {
    return open;
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    List<Landing> landings = spec.landings();
    OptionalInt called =
        IntStream.range(0, landings.size())
            .filter(i -> wires.on(landings.get(i).call()))
            .findFirst();
    if (!faulty) {
      move(called, seconds);
    }
    for (int i = 0; i < landings.size(); i++) {
      wires.sense(landings.get(i).at(), isAt(i));
    }
    wires.sense(spec.isOpen(), open >= 1);
    spec.fault().ifPresent(input -> wires.sense(input, faulty));
  }

  private void move(OptionalInt called, double seconds) {
    boolean there = called.isPresent() && isAt(called.getAsInt());
    if (there && !doorSticks) {
      open = Math.min(1, open + seconds / spec.doorSeconds());
    } else if (!there && open > 0) {
      open = Math.max(0, open - seconds / spec.doorSeconds());
    } else if (!there && called.isPresent() && !sticks) {
      double step = seconds / spec.rideSeconds();
      at += Math.clamp(called.getAsInt() - at, -step, step);
    }
  }

  private boolean isAt(int level) {
    return Math.abs(at - level) < THERE;
  }
}
