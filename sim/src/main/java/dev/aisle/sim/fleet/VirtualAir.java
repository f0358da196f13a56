package dev.aisle.sim.fleet;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The network between vehicles and dispatcher: every message takes a while, and some go astray. */
final class VirtualAir {
  private static final long QUICKEST_MS = 10;
  private static final int USUALLY_MS = 150;

  private final PriorityQueue<Message> onTheWay =
      new PriorityQueue<>(Comparator.comparingLong(Message::atMs).thenComparing(Message::number));
  private final SplittableRandom random;
  private final Disturbance disturbance;
  private long numbers;
  private long lost;

  private record Message(long atMs, long number, Runnable arrival) {}

  VirtualAir(Disturbance disturbance, SplittableRandom random) {
    this.disturbance = disturbance;
    this.random = random;
  }

  /** Quality of service 0: it may be lost, doubled, or come late. */
  void send(long nowMs, Runnable arrival) {
    if (random.nextDouble() < disturbance.lost()) {
      lost++;
      return;
    }
    boolean late = random.nextDouble() < disturbance.late();
    put(nowMs + (late ? lateMs() : usualMs()), arrival);
    if (random.nextDouble() < disturbance.doubled()) {
      put(nowMs + lateMs(), arrival);
    }
  }

  /** Quality of service 1. */
  void sendSurely(long nowMs, Runnable arrival) {
    put(nowMs + usualMs(), arrival);
  }

  private long usualMs() {
    return QUICKEST_MS + random.nextInt(USUALLY_MS);
  }

  private long lateMs() {
    return QUICKEST_MS + random.nextLong(Disturbance.LATEST_MS);
  }

  private void put(long atMs, Runnable arrival) {
    onTheWay.add(new Message(atMs, numbers++, arrival));
  }

  void deliver(long nowMs) {
    for (Message next = onTheWay.peek();
        next != null && next.atMs <= nowMs;
        next = onTheWay.peek()) {
      onTheWay.remove();
      next.arrival.run();
    }
  }

  long lost() {
    return lost;
  }
}
