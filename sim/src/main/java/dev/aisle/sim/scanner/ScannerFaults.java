package dev.aisle.sim.scanner;

/**
 * What is wrong with a scanner's line; probabilities for each code.
 *
 * @param noise that one to eight random bytes that end no code come after it
 * @param split that it comes in two pieces, 5 to 30 ms apart
 * @param cut that its end is lost, suffix and all
 * @param twice that it is sent twice, as by a hand that lingers
 */
public record ScannerFaults(double noise, double split, double cut, double twice) {
  public static final ScannerFaults NONE = new ScannerFaults(0, 0, 0, 0);
}
