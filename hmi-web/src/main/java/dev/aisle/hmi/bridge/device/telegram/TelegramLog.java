package dev.aisle.hmi.bridge.device.telegram;

import dev.aisle.hmi.live.device.TelegramSource;
import dev.aisle.hmi.live.device.TelegramView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The newest telegrams of one device, and those who look on. What a telegram says is worked out
 * only for those who look: a controller is asked a hundred times a second, mostly unwatched.
 */
public final class TelegramLog implements TelegramSource {
  public static final int KEPT = 200;

  private record Kept(
      long number,
      Instant at,
      boolean sent,
      Supplier<String> hex,
      Supplier<Map<String, Object>> meaning) {
    TelegramView view() {
      return new TelegramView(number, at, sent, hex.get(), meaning.get());
    }
  }

  private final Deque<Kept> newest = new ArrayDeque<>();
  private final List<Consumer<TelegramView>> listeners = new CopyOnWriteArrayList<>();
  private volatile Secrets secrets = Secrets.NONE;
  private long number;

  public void add(Instant at, boolean sent, String hex, Map<String, Object> meaning) {
    add(at, sent, () -> hex, () -> meaning);
  }

  /** From now on this is not shown. */
  public void hide(Secrets hidden) {
    secrets = hidden;
  }

  /**
   * @param hex asked later, from any thread, once for each who looks
   * @param meaning likewise
   */
  public void add(
      Instant at, boolean sent, Supplier<String> hex, Supplier<Map<String, Object>> meaning) {
    Kept telegram;
    Secrets hidden = secrets;
    synchronized (this) {
      telegram =
          new Kept(++number, at, sent, () -> hidden.in(hex.get()), () -> hidden.in(meaning.get()));
      newest.addLast(telegram);
      if (newest.size() > KEPT) {
        newest.removeFirst();
      }
    }
    if (!listeners.isEmpty()) {
      TelegramView view = telegram.view();
      listeners.forEach(listener -> listener.accept(view));
    }
  }

  @Override
  public boolean told() {
    return true;
  }

  @Override
  public List<TelegramView> last() {
    List<Kept> kept;
    synchronized (this) {
      kept = List.copyOf(newest);
    }
    return kept.stream().map(Kept::view).toList();
  }

  @Override
  public Listening listen(Consumer<TelegramView> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
