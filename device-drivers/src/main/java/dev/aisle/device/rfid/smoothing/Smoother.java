package dev.aisle.device.rfid.smoothing;

import dev.aisle.device.rfid.TagRead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Turns the reads and eye breaks of one read point into passes. Knows no clock and no thread: the
 * same steps give the same passes. A pass is told once: as soon as its direction is known, or else
 * when the tag is gone. A tag that was told is told again only after it was gone.
 */
public final class Smoother {
  private final String readPoint;
  private final SmoothingRules rules;
  private final EyeSequence eyes;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private long dropped;

  public Smoother(String readPoint, SmoothingRules rules) {
    this.readPoint = readPoint;
    this.rules = rules;
    this.eyes = new EyeSequence(rules.passTime());
  }

  /**
   * Takes what came in since the last step, in any order, and says which passes are certain now. To
   * be called several times a second, also when nothing came in.
   */
  public List<TagPass> step(Instant now, List<TagRead> reads, List<EyeEvent> eyeEvents) {
    eyeEvents.stream()
        .filter(event -> event.readPoint().equals(readPoint))
        .sorted(Comparator.comparing(EyeEvent::at))
        .forEach(eyes::add);
    reads.forEach(this::add);
    List<TagPass> passes = new ArrayList<>();
    Iterator<Track> all = tracks.values().iterator();
    while (all.hasNext()) {
      Track track = all.next();
      track.earlyPass().ifPresent(passes::add);
      if (track.isOver(now)) {
        track.lastPass().ifPresent(passes::add);
        all.remove();
      }
    }
    eyes.forgetBefore(now.minus(rules.lostTimeout()).minus(rules.slack()).minus(rules.passTime()));
    return passes;
  }

  /** Reads dropped because more tags were there than may be kept. */
  public long dropped() {
    return dropped;
  }

  /** Tags kept at this moment. */
  public int liveTags() {
    return tracks.size();
  }

  private void add(TagRead read) {
    Track track = tracks.get(read.epcHex());
    if (track != null) {
      track.add(read);
      return;
    }
    // Room first from tags only glimpsed, then from tags already told: no pass is lost by either.
    if (tracks.size() >= rules.mostTags()
        && !makeRoom(one -> !one.observed())
        && !makeRoom(one -> one.told)) {
      dropped++;
      return;
    }
    tracks.put(read.epcHex(), new Track(read));
  }

  private boolean makeRoom(Predicate<Track> mayGo) {
    Optional<Track> oldest =
        tracks.values().stream().filter(mayGo).min(Comparator.comparing(track -> track.last));
    oldest.ifPresent(
        track -> {
          tracks.remove(track.epcHex);
          dropped++;
        });
    return oldest.isPresent();
  }

  /** One tag, from its first read until it is gone. */
  private final class Track {
    private final String epcHex;
    private Instant first;
    private Instant last;
    private int count;
    private OptionalDouble peak;
    private boolean told;

    Track(TagRead read) {
      this.epcHex = read.epcHex();
      this.first = read.at();
      this.last = read.at();
      this.count = 1;
      this.peak = read.rssiDbm();
    }

    void add(TagRead read) {
      first = read.at().isBefore(first) ? read.at() : first;
      last = read.at().isAfter(last) ? read.at() : last;
      count = count == Integer.MAX_VALUE ? count : count + 1;
      if (read.rssiDbm().isPresent()) {
        double rssi = read.rssiDbm().getAsDouble();
        peak = OptionalDouble.of(Math.max(peak.orElse(rssi), rssi));
      }
    }

    boolean observed() {
      return count >= rules.observedCount()
          && Duration.between(first, last).compareTo(rules.observedTime()) >= 0;
    }

    boolean isOver(Instant now) {
      Duration patience = observed() ? rules.lostTimeout() : rules.glimpsedTimeout();
      return last.plus(patience).isBefore(now);
    }

    Optional<TagPass> earlyPass() {
      if (told || !observed()) {
        return Optional.empty();
      }
      if (!rules.eyes()) {
        return Optional.of(tell(Direction.UNKNOWN, "no eyes here"));
      }
      return eyes.passages().stream()
          .filter(this::belongsTo)
          .findFirst()
          .map(
              passage ->
                  tell(
                      passage.direction(),
                      (passage.direction() == Direction.IN
                              ? "outer eye %s, inner eye %s"
                              : "inner eye %s, outer eye %s")
                          .formatted(passage.firstEye(), passage.secondEye())));
    }

    Optional<TagPass> lastPass() {
      return told || !observed()
          ? Optional.empty()
          : Optional.of(tell(Direction.UNKNOWN, "the eyes were not passed in order"));
    }

    private boolean belongsTo(EyeSequence.Passage passage) {
      return !first.isAfter(passage.secondEye().plus(rules.slack()))
          && !last.isBefore(passage.firstEye().minus(rules.slack()))
          && !first.isBefore(passage.firstEye().minus(rules.waiting()));
    }

    private TagPass tell(Direction direction, String why) {
      told = true;
      return new TagPass(readPoint, epcHex, first, last, count, peak, direction, why);
    }
  }
}
