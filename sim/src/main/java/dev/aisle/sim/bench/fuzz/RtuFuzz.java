package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.modbus.RtuFrame;
import dev.aisle.device.modbus.RtuFrame.Expected;
import dev.aisle.device.modbus.RtuFrame.Heard;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Damaged answers and noise before the good answer to a Modbus RTU request. An answer must be
 * found, must have the right checksum and must be in what was heard; while the good one is not
 * complete nothing but a damaged one with a right checksum may be taken for it.
 */
final class RtuFuzz implements FuzzTarget {
  private static final int UNIT = 2;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Question(Expected expected, byte[] answer) {}

  private final List<Question> questions;
  private final Damage answers;
  private final byte[] buffer = new byte[1024];

  RtuFuzz() {
    questions =
        List.of(
            question(
                new byte[] {3, 0, 4, 0, 6},
                3,
                12,
                0,
                1,
                255,
                196,
                17,
                34,
                51,
                68,
                85,
                102,
                119,
                136),
            question(new byte[] {4, 0, 0, 0, 2}, 4, 4, 1, 2, 3, 4),
            question(new byte[] {1, 0, 0, 0, 10}, 1, 2, 205, 1),
            question(new byte[] {2, 0, 0, 0, 8}, 2, 1, 5),
            question(new byte[] {5, 0, 3, -1, 0}, 5, 0, 3, 255, 0),
            question(new byte[] {6, 0, 7, 18, 52}, 6, 0, 7, 18, 52),
            question(new byte[] {15, 0, 0, 0, 8, 1, -1}, 15, 0, 0, 0, 8),
            question(new byte[] {16, 0, 1, 0, 2, 4, 0, 10, 1, 2}, 16, 0, 1, 0, 2),
            question(new byte[] {3, 0, 4, 0, 6}, 0x83, 4));
    answers =
        new Damage(
            Stream.concat(
                    questions.stream().map(Question::answer),
                    Stream.of(RtuFrame.of(UNIT, new byte[] {3, 0, 4, 0, 6})))
                .toList());
  }

  private static Question question(byte[] request, int... answer) {
    byte[] dataUnit = new byte[answer.length];
    for (int i = 0; i < answer.length; i++) {
      dataUnit[i] = (byte) answer[i];
    }
    return new Question(Expected.answerTo(UNIT, request), RtuFrame.of(UNIT, dataUnit));
  }

  @Override
  public boolean one(SplittableRandom random) {
    return check(answers.damaged(buffer, random), random);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices);
  }

  @Override
  public List<byte[]> samples() {
    return answers.samples();
  }

  private boolean check(int damaged, SplittableRandom random) {
    Question question = questions.get(random.nextInt(questions.size()));
    byte[] good = question.answer;
    System.arraycopy(good, 0, buffer, damaged, good.length);
    int length = damaged + good.length;
    try {
      int part = damaged + random.nextInt(good.length);
      boolean early = RtuFrame.find(buffer, part, question.expected) instanceof Heard.Answer;
      return switch (RtuFrame.find(buffer, length, question.expected)) {
        case Heard.Answer(byte[] dataUnit, int skipped) -> {
          judge(dataUnit, skipped, length);
          if (early && skipped >= damaged) {
            throw new IllegalStateException("an answer that is gone when more is heard");
          }
          yield skipped < damaged && skipped + dataUnit.length + 3 > damaged;
        }
        case Heard.Begun begun -> throw new IllegalStateException("the answer is lost: " + begun);
        case Heard.Broken broken ->
            throw new IllegalStateException("the answer is lost: " + broken);
        case Heard.Nothing nothing ->
            throw new IllegalStateException("the answer is lost: " + nothing);
      };
    } catch (RuntimeException e) {
      throw Damage.broken(e, buffer, length);
    }
  }

  private void judge(byte[] dataUnit, int skipped, int length) {
    int from = skipped + 1;
    int to = from + dataUnit.length;
    if (to + 2 > length
        || !Arrays.equals(dataUnit, 0, dataUnit.length, buffer, from, to)
        || buffer[skipped] != UNIT) {
      throw new IllegalStateException("an answer that was not there");
    }
    if (RtuFrame.crc(buffer, skipped, to + 2) != 0) {
      throw new IllegalStateException("an answer with a wrong checksum");
    }
  }
}
