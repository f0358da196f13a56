package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.handover.Gate;
import dev.aisle.agv.transport.TransportCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The real dispatcher with an RFID gate before every other stand. Gates miss loads, read strange
 * ones and are helped by a person, who accepts a load or holds a reader to it. Nothing may be set
 * down that was neither read nor accepted.
 */
final class GatesThatErr implements Controller {
  private static final double READS_RIGHT = 0.6;
  private static final double READS_OTHER = 0.2;

  /** A person goes round and sees to vehicles that ask. */
  private static final int ROUND_S = 30;

  private final DispatcherUnderTest dispatcher;
  private final Set<String> gated = new HashSet<>();
  private final Set<String> allowed = new HashSet<>();
  private final List<DispatchInput> reads = new ArrayList<>();
  private final Random random;
  private Instant nextRoundAt = Instant.EPOCH;
  int checked;
  int asked;

  GatesThatErr(Floors.Floor floor, long seed) {
    random = new Random(seed);
    List<Gate> gates = new ArrayList<>();
    List<String> stands = floor.stands();
    for (int i = 0; i < stands.size(); i += 2) {
      gated.add(stands.get(i));
      gates.add(new Gate(gateOf(stands.get(i)), Set.of(stands.get(i))));
    }
    dispatcher = new DispatcherUnderTest(floor, FloorMachines.NONE.andGates(gates));
  }

  private static String gateOf(String node) {
    return "gate-" + node;
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchInput> all = new ArrayList<>(inputs);
    all.addAll(reads);
    reads.clear();
    if (!now.isBefore(nextRoundAt)) {
      nextRoundAt = now.plusSeconds(ROUND_S);
      help(now, all);
    }
    return dispatcher.step(now, all);
  }

  private void help(Instant now, List<DispatchInput> all) {
    var view = dispatcher.state().view(now);
    for (var vehicle : view.vehicles()) {
      if (vehicle.trouble().filter(Trouble::isOfGate).isEmpty()) {
        continue;
      }
      asked++;
      view.transports().stream()
          .filter(t -> vehicle.transport().equals(Optional.of(t.request().id())))
          .forEach(
              t -> {
                String load = t.request().loadId();
                allowed.add(load);
                all.add(
                    random.nextBoolean()
                        ? new DispatchInput.Gate(gateOf(t.request().toNode()), load)
                        : new DispatchInput.Change(
                            new TransportCommand.Accept(
                                t.request().id(),
                                Trouble.of(Trouble.Kind.ACCEPTED_BY, "lin", "looked at it"))));
              });
    }
  }

  @Override
  public void passes(String from, String to, Optional<String> loadId) {
    if (loadId.isEmpty() || !gated.contains(to)) {
      return;
    }
    double luck = random.nextDouble();
    if (luck < READS_RIGHT) {
      allowed.add(loadId.get());
      reads.add(new DispatchInput.Gate(gateOf(to), loadId.get()));
    } else if (luck < READS_RIGHT + READS_OTHER) {
      reads.add(new DispatchInput.Gate(gateOf(to), "STRAY-" + random.nextInt(100)));
    }
  }

  @Override
  public void isSetDown(String node, String loadId) {
    if (gated.contains(node)) {
      checked++;
      assertThat(allowed).as("loads that may be set down at %s", node).contains(loadId);
    }
    allowed.remove(loadId);
  }

  @Override
  public void restart() {
    dispatcher.restart();
  }

  @Override
  public String explain(Instant now) {
    return dispatcher.explain(now);
  }
}
