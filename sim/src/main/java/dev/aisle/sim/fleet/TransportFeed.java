package dev.aisle.sim.fleet;

import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.world.TaggedUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Asks for transports: always so many at once, from a stand with a load to an empty one, both drawn
 * by seed. Checks on the ground what it is told.
 */
public final class TransportFeed {
  /** Of a tag that nobody reads here. */
  private static final String EPC = "3174257BF4499602D2000000";

  private final FleetFloor floor;
  private final LoadGround ground;
  private final SplittableRandom random;
  private final FleetWork work;
  private final Instant start;
  private final List<String> stands;
  private final Map<TransportId, TransportRequest> open = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<String> wrongs = new ArrayList<>();
  private final Map<VehicleId, Integer> by = new LinkedHashMap<>();
  private boolean over;
  private int asked;

  public TransportFeed(
      FleetFloor floor, LoadGround ground, FleetWork work, Instant start, SplittableRandom random) {
    this.start = start;
    this.floor = floor;
    this.ground = ground;
    this.work = work;
    this.random = random;
    stands = shuffled(floor.stands());
    for (int i = 0; i < stands.size(); i += 2) {
      ground.place(stands.get(i), new TaggedUnit("%018d".formatted(i + 1), EPC));
    }
  }

  private List<String> shuffled(List<String> all) {
    List<String> left = new ArrayList<>(all);
    List<String> drawn = new ArrayList<>();
    while (!left.isEmpty()) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }

  /** What to ask for now, so that the wanted number is open again. */
  public List<TransportRequest> due(Instant now) {
    List<TransportRequest> due = new ArrayList<>();
    over |= !now.isBefore(start.plus(work.asking()));
    while (!over && asked < work.transports() && open.size() < work.atOnce()) {
      Optional<TransportRequest> next = next(now);
      if (next.isEmpty()) {
        break;
      }
      due.add(next.get());
    }
    return due;
  }

  private Optional<TransportRequest> next(Instant now) {
    int begin = random.nextInt(stands.size());
    for (int i = 0; i < stands.size(); i++) {
      String from = stands.get((begin + i) % stands.size());
      Optional<TaggedUnit> load = ground.at(from);
      if (load.isEmpty() || taken.contains(from)) {
        continue;
      }
      Optional<String> to = target(from);
      if (to.isPresent()) {
        TransportRequest request =
            new TransportRequest(
                new TransportId("T" + ++asked), load.get().sscc(), from, to.get(), 0, now);
        open.put(request.id(), request);
        taken.add(from);
        taken.add(to.get());
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }

  private Optional<String> target(String from) {
    int begin = random.nextInt(stands.size());
    for (int i = 0; i < stands.size(); i++) {
      String to = stands.get((begin + i) % stands.size());
      if (!taken.contains(to) && ground.at(to).isEmpty() && floor.layout().mayGo(from, to)) {
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }

  /** What the controller tells. The same may be told again after its restart. */
  public void heard(TransportEvent event) {
    switch (event) {
      case TransportEvent.Delivered done -> {
        if (over(done.transport(), true, "")) {
          done.vehicle().ifPresent(vehicle -> by.merge(vehicle, 1, Integer::sum));
        }
      }
      case TransportEvent.Failed failed -> over(failed.transport(), false, failed.why().toString());
      case TransportEvent.Cancelled ended -> over(ended.transport(), false, ended.why().toString());
      case TransportEvent.Returned back -> over(back.transport(), false, back.why().toString());
      case TransportEvent.WrongLoad wrong -> wrongs.add("%s".formatted(wrong));
      case TransportEvent.Accepted accepted -> {}
      case TransportEvent.Assigned assigned -> {}
      case TransportEvent.Unassigned left -> {}
      case TransportEvent.Rerouted elsewhere -> {}
      case TransportEvent.PickedUp picked -> {}
    }
  }

  /** True when its load stands where it shall, for the first time. */
  private boolean over(TransportId id, boolean done, String why) {
    TransportRequest request = open.remove(id);
    if (request == null) {
      return false;
    }
    taken.remove(request.fromNode());
    taken.remove(request.toNode());
    boolean stands =
        ground.at(request.toNode()).map(TaggedUnit::sscc).equals(Optional.of(request.loadId()));
    if (!done || !stands) {
      wrongs.add(
          "%s from %s to %s: %s"
              .formatted(
                  id,
                  request.fromNode(),
                  request.toNode(),
                  done ? "told as delivered, but its load is not there" : why));
    }
    return done && stands;
  }

  public boolean isDone() {
    return (over || asked >= work.transports()) && open.isEmpty();
  }

  public Collection<TransportRequest> open() {
    return open.values();
  }

  /** How many each vehicle has brought. */
  public Map<VehicleId, Integer> by() {
    return Map.copyOf(by);
  }

  public int asked() {
    return asked;
  }

  /** Transports that ended otherwise than by their load standing where it shall. */
  public List<String> wrongs() {
    return List.copyOf(wrongs);
  }
}
