package dev.aisle.sim.reader.tag;

import dev.aisle.sim.world.TagInField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The air around one reader: the tags that the world has put there, some of them missed, and now
 * and then a ghost, an EPC that no tag has. Used by the one thread of its reader.
 */
public final class TagField implements AirField {
  private static final int RSSI_SPREAD_DB = 3;
  private static final int GHOST_RSSI_DBM = -75;
  private static final int FIRST_CHANNEL_KHZ = 920_125;
  private static final int CHANNEL_KHZ = 250;
  private static final int CHANNELS = 20;
  private static final int PHASES = 181;

  private final Supplier<List<TagInField>> heard;
  private final IntFunction<List<LaidTags.Heard>> laid;
  private final TagMemories memories;
  private final DoubleSupplier missed;
  private final DoubleSupplier ghosts;
  private final int antennas;
  private final RandomGenerator random;

  /**
   * @param heard tags that can be heard now
   * @param missed probability per round that a tag is not heard
   * @param ghosts probability per round that one is heard that is not there
   * @param antennas how many are plugged in, from 1 on
   */
  public TagField(
      Supplier<List<TagInField>> heard,
      TagMemories memories,
      DoubleSupplier missed,
      DoubleSupplier ghosts,
      int antennas,
      RandomGenerator random) {
    this(heard, antenna -> List.of(), memories, missed, ghosts, antennas, random);
  }

  /** With the tags that people have laid before this reader by hand. */
  public TagField(
      String reader,
      Supplier<List<TagInField>> heard,
      LaidTags laid,
      TagMemories memories,
      DoubleSupplier missed,
      DoubleSupplier ghosts,
      int antennas,
      RandomGenerator random) {
    this(
        heard,
        antenna -> laid.heardAt(reader, antenna),
        memories,
        missed,
        ghosts,
        antennas,
        random);
  }

  private TagField(
      Supplier<List<TagInField>> heard,
      IntFunction<List<LaidTags.Heard>> laid,
      TagMemories memories,
      DoubleSupplier missed,
      DoubleSupplier ghosts,
      int antennas,
      RandomGenerator random) {
    this.heard = heard;
    this.laid = laid;
    this.memories = memories;
    this.missed = missed;
    this.ghosts = ghosts;
    this.antennas = antennas;
    this.random = random;
  }

  @Override
  public List<Echo> inventory(int antenna) {
    if (!isConnected(antenna)) {
      return List.of();
    }
    List<Echo> echoes = new ArrayList<>();
    double missing = missed.getAsDouble();
    for (TagInField tag : heard.get()) {
      if (!tag.isHeardBy(antenna)) {
        continue;
      }
      EmulatedTag memory = memories.tag(tag.epcHex());
      if (random.nextDouble() >= missing && !memory.isKilled()) {
        echoes.add(echo(memory, tag.rssiDbm()));
      }
    }
    for (LaidTags.Heard tag : laid.apply(antenna)) {
      if (random.nextDouble() >= missing && !tag.tag().isKilled()) {
        echoes.add(echo(tag.tag(), tag.rssiDbm()));
      }
    }
    if (random.nextDouble() < ghosts.getAsDouble()) {
      echoes.add(echo(EmulatedTag.of(ghostEpc()), GHOST_RSSI_DBM));
    }
    return echoes;
  }

  private Echo echo(EmulatedTag tag, int rssiDbm) {
    return new Echo(
        tag,
        rssiDbm + random.nextInt(-RSSI_SPREAD_DB, RSSI_SPREAD_DB + 1),
        FIRST_CHANNEL_KHZ + CHANNEL_KHZ * random.nextInt(CHANNELS),
        random.nextInt(PHASES));
  }

  private String ghostEpc() {
    return "%016X%08X".formatted(random.nextLong(), random.nextInt());
  }

  @Override
  public boolean isConnected(int antenna) {
    return antenna >= 1 && antenna <= antennas;
  }
}
