package dev.aisle.hmi.bridge.passage;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.passage.lift.Cab;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.device.plc.machine.MachineState;
import dev.aisle.hmi.app.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lifts of the site: tells the dispatcher how they stand, and their controllers where the
 * dispatcher wants them. For the dispatcher's thread alone.
 */
public final class LaneLifts {
  private static final Logger LOG = LoggerFactory.getLogger(LaneLifts.class);

  /**
   * Said again after so long, though nothing changed: the dispatcher does not believe old words.
   */
  private static final Duration SAID_AGAIN = Duration.ofSeconds(1);

  private final List<String> lifts;
  private final Machines machines;
  private final Map<String, Said> said = new HashMap<>();

  private record Said(Cab cab, Instant at) {}

  public LaneLifts(Site site, Machines machines) {
    this.lifts = site.floor().lifts().stream().map(Site.Lift::id).toList();
    this.machines = machines;
  }

  /** What the dispatcher has to be told now. */
  List<DispatchInput> look(Instant now) {
    List<DispatchInput> news = new ArrayList<>();
    for (String lift : lifts) {
      Cab cab = machines.machine(lift).map(LaneLifts::cab).orElse(Cab.UNKNOWN);
      Said before = said.get(lift);
      if (before == null
          || !before.cab().equals(cab)
          || !now.isBefore(before.at().plus(SAID_AGAIN))) {
        said.put(lift, new Said(cab, now));
        news.add(new DispatchInput.Lift(lift, cab));
      }
    }
    return news;
  }

  private static Cab cab(MachineReport report) {
    if (!(report.state() instanceof MachineState.Lift lift)) {
      return Cab.UNKNOWN;
    }
    return switch (lift) {
      case UNKNOWN -> Cab.UNKNOWN;
      case MOVING -> Cab.BETWEEN;
      case FAULT -> Cab.FAULT;
      case CLOSED, OPEN -> new Cab.At(report.detail(), false);
      case READY -> new Cab.At(report.detail(), true);
    };
  }

  /** What the dispatcher wants of a lift. One that cannot be told is asked again by it. */
  void move(String lift, LiftMove move) {
    MachineCommand command =
        switch (move) {
          case LiftMove.Call call -> new MachineCommand.Call(call.level());
          case LiftMove.Free free -> new MachineCommand.LetGo();
          case LiftMove.Reset reset -> new MachineCommand.Acknowledge();
        };
    if (machines.command(lift, command) instanceof CommandAnswer.Refused no) {
      LOG.info("Lift {} was not told to {}: {}", lift, move, no.sentence());
    }
  }
}
