package dev.aisle.sim.plc.machine;

/** A door that starts to move on the rising edge of a pulse and runs to its end. */
public final class SimulatedGate implements SimulatedMachine {
  private final String open;
  private final String close;
  private final String isOpen;
  private final String isClosed;
  private final double travelSeconds;
  private double position;
  private int way;
  private boolean openWas;
  private boolean closeWas;
  private double stuckAt = Double.NaN;
  private boolean switchBroken;

  /**
   * A closed door.
   *
   * @param open output
   * @param close output
   * @param isOpen input
   * @param isClosed input
   */
  public SimulatedGate(
      String open, String close, String isOpen, String isClosed, double travelSeconds) {
    this.open = open;
    this.close = close;
    this.isOpen = isOpen;
    this.isClosed = isClosed;
    this.travelSeconds = travelSeconds;
  }

  /**
   * It does not get past this point.
   *
   * @param share 0 closed, 1 open
   */
  public synchronized void stickAt(double share) {
    stuckAt = share;
  }

  /** What held it is gone; it goes on to where it was sent. */
  public synchronized void free() {
    stuckAt = Double.NaN;
  }

  /** The switch "open" says so all the time. */
  public synchronized void breakOpenSwitch(boolean broken) {
    switchBroken = broken;
  }

  /** 0 closed, 1 open. */
  public synchronized double position() {
    return position;
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    boolean openNow = wires.on(open);
    boolean closeNow = wires.on(close);
    if (openNow && !openWas) {
      way = 1;
    }
    if (closeNow && !closeWas) {
      way = -1;
    }
    openWas = openNow;
    closeWas = closeNow;
    double next = Math.clamp(position + way * seconds / travelSeconds, 0.0, 1.0);
    boolean blocked = (position - stuckAt) * (next - stuckAt) <= 0;
    position = blocked ? stuckAt : next;
    wires.sense(isOpen, position >= 1 || switchBroken);
    wires.sense(isClosed, position <= 0);
  }
}
