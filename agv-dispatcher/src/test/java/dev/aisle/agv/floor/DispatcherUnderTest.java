package dev.aisle.agv.floor;

import dev.aisle.agv.control.Dispatcher;
import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.StepResult;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.transport.TransportStage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The real dispatcher with a store for its journal. */
final class DispatcherUnderTest implements Controller {
  private final Floor floor;
  private final FloorMachines machines;
  private FleetState state;
  private DispatchJournal stored = DispatchJournal.empty();

  DispatcherUnderTest(Floor floor) {
    this(floor, FloorMachines.NONE);
  }

  DispatcherUnderTest(Floor floor, FloorMachines machines) {
    this.floor = floor;
    this.machines = machines;
    state = fresh();
  }

  private FleetState fresh() {
    return Dispatcher.start(
        floor.map(), floor.vehicles(), new ChargingPolicy(25, 60), machines, stored);
  }

  FleetState state() {
    return state;
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    StepResult result = Dispatcher.step(state, now, inputs);
    if (result.journalChanged()) {
      stored = result.journal();
    }
    state = result.state();
    return result.outputs();
  }

  @Override
  public void restart() {
    state = fresh();
  }

  @Override
  public String explain(Instant now) {
    var view = state.view(now);
    return view.vehicles().stream()
            .map(
                v ->
                    "%s %s base %s horizon %s waits %s for %s %s"
                        .formatted(
                            v.id(),
                            v.word(),
                            v.baseAhead(),
                            v.horizon(),
                            v.waitsFor(),
                            v.transport(),
                            v.trouble().map(Trouble::sentence)))
            .collect(Collectors.joining("\n"))
        + "\n"
        + view.transports().stream()
            .filter(t -> t.stage() != TransportStage.DELIVERED)
            .map(
                t ->
                    "%s %s>%s %s %s %s"
                        .formatted(
                            t.request().id(),
                            t.request().fromNode(),
                            t.request().toNode(),
                            t.stage(),
                            t.vehicle(),
                            t.whyNotYet()))
            .collect(Collectors.joining("\n"));
  }
}
