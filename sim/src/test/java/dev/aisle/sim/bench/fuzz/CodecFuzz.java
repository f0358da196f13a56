package dev.aisle.sim.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.device.rfid.Hex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of every codec of {@link FuzzBench}, guided by what of it has been run. The fuzzer says
 * in the first byte which codec, in the second which neighbour and cuts, and in the rest the input;
 * so one process covers all, and each by itself. It begins from the published frames, and keeps
 * what it finds new in {@code target/.cifuzz-corpus} for the next build until that is cleaned.
 *
 * <p>Every build runs it for two minutes ({@link CodecFuzzTest}); {@code mvn -pl sim test
 * -Dfuzz=CodecFuzzForMinutes} takes ten. The run by numbers of inputs is {@code ./aisle bench
 * fuzz}.
 */
class CodecFuzz {
  private static final int CODEC = 0;
  private static final int CHOICES = 1;
  private static final int INPUT = 2;
  private static final int LIKES = 20;

  private static final List<String> CODECS = List.copyOf(FuzzBench.targets().keySet());
  private static final List<FuzzTarget> TARGETS =
      FuzzBench.targets().values().stream().map(Supplier::get).toList();
  private static final long[] TAKEN = new long[TARGETS.size()];
  private static final Duration HANG = Duration.ofSeconds(10);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Begun(byte[] bytes, long nanos) {}

  private static boolean found;
  private static volatile Begun begun = new Begun(new byte[0], Long.MAX_VALUE);

  static {
    Thread.ofPlatform().name("fuzz-watch").daemon().start(CodecFuzz::watch);
  }

  /** The fuzzer's own limit of time is 20 minutes for one input. */
  private static void watch() {
    while (true) {
      LockSupport.parkNanos(HANG.toNanos() / 4);
      Begun now = begun;
      if (now.nanos != Long.MAX_VALUE && System.nanoTime() - now.nanos > HANG.toNanos()) {
        String told = "hangs, codec and choices in the first two bytes: " + Hex.of(now.bytes);
        System.err.println(told);
        try {
          Files.writeString(Path.of("codec-fuzz-hang.txt"), told);
        } catch (IOException e) {
          System.err.println(e);
        }
        Runtime.getRuntime().halt(1);
      }
    }
  }

  @MethodSource("publishedFrames")
  @FuzzTest(maxDuration = "2m")
  void noCodecBreaksARule(byte[] bytes) {
    feed(bytes);
  }

  static Stream<byte[]> publishedFrames() {
    List<byte[]> seeds = new ArrayList<>();
    for (int codec = 0; codec < TARGETS.size(); codec++) {
      for (byte[] sample : TARGETS.get(codec).samples()) {
        byte[] seed = new byte[INPUT + sample.length];
        seed[CODEC] = (byte) codec;
        seed[CHOICES] = (byte) seeds.size();
        System.arraycopy(sample, 0, seed, INPUT, sample.length);
        seeds.add(seed);
      }
    }
    return seeds.stream();
  }

  static void feed(byte[] bytes) {
    if (bytes.length < INPUT) {
      return;
    }
    int codec = (bytes[CODEC] & 0xFF) % TARGETS.size();
    int end = Math.min(bytes.length, INPUT + FuzzTarget.LONGEST_INPUT);
    begun = new Begun(bytes, System.nanoTime());
    try {
      takeWithItsLikes(TARGETS.get(codec), Arrays.copyOfRange(bytes, INPUT, end), bytes[CHOICES]);
    } catch (RuntimeException e) {
      found = true;
      throw new IllegalStateException(CODECS.get(codec) + ": " + e.getMessage(), e);
    } finally {
      begun = new Begun(bytes, Long.MAX_VALUE);
    }
    TAKEN[codec]++;
  }

  /** The fuzzer needs longer for one input than a codec for twenty, so each is damaged as well. */
  private static void takeWithItsLikes(FuzzTarget target, byte[] input, int choices) {
    SplittableRandom random = new SplittableRandom(choices);
    target.given(input, random);
    if (input.length == 0) {
      return;
    }
    Damage damage = new Damage(List.of(input));
    byte[] buffer = new byte[FuzzTarget.LONGEST_INPUT + 64];
    for (int i = 0; i < LIKES; i++) {
      int length = damage.damaged(buffer, random);
      target.given(Arrays.copyOf(buffer, length), random);
    }
  }

  @AfterAll
  static void everyCodecHadItsShare() {
    if (System.getenv("JAZZER_FUZZ") == null || found) {
      return; // only the published frames, one after the other, or not to the end
    }
    for (int codec = 0; codec < TAKEN.length; codec++) {
      assertThat(TAKEN[codec]).as(CODECS.get(codec)).isGreaterThan(20);
    }
  }
}
