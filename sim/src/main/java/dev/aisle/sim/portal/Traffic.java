package dev.aisle.sim.portal;

import static dev.aisle.sim.portal.Load.between;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** What comes to the two doors, and what stands near them. */
final class Traffic {
  private static final double BESIDE = 0.4;
  private static final double TURNS_BACK = 0.03;
  private static final double STOPS = 0.05;
  private static final double SHORT_DELIVERY = 0.15;
  private static final double DEAD_TAG = 0.002;
  private static final int STANDING = 6;
  private static final double REPLACED = 0.02;
  private static final int MOST_UNITS = 8;

  private final SplittableRandom random;
  private final List<Standing> standing = new ArrayList<>();
  private long serial = 1;

  /** A unit put down near the doors; it is not carried anywhere. */
  record Standing(String epc, double x, double y, double attenuation) {}

  Traffic(SplittableRandom random) {
    this.random = random;
    for (int i = 0; i < STANDING; i++) {
      standing.add(putDown());
    }
  }

  List<Standing> standing() {
    return List.copyOf(standing);
  }

  List<Load> next() {
    for (int i = 0; i < standing.size(); i++) {
      if (random.nextDouble() < REPLACED) {
        standing.set(i, putDown());
      }
    }
    List<Load> loads = new ArrayList<>();
    int door = random.nextInt(2);
    double startsAt = between(random, 0.5, 2);
    loads.add(load(door, startsAt));
    if (random.nextDouble() < BESIDE) {
      loads.add(load(1 - door, Math.max(0, startsAt + between(random, -2, 5))));
    }
    return loads;
  }

  private Standing putDown() {
    return new Standing(
        epc(),
        between(random, 4.5, 8),
        between(random, -2.5, Radio.DOOR_PITCH_M + 2.5),
        attenuation());
  }

  private Load load(int door, double startsAt) {
    double length = between(random, 1.2, 4.5);
    List<Load.Unit> units = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    int count = 1 + random.nextInt(MOST_UNITS);
    for (int i = 0; i < count; i++) {
      String epc = epc();
      expected.add(epc);
      units.add(
          new Load.Unit(
              epc,
              between(random, 0, 1.2),
              between(random, -0.5, 0.5),
              attenuation(),
              random.nextDouble() < DEAD_TAG));
    }
    if (random.nextDouble() < SHORT_DELIVERY) {
      expected.add(epc());
    }
    boolean turns = random.nextDouble() < TURNS_BACK;
    boolean inwards = turns || random.nextInt(10) < 6;
    double speed = between(random, 0.7, 2.5);
    double stop = random.nextDouble() < STOPS ? between(random, 0.5, 3) : 0;
    double stopAt = inwards ? between(random, -1, 4) : between(random, -4, 1);
    double turnAt = turns ? between(random, -1, 0.9) : Double.POSITIVE_INFINITY;
    return new Load(door, units, expected, inwards, speed, length, startsAt, stopAt, stop, turnAt);
  }

  /** Cartons of metal and liquid cost a tag some of its voice. */
  private double attenuation() {
    return Math.min(9, Math.abs(random.nextGaussian()) * 3);
  }

  /** An SSCC-96 of the demonstration prefix 9521141, which no two units share. */
  private String epc() {
    return String.format(Locale.ROOT, "3136451FD4%08X000000", serial++);
  }

  /** A flipped bit, any bits, or another tag's EPC where it is not. */
  String ghost(String heard, String another) {
    int kind = random.nextInt(10);
    if (kind < 4) {
      int bit = random.nextInt(96);
      int digit = Character.digit(heard.charAt(bit / 4), 16) ^ (1 << (bit % 4));
      return heard.substring(0, bit / 4)
          + Character.toUpperCase(Character.forDigit(digit, 16))
          + heard.substring(bit / 4 + 1);
    }
    if (kind < 7) {
      return String.format(Locale.ROOT, "%016X%08X", random.nextLong(), random.nextInt());
    }
    return another;
  }
}
