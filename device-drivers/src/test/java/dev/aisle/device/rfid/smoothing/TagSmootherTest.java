package dev.aisle.device.rfid.smoothing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.smoothing.TagSmoother.Change;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TagSmootherTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String TAG = "3174257BF4499602D2000000";

  @Test
  void aTagIsGlimpsedThenObservedThenLostAsAleSays() {
    TagSmoother smoother = new TagSmoother(SmoothingRules.dockPortal(), 10);
    assertThat(smoother.state(TAG)).isEqualTo(TagState.UNKNOWN);
    assertThat(smoother.read(TAG, at(0))).isEqualTo(Change.NONE);
    assertThat(smoother.state(TAG)).isEqualTo(TagState.GLIMPSED);
    assertThat(smoother.read(TAG, at(400))).isEqualTo(Change.OBSERVED);
    assertThat(smoother.state(TAG)).isEqualTo(TagState.OBSERVED);
    assertThat(smoother.expire(at(3_400))).isEmpty();
    assertThat(smoother.expire(at(3_401))).extracting(SmoothedTag::epcHex).containsExactly(TAG);
    assertThat(smoother.state(TAG)).isEqualTo(TagState.UNKNOWN);
  }

  @Test
  void aGlimpseThatTimedOutDoesNotHelpTheNextOne() {
    TagSmoother smoother = new TagSmoother(SmoothingRules.dockPortal(), 10);
    smoother.read(TAG, at(0));
    assertThat(smoother.read(TAG, at(501))).isEqualTo(Change.NONE);
    assertThat(smoother.state(TAG)).isEqualTo(TagState.GLIMPSED);
  }

  @Test
  void countAndTimeAreBothNeeded() {
    Duration second = Duration.ofSeconds(1);
    TagSmoother smoother = new TagSmoother(new SmoothingRules(second, 2, second, second), 10);
    smoother.read(TAG, at(0));
    assertThat(smoother.read(TAG, at(500))).isEqualTo(Change.NONE);
    assertThat(smoother.read(TAG, at(999))).isEqualTo(Change.NONE);
    assertThat(smoother.read(TAG, at(1_000))).isEqualTo(Change.OBSERVED);
  }

  @Test
  void aReadAfterALossNobodyNoticedBeginsAnew() {
    TagSmoother dock = new TagSmoother(SmoothingRules.dockPortal(), 10);
    dock.read(TAG, at(0));
    dock.read(TAG, at(100));
    assertThat(dock.read(TAG, at(3_101))).isEqualTo(Change.LOST);
    assertThat(dock.state(TAG)).isEqualTo(TagState.GLIMPSED);
    TagSmoother conveyor = new TagSmoother(SmoothingRules.conveyor(), 10);
    assertThat(conveyor.read(TAG, at(0))).isEqualTo(Change.OBSERVED);
    assertThat(conveyor.read(TAG, at(701))).isEqualTo(Change.LOST_AND_OBSERVED);
  }

  @Test
  void aPolledHeadNeedsTwoAnswersAndThreeMisses() {
    TagSmoother head = new TagSmoother(SmoothingRules.polledHead(Duration.ofMillis(100)), 10);
    head.read(TAG, at(0));
    assertThat(head.read(TAG, at(100))).isEqualTo(Change.OBSERVED);
    assertThat(head.expire(at(400))).isEmpty();
    assertThat(head.expire(at(401))).hasSize(1);
  }

  @Test
  void aFloodOfGlimpsesPushesOutNoObservedTag() {
    TagSmoother smoother = new TagSmoother(SmoothingRules.dockPortal(), 100);
    smoother.read(TAG, at(0));
    smoother.read(TAG, at(1));
    for (int i = 0; i < 10_000; i++) {
      smoother.read("%024X".formatted(i), at(2));
    }
    assertThat(smoother.observed()).extracting(SmoothedTag::epcHex).containsExactly(TAG);
    assertThat(smoother.dropped()).isEqualTo(9_901);
  }

  private static Instant at(long ms) {
    return START.plusMillis(ms);
  }
}
