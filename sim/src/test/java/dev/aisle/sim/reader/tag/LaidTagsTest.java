package dev.aisle.sim.reader.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaidTagsTest {
  private static final LaidTags.Place TABLE = new LaidTags.Place("table", 1, -45);
  private static final String SSCC = "3174257BF4499602D2000000";

  private final AtomicLong nanos = new AtomicLong();
  private final LaidTags tags = new LaidTags(new SplittableRandom(1), nanos::get);

  @Test
  void aTagIsHeardOnlyWhereItLies() {
    String tid = tags.lay(TABLE, LaidTags.Kind.BLANK).tidHex();
    assertThat(heard("table", 1)).containsExactly(tid);
    assertThat(heard("table", 2)).isEmpty();
    assertThat(heard("gate", 1)).isEmpty();
    assertThat(tags.carry(tid, new LaidTags.Place("gate", 3, -60))).isTrue();
    assertThat(heard("table", 1)).isEmpty();
    assertThat(heard("gate", 3)).containsExactly(tid);
    assertThat(tags.takeAway(tid)).isTrue();
    assertThat(heard("gate", 3)).isEmpty();
    assertThat(tags.takeAway("00")).isFalse();
  }

  @Test
  void theNextOfAStackIsLaidWhenTheOneBeforeHasBeenWrittenForAWhile() {
    List<LaidTags.View> stack = tags.stack(TABLE, 2);
    assertThat(heard("table", 1)).containsExactly(stack.get(0).tidHex());
    write(SSCC);
    assertThat(heard("table", 1)).containsExactly(stack.get(0).tidHex());
    nanos.addAndGet(LaidTags.HANDS_NEED.minus(Duration.ofMillis(1)).toNanos());
    assertThat(heard("table", 1)).containsExactly(stack.get(0).tidHex());
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    heard("table", 1);
    assertThat(heard("table", 1)).containsExactly(stack.get(1).tidHex());
    assertThat(tags.all().getFirst().written()).isTrue();
    assertThat(tags.all().getFirst().place()).isEmpty();
  }

  @Test
  void aTagOfSomebodyTooQuickIsGoneWhenItIsWritten() {
    tags.lay(TABLE, new LaidTags.Kind(Optional.empty(), 0, true));
    write(SSCC);
    assertThat(heard("table", 1)).isEmpty();
  }

  @Test
  void aLockedTagTakesNoOtherEpcWithoutItsPassword() {
    tags.lay(TABLE, new LaidTags.Kind(Optional.of(SSCC), 0xCAFE, false));
    EmulatedTag tag = tags.heardAt("table", 1).getFirst().tag();
    assertThat(tag.write(Bank.EPC, 2, Hex.bytes("0000"), 0))
        .isEqualTo(EmulatedTag.Outcome.Refused.MEMORY_LOCKED);
    assertThat(tag.write(Bank.EPC, 2, Hex.bytes("0000"), 0xCAFE))
        .isInstanceOf(EmulatedTag.Outcome.Done.class);
  }

  @Test
  void thereAreNeverMoreThanAPersonCanLay() {
    tags.stack(TABLE, LaidTags.MOST);
    assertThatThrownBy(() -> tags.lay(TABLE, LaidTags.Kind.BLANK))
        .isInstanceOf(IllegalArgumentException.class);
    tags.takeAway(tags.all().getFirst().tidHex());
    assertThat(tags.lay(TABLE, LaidTags.Kind.BLANK).place()).contains(TABLE);
    assertThat(tags.all()).hasSize(LaidTags.MOST);
    tags.clear("table");
    assertThat(tags.all()).isEmpty();
  }

  private void write(String epcHex) {
    var written =
        tags.heardAt("table", 1).getFirst().tag().write(Bank.EPC, 2, Hex.bytes(epcHex), 0);
    assertThat(written).isInstanceOf(EmulatedTag.Outcome.Done.class);
  }

  private List<String> heard(String reader, int antenna) {
    return tags.heardAt(reader, antenna).stream().map(h -> h.tag().tidHex()).toList();
  }
}
