package dev.aisle.device.gs1;

/** What reading GS1 data gave. */
public sealed interface Gs1Result {
  /** Every element is known and right. */
  record Data(Gs1Data data) implements Gs1Result {}

  /** It is not, and this is the first thing that is wrong. */
  record Refused(Refusal refusal) implements Gs1Result {}

  static Gs1Result refused(String ai, Refusal.Why why) {
    return new Refused(new Refusal(ai, why));
  }
}
