package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real dispatcher, while somebody closes and opens lanes; nobody may be let onto a closed one.
 */
final class LanesComeAndGo implements Controller {
  private static final int EVERY_S = 20;

  private final DispatcherUnderTest dispatcher;
  private final List<Lane> lanes;
  private final Random random;
  private final Set<String> told = new HashSet<>();
  private final Map<VehicleId, VehicleOrder> last = new HashMap<>();
  private final List<Place> closed = new ArrayList<>();
  private Instant nextAt = Instant.EPOCH;
  int closings;

  LanesComeAndGo(Floors.Floor floor, long seed) {
    dispatcher = new DispatcherUnderTest(floor);
    lanes = floor.map().lanes();
    random = new Random(seed);
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchInput> all = new ArrayList<>(inputs);
    if (!now.isBefore(nextAt)) {
      nextAt = now.plusSeconds(EVERY_S);
      closed.forEach(place -> all.add(new DispatchInput.Open(place, "lin")));
      closed.clear();
      Lane lane = lanes.get(random.nextInt(lanes.size()));
      closed.add(
          random.nextInt(4) == 0 ? Place.node(lane.to()) : Place.lane(lane.from(), lane.to()));
      all.add(new DispatchInput.Close(closed.getFirst(), "lin", "spilled oil"));
      closings++;
    }
    List<DispatchOutput> outputs = dispatcher.step(now, all);
    for (DispatchOutput output : outputs) {
      if (output instanceof DispatchOutput.SendOrder sent
          && told.add(sent.order().orderId() + "/" + sent.order().orderUpdateId())) {
        VehicleOrder before = last.put(sent.order().vehicle(), sent.order());
        assertThat(sent.order().edges())
            .filteredOn(VehicleOrder.Edge::released)
            .filteredOn(edge -> !mayStandOn(edge, before))
            .as("released over %s", closed)
            .noneMatch(this::isClosed);
      }
    }
    return outputs;
  }

  /** It was let there before, and may have forgotten its order on the way. */
  private static boolean mayStandOn(VehicleOrder.Edge edge, @Nullable VehicleOrder before) {
    return before != null
        && before.edges().stream()
            .anyMatch(
                one ->
                    one.released()
                        && one.fromNodeId().equals(edge.fromNodeId())
                        && one.toNodeId().equals(edge.toNodeId()));
  }

  private boolean isClosed(VehicleOrder.Edge edge) {
    return closed.stream()
        .anyMatch(
            place ->
                place.equals(Place.node(edge.toNodeId()))
                    || place.equals(Place.lane(edge.fromNodeId(), edge.toNodeId())));
  }

  @Override
  public void restart() {
    dispatcher.restart();
  }

  @Override
  public String explain(Instant now) {
    return closed + "\n" + dispatcher.explain(now);
  }
}
