package dev.aisle.hmi.live.simulator;

/**
 * Something that must hold at every moment. Every bean of this type appears in the summary of the
 * running system.
 */
public interface InvariantCheck {

  /** Short and stable, such as {@code I1}. */
  String id();

  /** One line for people, in English. */
  String name();

  Verdict check();

  /**
   * @param detail what broke it, empty when it held
   */
  record Verdict(boolean held, String detail) {
    public static final Verdict HELD = new Verdict(true, "");
  }
}
