package dev.aisle.sim.reader.tag;

import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Tags that a person lays before readers by hand, such as blank ones before an encoding station.
 * Whoever has a stack of blanks lays the next one when the last has been written for a while. At
 * most {@value #MOST} tags; they are known by their chip identity. Thread-safe.
 */
public final class LaidTags {
  static final int MOST = 200;

  /** Seen on the screen, taken away, the next one taken from the stack. */
  static final Duration HANDS_NEED = Duration.ofSeconds(2);

  private static final int USER_WORDS = 32;
  private static final int PASSWORD_WORD = 2;
  private static final String NOWHERE = "";

  private final RandomGenerator random;
  private final LongSupplier nanos;
  private final Map<String, Laid> tags = new LinkedHashMap<>();

  /** How a tag lies there. */
  public record Place(String reader, int antenna, int rssiDbm) {
    public Place {
      if (antenna < 1 || rssiDbm > 0 || rssiDbm < -100) {
        throw new IllegalArgumentException(
            "no tag lies at antenna %d with %d dBm".formatted(antenna, rssiDbm));
      }
    }
  }

  /**
   * What is special about a tag.
   *
   * @param epcHex what it carries; as delivered when empty
   * @param lockedWith access password that its EPC is locked with; 0 for none
   * @param leavesWhenWritten it is gone as soon as its EPC changes, as of somebody too quick
   */
  public record Kind(Optional<String> epcHex, int lockedWith, boolean leavesWhenWritten) {
    public static final Kind BLANK = new Kind(Optional.empty(), 0, false);
  }

  /**
   * A tag as it is now.
   *
   * @param place empty while it waits in a stack or lies nowhere
   */
  public record View(String tidHex, String epcHex, Optional<Place> place, boolean written) {}

  private static final class Laid {
    private final EmulatedTag tag;
    private final Kind kind;
    private final String delivered;
    private Place place;
    private boolean stacked;
    private long writtenNanos;
    private boolean written;

    Laid(EmulatedTag tag, Kind kind, Place place, boolean stacked) {
      this.tag = tag;
      this.kind = kind;
      this.delivered = tag.epcHex();
      this.place = place;
      this.stacked = stacked;
    }

    boolean isHeardAt(String reader, int antenna) {
      return !stacked && place.reader.equals(reader) && place.antenna == antenna;
    }

    View view() {
      boolean somewhere = !stacked && !place.reader.equals(NOWHERE);
      return new View(
          tag.tidHex(),
          tag.epcHex(),
          somewhere ? Optional.of(place) : Optional.empty(),
          !tag.epcHex().equals(delivered));
    }
  }

  public LaidTags(RandomGenerator random) {
    this(random, System::nanoTime);
  }

  LaidTags(RandomGenerator random, LongSupplier nanos) {
    this.random = random;
    this.nanos = nanos;
  }

  /**
   * Lays a tag there, in addition to what lies there.
   *
   * @throws IllegalArgumentException when there are too many, or the EPC is none
   */
  public synchronized View lay(Place place, Kind kind) {
    return add(place, kind, false).view();
  }

  /** A stack of blank tags: the first is laid now, each other one when the one before is done. */
  public synchronized List<View> stack(Place place, int count) {
    List<View> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      views.add(add(place, Kind.BLANK, i > 0).view());
    }
    return views;
  }

  private Laid add(Place place, Kind kind, boolean stacked) {
    if (tags.size() >= MOST) {
      forgetOneTakenAway();
    }
    if (tags.size() >= MOST) {
      throw new IllegalArgumentException("more than %d tags".formatted(MOST));
    }
    // As delivered, chips of this family carry their maker's number and no GS1 key.
    long number = random.nextLong(1L << 48);
    EmulatedTag tag =
        new EmulatedTag(
            kind.epcHex()
                .map(hex -> hex.toUpperCase(Locale.ROOT))
                .orElse("E28011052000%012X".formatted(number)),
            "E280110520%014X".formatted(number),
            USER_WORDS);
    if (kind.lockedWith() != 0) {
      byte[] password = ByteBuffer.allocate(4).putInt(kind.lockedWith()).array();
      tag.write(Bank.RESERVED, PASSWORD_WORD, password, 0);
      tag.lock(Lock.Field.EPC, Lock.Action.LOCK, kind.lockedWith());
    }
    Laid laid = new Laid(tag, kind, place, stacked);
    tags.put(tag.tidHex(), laid);
    return laid;
  }

  private void forgetOneTakenAway() {
    tags.values().stream()
        .filter(laid -> !laid.stacked && laid.place.reader.equals(NOWHERE))
        .findFirst()
        .ifPresent(oldest -> tags.remove(oldest.tag.tidHex()));
  }

  /** Carries a tag to another reader; false when there is no such tag. */
  public synchronized boolean carry(String tidHex, Place place) {
    Laid laid = tags.get(tidHex.toUpperCase(Locale.ROOT));
    if (laid == null) {
      return false;
    }
    laid.place = place;
    laid.stacked = false;
    return true;
  }

  /** Takes a tag off the reader; it can be carried to another. False when there is no such tag. */
  public synchronized boolean takeAway(String tidHex) {
    return carry(tidHex, new Place(NOWHERE, 1, 0));
  }

  /** Throws away all tags before a reader, and its stack. */
  public synchronized void clear(String reader) {
    tags.values().removeIf(laid -> laid.place.reader.equals(reader));
  }

  public synchronized List<View> all() {
    return tags.values().stream().map(Laid::view).toList();
  }

  /** A tag that an antenna can hear now. */
  record Heard(EmulatedTag tag, int rssiDbm) {}

  synchronized List<Heard> heardAt(String reader, int antenna) {
    List<Heard> heard = new ArrayList<>();
    boolean next = false;
    for (Laid laid : tags.values()) {
      if (laid.isHeardAt(reader, antenna) && !isGone(laid)) {
        heard.add(new Heard(laid.tag, laid.place.rssiDbm));
        next = next || isDone(laid);
      }
    }
    if (next) {
      layNext(reader);
    }
    return heard;
  }

  private static boolean isGone(Laid laid) {
    return laid.kind.leavesWhenWritten() && !laid.tag.epcHex().equals(laid.delivered);
  }

  private boolean isDone(Laid laid) {
    if (!laid.written) {
      laid.written = !laid.tag.epcHex().equals(laid.delivered);
      laid.writtenNanos = nanos.getAsLong();
      return false;
    }
    return nanos.getAsLong() - laid.writtenNanos >= HANDS_NEED.toNanos();
  }

  /** Only where a stack waits is a written tag taken away. */
  private void layNext(String reader) {
    Optional<Laid> waiting =
        tags.values().stream().filter(l -> l.stacked && l.place.reader.equals(reader)).findFirst();
    if (waiting.isEmpty()) {
      return;
    }
    for (Laid laid : tags.values()) {
      if (laid.written && laid.isHeardAt(reader, waiting.get().place.antenna)) {
        laid.place = new Place(NOWHERE, 1, 0);
      }
    }
    waiting.get().stacked = false;
  }
}
