package dev.aisle.device.rfid.uhf;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells what goes over one line, to whoever listens; costs nothing while nobody does. */
public final class Telegrams<F> {
  private final UhfDialect<F> dialect;
  private final Clock clock;
  private final List<Consumer<Telegram>> listeners = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream noise = new ByteArrayOutputStream();

  public Telegrams(UhfDialect<F> dialect, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
  }

  public TelegramTap tap(Consumer<Telegram> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void sent(F frame, byte[] bytes) {
    if (!listeners.isEmpty()) {
      tell(new Telegram(clock.instant(), true, Hex.of(bytes), dialect.explain(frame)));
    }
  }

  public void heard(F frame) {
    if (!listeners.isEmpty()) {
      byte[] bytes = dialect.codec().encode(frame);
      tell(new Telegram(clock.instant(), false, Hex.of(bytes), dialect.explain(frame)));
    }
  }

  public void skipped(byte one) {
    if (!listeners.isEmpty()) {
      noise.write(one);
    }
  }

  /** Tells the noise that came together as one. */
  void endOfNoise() {
    if (noise.size() > 0) {
      String hex = Hex.of(noise.toByteArray());
      noise.reset();
      tell(new Telegram(clock.instant(), false, hex, Map.of("type", "noise")));
    }
  }

  private void tell(Telegram telegram) {
    listeners.forEach(listener -> listener.accept(telegram));
  }
}
