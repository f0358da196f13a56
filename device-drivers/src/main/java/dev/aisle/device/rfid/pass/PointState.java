package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EyeRules;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.smoothing.SmoothingTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One read point while it runs: its rules in quick form, its eyes, and what it has learned. */
final class PointState {
  /** Room for the latest pass of so many tags, against the same pass told twice. */
  private static final int MOST_TOLD = 4_096;

  public final ReadPoint point;
  public final PassRules rules;
  public final SmoothingTimes times;
  public final List<AntennaRef> antennas;
  public final AntennaLine[] lines;
  public final @Nullable EyeRules eyeRules;
  public final EyeSequence eyes;
  public final StaticTags statics = new StaticTags();
  public final Set<String> neighbours = new LinkedHashSet<>();
  final boolean looksAtTime;
  final boolean keepsEvidence;
  public final long slack;
  public final long standing;
  public boolean eyesWork = true;
  @Nullable Set<String> expected;

  /** Tags kept now. */
  public int live;

  private final Map<String, Told> told =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > MOST_TOLD;
        }
      };

  public record Told(Direction direction, long at) {}

  PointState(ReadPoint point, boolean keepsEvidence) {
    this.point = point;
    this.rules = point.rules();
    this.times = new SmoothingTimes(point.smoothing());
    this.antennas =
        new ArrayList<>(
            point.antennas().keySet().stream()
                .sorted(
                    Comparator.comparing(AntennaRef::reader).thenComparingInt(AntennaRef::antenna))
                .toList());
    this.lines = antennas.stream().map(point.antennas()::get).toArray(AntennaLine[]::new);
    this.eyeRules = rules.eyes().orElse(null);
    this.eyes =
        new EyeSequence(rules.eyes().map(EyeRules::passTime).map(d -> d.toNanos()).orElse(0L));
    this.slack = rules.eyes().map(EyeRules::slack).map(d -> d.toNanos()).orElse(0L);
    this.standing = rules.eyes().map(EyeRules::standing).map(d -> d.toNanos()).orElse(0L);
    this.neighbours.addAll(point.neighbours());
    this.looksAtTime = eyeRules != null || ordered();
    this.keepsEvidence = keepsEvidence;
  }

  boolean hasEyes() {
    return eyeRules != null && eyesWork;
  }

  public boolean ordered() {
    return rules.order().isPresent() && point.hasBothLines();
  }

  boolean tooWeak(double dbm) {
    OptionalDouble least = rules.strength().leastDbm();
    return least.isPresent() && dbm < least.getAsDouble();
  }

  public void tell(String epcHex, Direction direction, long at) {
    if (!rules.tags().notAgainWithin().isZero()) {
      told.put(epcHex, new Told(direction, at));
    }
  }

  /** When it went the same way not long ago. */
  @Nullable Told toldBefore(String epcHex, Direction direction, long at) {
    Told before = told.get(epcHex);
    boolean again =
        before != null
            && before.direction() == direction
            && direction != Direction.UNKNOWN
            && at - before.at() < rules.tags().notAgainWithin().toNanos();
    return again ? before : null;
  }
}
