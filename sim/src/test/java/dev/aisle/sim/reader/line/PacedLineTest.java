package dev.aisle.sim.reader.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacedLineTest {
  private static final long MS = 1_000_000L;
  private static final byte[] FRAME = new byte[24];

  private final List<byte[]> left = new ArrayList<>();
  private final PacedLine line = new PacedLine(115_200, new SplittableRandom(5), left::add);

  @Test
  void aByteTakesTenBitsOfTheLine() {
    line.say(new byte[1152], 0);
    assertThat(line.due(50 * MS)).hasSize(576);
    assertThat(line.due(50 * MS)).isEmpty();
    assertThat(left).isEmpty();
    assertThat(line.due(100 * MS + 1000)).hasSize(576);
    assertThat(left).hasSize(1);
    assertThat(line.isEmpty()).isTrue();
  }

  @Test
  void aLineLookedAtTooSeldomIsStillFull() {
    int sent = 0;
    for (long now = 0; now <= 1000 * MS; now += 7 * MS) {
      sent += line.due(now).length;
      while (line.backlogNanos() < 10 * MS) {
        line.say(FRAME, now);
      }
    }
    assertThat(sent).isBetween(11_300, 11_520);
  }

  @Test
  void whatIsSaidAfterAPauseDoesNotTravelInThePast() {
    line.say(FRAME, 0);
    line.due(10 * MS);
    line.say(FRAME, 500 * MS);
    assertThat(line.due(500 * MS)).isEmpty();
    assertThat(line.due(501 * MS)).hasSize(11);
  }

  @Test
  void onRequestNoFrameIsCut() {
    line.wholeFrames(true);
    line.say(FRAME, 0);
    line.say(FRAME, 0);
    assertThat(line.due(2 * MS)).isEmpty();
    assertThat(line.due(3 * MS)).hasSize(24);
    assertThat(line.due(5 * MS)).hasSize(24);
  }

  @Test
  void aSlowLineTakesLonger() {
    line.faults(LineFaults.NONE.withSlower(10));
    line.say(FRAME, 0);
    assertThat(line.due(10 * MS)).hasSize(11);
  }

  @Test
  void aLateAnswerComesLate() {
    line.faults(LineFaults.NONE.withLate(Duration.ofMillis(300)));
    line.say(FRAME, 0);
    assertThat(line.due(299 * MS)).isEmpty();
    assertThat(line.due(310 * MS)).hasSize(24);
  }

  @Test
  void framesAreHandedOverInOnePieceWhenTheyAreMerged() {
    line.faults(LineFaults.NONE.withMerged(Duration.ofMillis(100)));
    line.say(FRAME, 0);
    line.due(5 * MS);
    line.say(FRAME, 6 * MS);
    line.say(FRAME, 20 * MS);
    assertThat(line.due(60 * MS)).isEmpty();
    assertThat(line.due(105 * MS)).hasSize(48);
  }

  @Test
  void aSplitFrameHasAPauseInside() {
    line.faults(LineFaults.NONE.withSplit(1));
    line.say(FRAME, 0);
    int first = line.due(4 * MS).length;
    assertThat(first).isBetween(1, 23);
    assertThat(left).isEmpty();
    assertThat(first + line.due(60 * MS).length).isEqualTo(24);
    assertThat(left).containsExactly(FRAME);
  }

  @Test
  void noiseWrongBitsAndLossesHappenAsOftenAsTheyShould() {
    line.faults(LineFaults.NONE.withNoise(0.5));
    assertThat(sayAThousand()).isBetween(24_000 + 1_500, 24_000 + 3_000);
    line.faults(LineFaults.NONE.withLostBytes(0.1));
    assertThat(sayAThousand()).isBetween(21_000, 22_200);
    line.faults(LineFaults.NONE.withSilence());
    assertThat(sayAThousand()).isZero();
    line.faults(LineFaults.NONE.withWrongChecksum(1));
    line.say(FRAME, 0);
    int ones = 0;
    for (byte each : line.due(1_000_000 * MS)) {
      ones += Integer.bitCount(each & 0xFF);
    }
    assertThat(ones).isOne();
  }

  private int sayAThousand() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 1000; i++) {
      line.say(FRAME, 0);
      out.writeBytes(line.due(1_000_000L * MS));
    }
    return out.size();
  }
}
