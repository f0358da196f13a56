package dev.aisle.agv.floor;

/**
 * What goes wrong, as chances for each message or second.
 *
 * @param lost share of messages lost
 * @param twice share of messages that come twice, the second time up to 3 s late
 * @param restarts kills of the dispatcher in a second
 * @param vanishing losses of a vehicle's link for 30 s, for each vehicle in a second
 * @param reboots losses of a vehicle's memory, for each vehicle in a second
 */
record Faults(double lost, double twice, double restarts, double vanishing, double reboots) {
  static final Faults NONE = new Faults(0, 0, 0, 0, 0);
  static final Faults USUAL = new Faults(0.01, 0.01, 0.002, 0.0005, 0);
  static final Faults LOSSY = new Faults(0.05, 0.05, 0, 0, 0);
  static final Faults ROUGH = new Faults(0.03, 0.03, 0.01, 0.002, 0);
  static final Faults FORGETFUL = new Faults(0.02, 0.02, 0.01, 0.001, 0.003);
}
