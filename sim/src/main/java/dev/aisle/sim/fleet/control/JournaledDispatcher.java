package dev.aisle.sim.fleet.control;

import dev.aisle.agv.control.Dispatcher;
import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.StepResult;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.TransportView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.fleet.floors.FleetFloor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The dispatcher with a store for its journal, which goes through text as in a database. */
public final class JournaledDispatcher implements FleetController {
  private static final ChargingPolicy CHARGING = new ChargingPolicy(25, 60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FleetFloor floor;
  private final Consumer<DispatchJournal> keeper;
  private FleetState state;
  private DispatchJournal stored = DispatchJournal.empty();

  public JournaledDispatcher(FleetFloor floor) {
    this(floor, journal -> {});
  }

  /**
   * @param keeper is given every changed journal before the outputs of its step are handed out
   */
  public JournaledDispatcher(FleetFloor floor, Consumer<DispatchJournal> keeper) {
    this.floor = floor;
    this.keeper = keeper;
    state = start(stored);
  }

  private FleetState start(DispatchJournal journal) {
    return Dispatcher.start(floor.map(), floor.described(), CHARGING, journal);
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    StepResult result = Dispatcher.step(state, now, inputs);
    if (result.journalChanged()) {
      stored = result.journal();
      keeper.accept(stored);
    }
    state = result.state();
    return result.outputs();
  }

  @Override
  public void restart() {
    stored = JSON.readValue(JSON.writeValueAsString(stored), DispatchJournal.class);
    state = start(stored);
  }

  @Override
  public Map<VehicleId, Waiting> waits(Instant now) {
    Map<VehicleId, Waiting> waits = new LinkedHashMap<>();
    for (VehicleView vehicle : state.view(now).vehicles()) {
      vehicle
          .waitsFor()
          .ifPresent(for_ -> waits.put(vehicle.id(), new Waiting(for_.vehicle(), for_.node())));
    }
    return waits;
  }

  @Override
  public List<String> told(Instant now) {
    FleetView view = state.view(now);
    List<String> lines = new ArrayList<>();
    for (VehicleView v : view.vehicles()) {
      lines.add(
          "%s %s at %s base %s horizon %s for %s waits %s trouble %s"
              .formatted(
                  v.id(),
                  v.word(),
                  v.node(),
                  v.baseAhead(),
                  v.horizon(),
                  v.transport().map(Object::toString).orElse("nothing"),
                  v.waitsFor().map(w -> w.vehicle() + " at " + w.node()).orElse("not"),
                  v.trouble().map(Object::toString).orElse("none")));
    }
    for (TransportView t : view.transports()) {
      if (!t.stage().isOver()) {
        lines.add(
            "%s %s to %s %s by %s, not yet because %s %s"
                .formatted(
                    t.request().id(),
                    t.request().fromNode(),
                    t.request().toNode(),
                    t.stage(),
                    t.vehicle().map(VehicleId::value).orElse("nobody"),
                    t.whyNotYet().map(Object::toString).orElse("-"),
                    t.note()));
      }
    }
    return lines;
  }
}
