package dev.aisle.sim.vehicle;

/** What is wrong with a vehicle now, and what will go wrong next. */
final class Ailments {
  private boolean stands;
  private double pace = 1;
  private double slip;
  private boolean silent;
  private double rebootLeftS;
  private int refusals;
  private int failures;

  void stand(boolean on) {
    stands = on;
  }

  void pace(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a pace is above 0 and at most 1, not " + share);
    }
    pace = share;
  }

  void slip(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("slip is from 0 and below 1, not " + share);
    }
    slip = share;
  }

  void silence() {
    silent = true;
  }

  void reboot() {
    rebootLeftS = VehicleFault.Reboots.TAKES.toSeconds();
  }

  void refuse(int times) {
    refusals = requireCount(times);
  }

  void failActions(int times) {
    failures = requireCount(times);
  }

  private static int requireCount(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("not so often: " + times);
    }
    return times;
  }

  /** All that lasts, or was still to come, is over; a reboot takes its time. */
  void recover() {
    stands = false;
    pace = 1;
    slip = 0;
    silent = false;
    refusals = 0;
    failures = 0;
  }

  /** True once, when the software is up again. */
  boolean wakes(double dtS) {
    boolean down = isDown();
    rebootLeftS = Math.max(0, rebootLeftS - dtS);
    return down && !isDown();
  }

  boolean isDown() {
    return rebootLeftS > 0;
  }

  boolean stands() {
    return stands || isDown();
  }

  boolean fieldViolated() {
    return stands;
  }

  boolean isMute() {
    return silent || isDown();
  }

  double pace() {
    return pace;
  }

  /** Share of the way that the wheels turn for which the vehicle really moves. */
  double grip() {
    return 1 - slip;
  }

  /** True as often as it shall refuse. */
  boolean refusesNext() {
    boolean refuses = refusals > 0;
    refusals -= refuses ? 1 : 0;
    return refuses;
  }

  /** True as often as an action shall fail. */
  boolean failsNext() {
    boolean fails = failures > 0;
    failures -= fails ? 1 : 0;
    return fails;
  }
}
