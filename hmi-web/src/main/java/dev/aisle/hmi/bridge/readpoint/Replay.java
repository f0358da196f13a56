package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.PassStore;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.recording.ReadRecording;
import dev.aisle.device.rfid.recording.StreamEvent;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.readpoint.DecidedPasses.Decided;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides a recording again, and compares with what was decided then. */
public final class Replay {

  /**
   * What came of it.
   *
   * @param events given to the read points again
   * @param tornFiles files that end in a damaged block, as after a crash
   * @param same decisions that came out as they were
   * @param onlyThen decided then and not now
   * @param onlyNow decided now and not then
   */
  public record Comparison(
      long events, int tornFiles, int same, List<Decided> onlyThen, List<Decided> onlyNow) {
    public Comparison {
      onlyThen = List.copyOf(onlyThen);
      onlyNow = List.copyOf(onlyNow);
    }

    public boolean equal() {
      return onlyThen.isEmpty() && onlyNow.isEmpty();
    }
  }

  private Replay() {}

  /**
   * @param folder of one run, as the program records it
   * @param rules the site whose rules decide now
   */
  public static Comparison of(Path folder, Site rules) throws IOException {
    return of(folder, rules, PassStore.none());
  }

  /**
   * @param why is told of everything that is decided now, with its reasons
   */
  public static Comparison of(Path folder, Site rules, PassStore why) throws IOException {
    List<ReadPoint> points = ReadPointWords.of(rules);
    Set<String> known = points.stream().map(ReadPoint::id).collect(Collectors.toSet());
    ReadPoints again = new ReadPoints(points, why);
    List<TagPass> told = new ArrayList<>();
    ReadRecording.Played played =
        new ReadRecording(folder)
            .play(
                event -> {
                  if (concernsOne(event, known)) {
                    ReadRecording.give(event, again);
                  }
                  told.addAll(again.take());
                });
    Set<Decided> now = new LinkedHashSet<>();
    told.forEach(pass -> now.add(Decided.of(pass)));
    Set<Decided> then = new LinkedHashSet<>(DecidedPasses.read(folder));
    List<Decided> onlyThen = then.stream().filter(one -> !now.contains(one)).toList();
    List<Decided> onlyNow = now.stream().filter(one -> !then.contains(one)).toList();
    return new Comparison(
        played.events(), played.tornFiles(), then.size() - onlyThen.size(), onlyThen, onlyNow);
  }

  /** A read point that these rules do not have any more is told nothing. */
  private static boolean concernsOne(StreamEvent event, Set<String> known) {
    return switch (event) {
      case StreamEvent.Eye eye -> known.contains(eye.event().readPoint());
      case StreamEvent.Expect list -> known.contains(list.readPoint());
      case StreamEvent.EyesWork eyes -> known.contains(eyes.readPoint());
      case StreamEvent.Read read -> true;
      case StreamEvent.Advance time -> true;
      case StreamEvent.Point point -> true;
    };
  }
}
