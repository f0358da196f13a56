package dev.aisle.sim.plc.machine;

/**
 * A conveyor's end where vehicles hand loads over: some time after it is asked it stands still and
 * says so, as long as it is asked.
 */
public final class SimulatedHandOver implements SimulatedMachine {
  private final String request;
  private final String ready;
  private final double readySeconds;
  private double askedS;
  private boolean stuck;

  /**
   * @param request output
   * @param ready input
   */
  public SimulatedHandOver(String request, String ready, double readySeconds) {
    this.request = request;
    this.ready = ready;
    this.readySeconds = readySeconds;
  }

  /** It never gets ready, until somebody frees it. */
  public synchronized void stick(boolean on) {
    stuck = on;
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    askedS = wires.on(request) ? askedS + seconds : 0;
    wires.sense(ready, !stuck && wires.on(request) && askedS >= readySeconds);
  }
}
