package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.AccessAnswer;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.TagCommand;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.device.rfid.uhf.TagSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Tags on a table before a reader. Of several that a command is meant for, any may answer. */
final class BenchField implements TagField {
  final List<BenchTag> tags = new ArrayList<>();
  private final RandomGenerator random;

  /** Words until the power goes in the next write, as often as there are entries. */
  final List<Integer> cuts = new ArrayList<>();

  /** Whether the tag leaves the field when the power goes. */
  boolean leavesWhenCut;

  /** How often the answer to a write is lost although it was done. */
  int answersLost;

  /** How likely a tag is not heard. */
  double missed;

  BenchField(long seed, BenchTag... tags) {
    random = new java.util.SplittableRandom(seed);
    this.tags.addAll(List.of(tags));
  }

  @Override
  public Inventory inventory(Duration length) {
    List<TagSeen> seen = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (BenchTag tag : tags) {
        if (random.nextDouble() >= missed) {
          seen.add(
              new TagSeen(
                  1,
                  OptionalInt.empty(),
                  tag.epc(),
                  OptionalInt.empty(),
                  OptionalDouble.empty(),
                  OptionalInt.empty(),
                  OptionalDouble.empty(),
                  Optional.empty()));
        }
      }
    }
    return new Inventory.Seen(seen);
  }

  @Override
  public AccessAnswer access(TagCommand command) {
    List<BenchTag> meant =
        tags.stream()
            .filter(tag -> command.target().map(tag.epc()::equals).orElse(true))
            .filter(tag -> random.nextDouble() >= missed)
            .toList();
    if (meant.isEmpty()) {
      return new AccessAnswer.NoTag();
    }
    BenchTag tag = meant.get(random.nextInt(meant.size()));
    return switch (command) {
      case TagCommand.Read read -> tag.read(read);
      case TagCommand.Lock lock -> tag.lock(lock);
      case TagCommand.Write write -> write(tag, write);
    };
  }

  private AccessAnswer write(BenchTag tag, TagCommand.Write write) {
    int lasts = cuts.isEmpty() ? Integer.MAX_VALUE : cuts.removeFirst();
    AccessAnswer answer = tag.write(write, lasts);
    if (answer instanceof AccessAnswer.NoAnswer && leavesWhenCut) {
      tags.remove(tag);
    }
    if (answer instanceof AccessAnswer.Done && answersLost > 0) {
      answersLost--;
      return new AccessAnswer.NoAnswer();
    }
    return answer;
  }
}
