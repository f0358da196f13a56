package dev.aisle.sim.plc.machine;

/** A push button, or the beam of a photo-eye: closed for a while, stuck, or chattering. */
public final class SimulatedContact implements SimulatedMachine {
  private final String input;
  private double closedFor;
  private boolean stuck;
  private double chatterHz;
  private double phase;
  private int blinks;

  public SimulatedContact(String input) {
    this.input = input;
  }

  /** Pressed, or broken, for so long. */
  public synchronized void close(double seconds) {
    closedFor = seconds;
  }

  /** So many breaks, each shorter than any poll. */
  public synchronized void blink(int times) {
    blinks += times;
  }

  /** Stays closed whatever happens. */
  public synchronized void stick(boolean on) {
    stuck = on;
  }

  /** Opens and closes so often; 0 ends it. */
  public synchronized void chatter(double timesPerSecond) {
    chatterHz = timesPerSecond;
    phase = 0;
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    for (; blinks > 0; blinks--) {
      wires.sense(input, true);
      wires.sense(input, false);
    }
    phase += chatterHz * seconds;
    boolean shaken = chatterHz > 0 && phase % 1 < 0.5;
    wires.sense(input, stuck || closedFor > 0 || shaken);
    closedFor = Math.max(0, closedFor - seconds);
  }
}
