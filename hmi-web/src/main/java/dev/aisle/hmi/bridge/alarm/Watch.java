package dev.aisle.hmi.bridge.alarm;

import dev.aisle.hmi.bridge.lead.Leadership;
import dev.aisle.hmi.bridge.work.Rounds;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Looks at the running site from soon after the bridge has begun until shortly before it ends. */
public abstract class Watch implements SmartLifecycle {
  private volatile Optional<Rounds> rounds = Optional.empty();

  /** The rounds of one run, not started yet. */
  public abstract Rounds rounds();

  @Override
  public final synchronized void start() {
    Rounds watching = rounds();
    rounds = Optional.of(watching);
    watching.start();
  }

  @Override
  public final synchronized void stop() {
    rounds.ifPresent(Rounds::close);
    rounds = Optional.empty();
  }

  @Override
  public final boolean isRunning() {
    return rounds.isPresent();
  }

  @Override
  public final int getPhase() {
    return Leadership.PHASE + 10;
  }
}
