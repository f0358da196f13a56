package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Tags on a table before a reader. Of several that a command is meant for, any may answer. */
final class BenchField implements TagField {
  final List<BenchTag> tags = new ArrayList<>();

  /** Antenna → how strongly it hears a tag; others are heard by antenna 1 only. */
  final Map<BenchTag, Map<Integer, Integer>> places = new IdentityHashMap<>();

  /** The antennas that sent a command for a tag, in order, and what happens before a write. */
  final List<Integer> sending = new ArrayList<>();

  Runnable beforeWrite = () -> {};
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
        place(tag)
            .forEach(
                (antenna, rssi) -> {
                  if (random.nextDouble() >= missed) {
                    seen.add(seen(tag, antenna, rssi));
                  }
                });
      }
    }
    return new Inventory.Seen(seen);
  }

  private Map<Integer, Integer> place(BenchTag tag) {
    return places.getOrDefault(tag, Map.of(1, 50));
  }

  private static TagSeen seen(BenchTag tag, int antenna, int rssi) {
    return new TagSeen(
        antenna,
        OptionalInt.empty(),
        tag.epc(),
        OptionalInt.of(rssi),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  @Override
  public AccessAnswer access(TagCommand command) {
    for (int antenna = 1; antenna < 4; antenna++) {
      AccessAnswer answer = access(antenna, command);
      if (!(answer instanceof AccessAnswer.NoTag)) {
        return answer;
      }
    }
    return new AccessAnswer.NoTag();
  }

  @Override
  public AccessAnswer access(int antenna, TagCommand command) {
    if (command instanceof TagCommand.Write) {
      beforeWrite.run();
    }
    sending.add(antenna);
    List<BenchTag> meant =
        tags.stream()
            .filter(tag -> place(tag).containsKey(antenna))
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
