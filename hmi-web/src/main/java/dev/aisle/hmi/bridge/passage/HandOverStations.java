package dev.aisle.hmi.bridge.passage;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.handover.Station;
import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.handover.StationState;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.work.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The machines of the site's nodes that take and give loads: tells the dispatcher how they stand,
 * and sets their two outputs as it wants. Outputs are written by a thread of its own, for a
 * controller may be waited for; what is not confirmed is written again at the next look.
 */
public final class HandOverStations implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * Said again after so long, though nothing changed: the dispatcher does not believe old words.
   */
  private static final Duration SAID_AGAIN = Duration.ofSeconds(1);

  private final Map<String, Site.HandOver> stations = new LinkedHashMap<>();
  private final Points points;
  private final Map<String, StationSignal> wanted = new ConcurrentHashMap<>();
  private final Map<String, Boolean> written = new ConcurrentHashMap<>();
  private final Map<String, Said> said = new HashMap<>();
  private final Rounds rounds = new Rounds("hand-over", PAUSE, this::write);

  private record Said(StationState state, Instant at) {}

  public HandOverStations(Site site, Points points) {
    this.points = points;
    site.floor()
        .nodes()
        .forEach(node -> node.handOver().ifPresent(one -> stations.put(node.id(), one)));
  }

  /** Begins to write outputs; not needed where no node has such a machine. */
  public void start() {
    if (!stations.isEmpty()) {
      rounds.start();
    }
  }

  List<Station> all() {
    List<Station> all = new ArrayList<>();
    stations.forEach((node, one) -> all.add(new Station(node, one.instead(), one.within())));
    return all;
  }

  /** What the dispatcher has to be told now. For its thread alone. */
  List<DispatchInput> look(Instant now) {
    List<DispatchInput> news = new ArrayList<>();
    stations.forEach(
        (node, one) -> {
          StationState state = stateOf(one);
          Said before = said.get(node);
          if (before == null
              || before.state() != state
              || !now.isBefore(before.at().plus(SAID_AGAIN))) {
            said.put(node, new Said(state, now));
            news.add(new DispatchInput.Station(node, state));
          }
        });
    return news;
  }

  private StationState stateOf(Site.HandOver station) {
    Optional<Boolean> ready = points.value(station.ready());
    Optional<Boolean> occupied = points.value(station.occupied());
    if (ready.isEmpty() || occupied.isEmpty()) {
      return StationState.UNKNOWN;
    }
    if (!ready.get()) {
      return StationState.NOT_READY;
    }
    return occupied.get() ? StationState.LOADED : StationState.FREE;
  }

  /** What the dispatcher wants of a station. Returns at once. */
  void tell(String node, StationSignal signal) {
    wanted.put(node, signal);
  }

  private void write() {
    wanted.forEach(
        (node, signal) -> {
          Site.HandOver station = stations.get(node);
          if (station != null) {
            rounds.attempt(node, () -> write(station, signal));
          }
        });
  }

  /** A request stands before "busy" and after it, so the station never sees "busy" alone. */
  private void write(Site.HandOver station, StationSignal signal) {
    boolean transferring = signal == StationSignal.TRANSFERRING;
    if (transferring) {
      write(station.request(), true);
      write(station.busy(), true);
    } else {
      write(station.busy(), false);
      write(station.request(), signal == StationSignal.REQUESTED);
    }
  }

  private void write(String output, boolean on) {
    boolean asWritten = Optional.of(on).equals(Optional.ofNullable(written.get(output)));
    boolean asRead = points.value(output).map(value -> value == on).orElse(true);
    if (asWritten && asRead) {
      return;
    }
    written.remove(output);
    if (points.write(output, on)) {
      written.put(output, on);
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
