package dev.aisle.hmi.bridge.device;

import dev.aisle.hmi.live.TelegramSource;
import dev.aisle.hmi.live.TelegramView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The newest telegrams of one device, and those who look on. */
final class TelegramLog implements TelegramSource {
  static final int KEPT = 200;

  private final boolean told;
  private final Deque<TelegramView> newest = new ArrayDeque<>();
  private final List<Consumer<TelegramView>> listeners = new CopyOnWriteArrayList<>();
  private long number;

  /**
   * @param told whether the driver tells its telegrams at all
   */
  TelegramLog(boolean told) {
    this.told = told;
  }

  void add(java.time.Instant at, boolean sent, String hex, java.util.Map<String, Object> meaning) {
    TelegramView telegram;
    synchronized (this) {
      telegram = new TelegramView(++number, at, sent, hex, meaning);
      newest.addLast(telegram);
      if (newest.size() > KEPT) {
        newest.removeFirst();
      }
    }
    listeners.forEach(listener -> listener.accept(telegram));
  }

  @Override
  public boolean told() {
    return told;
  }

  @Override
  public synchronized List<TelegramView> last() {
    return List.copyOf(newest);
  }

  @Override
  public Listening listen(Consumer<TelegramView> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
