package dev.aisle.sim.air;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Holds messages until they arrive. Not thread-safe; knows no clock. */
public final class Air {
  private final PriorityQueue<Message> onTheWay =
      new PriorityQueue<>(Comparator.comparingLong(Message::atMs).thenComparing(Message::number));
  private final SplittableRandom random;
  private final long quickestMs;
  private final int spreadMs;
  private Weather weather;
  private long numbers;
  private long lost;

  private record Message(long atMs, long number, Runnable arrival) {}

  /**
   * @param quickestMs of a message that is not late
   * @param spreadMs and it may take up to so much longer
   */
  public Air(Weather weather, long quickestMs, int spreadMs, SplittableRandom random) {
    this.weather = weather;
    this.quickestMs = quickestMs;
    this.spreadMs = spreadMs;
    this.random = random;
  }

  /** From now on; what is on its way stays as it is. */
  public void turn(Weather to) {
    weather = to;
  }

  /** Quality of service 0. */
  public void send(long nowMs, Runnable arrival) {
    if (happens(weather.lost())) {
      lost++;
      return;
    }
    put(nowMs + (happens(weather.late()) ? lateMs() : usualMs()), arrival);
    if (happens(weather.doubled())) {
      put(nowMs + lateMs(), arrival);
    }
  }

  /** Quality of service 1. */
  public void sendSurely(long nowMs, Runnable arrival) {
    put(nowMs + usualMs(), arrival);
  }

  private boolean happens(double share) {
    return share > 0 && random.nextDouble() < share;
  }

  private long usualMs() {
    return quickestMs + (spreadMs == 0 ? 0 : random.nextInt(spreadMs));
  }

  private long lateMs() {
    return quickestMs + random.nextLong(Weather.LATEST_MS);
  }

  private void put(long atMs, Runnable arrival) {
    onTheWay.add(new Message(atMs, numbers++, arrival));
  }

  /** Lets everything arrive whose time has come. */
  public void deliver(long nowMs) {
    for (Message next = onTheWay.peek();
        next != null && next.atMs <= nowMs;
        next = onTheWay.peek()) {
      onTheWay.remove();
      next.arrival.run();
    }
  }

  public long lost() {
    return lost;
  }
}
