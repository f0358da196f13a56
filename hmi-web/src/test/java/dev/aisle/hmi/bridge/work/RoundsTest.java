package dev.aisle.hmi.bridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void aLookThatFailsIsFollowedByTheNext() {
    try (Rounds rounds =
        new Rounds(
            "failing",
            AT_ONCE,
            () -> {
              if (looks.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("every other look");
              }
              throw new AssertionError("and the others worse");
            })) {
      rounds.start();
      await().until(() -> looks.get() > 4);
    }
  }

  @Test
  void aPartThatFailsKeepsNoOtherFromBeingLookedAt() {
    try (Rounds rounds = new Rounds("parts", AT_ONCE, looks::incrementAndGet)) {
      rounds.attempt(
          "first",
          () -> {
            throw new IllegalStateException("first");
          });
      rounds.attempt("second", looks::incrementAndGet);
    }
    assertThat(looks).hasValue(1);
  }

  @Test
  void closingWaitsForTheLookThatIsUnderWayAndNoOtherFollows() throws InterruptedException {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Rounds rounds =
        new Rounds(
            "slow",
            AT_ONCE,
            () -> {
              under.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              looks.incrementAndGet();
            });
    rounds.start();
    under.await();
    Thread closing = Thread.ofPlatform().start(rounds::close);
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    goOn.countDown();
    closing.join();
    assertThat(looks).hasValue(1);
    assertThat(interrupted).isFalse();
    rounds.close();
  }
}
