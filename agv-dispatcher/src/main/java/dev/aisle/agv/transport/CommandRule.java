package dev.aisle.agv.transport;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which changes a transport still bears. Asked by screens first, and by the dispatcher again. */
public final class CommandRule {
  private CommandRule() {}

  /** Why not, or empty if it can be done. */
  public static Optional<CommandRefusal> refusal(
      TransportCommand command,
      TransportRecord record,
      Map<TransportId, TransportRecord> all,
      Grip grip,
      Roadmap map,
      Set<VehicleId> fleet) {
    if (record.stage().isOver()) {
      return Optional.of(CommandRefusal.ENDED);
    }
    boolean fetched = record.stage().isLoaded() || grip.sentToLoad();
    return switch (command) {
      case TransportCommand.Cancel cancel ->
          record.takenBack().isPresent() ? Optional.of(CommandRefusal.ENDED) : whenBringing(grip);
      case TransportCommand.Hold hold -> whenFetching(fetched);
      case TransportCommand.Ask ask -> asking(ask, all, fetched, map, fleet);
      case TransportCommand.LetGo go -> Optional.empty();
      case TransportCommand.Prioritise priority -> Optional.empty();
      case TransportCommand.Intend intend ->
          intend.vehicle().isPresent() && !fleet.contains(intend.vehicle().get())
              ? Optional.of(CommandRefusal.NO_SUCH_VEHICLE)
              : whenFetching(fetched);
      case TransportCommand.Reroute reroute ->
          place(reroute.toNode(), map).or(() -> whenBringing(grip));
      case TransportCommand.Accept accept ->
          grip.heldByGate() ? Optional.empty() : Optional.of(CommandRefusal.NOT_HELD_BY_GATE);
      case TransportCommand.Close close -> closing(close.how(), record, grip, map);
    };
  }

  private static Optional<CommandRefusal> asking(
      TransportCommand.Ask ask,
      Map<TransportId, TransportRecord> all,
      boolean fetched,
      Roadmap map,
      Set<VehicleId> fleet) {
    Terms terms = ask.terms();
    if (terms.intended().filter(one -> !fleet.contains(one)).isPresent()) {
      return Optional.of(CommandRefusal.NO_SUCH_VEHICLE);
    }
    if (terms.after().stream().anyMatch(one -> leadsBack(one, ask.transport(), all))) {
      return Optional.of(CommandRefusal.WAITS_IN_A_CIRCLE);
    }
    return terms.calls().stream()
        .map(call -> place(call.node(), map))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> whenFetching(fetched));
  }

  private static boolean leadsBack(
      TransportId from, TransportId to, Map<TransportId, TransportRecord> all) {
    Deque<TransportId> ahead = new ArrayDeque<>(List.of(from));
    Set<TransportId> seen = new HashSet<>();
    while (!ahead.isEmpty()) {
      TransportId one = ahead.pop();
      if (one.equals(to)) {
        return true;
      }
      TransportRecord record = all.get(one);
      if (seen.add(one) && record != null) {
        ahead.addAll(record.request().terms().after());
      }
    }
    return false;
  }

  private static Optional<CommandRefusal> whenFetching(boolean tooLate) {
    return tooLate ? Optional.of(CommandRefusal.ALREADY_FETCHED) : Optional.empty();
  }

  private static Optional<CommandRefusal> whenBringing(Grip grip) {
    return grip.sentToPlace() ? Optional.of(CommandRefusal.ALREADY_THERE) : Optional.empty();
  }

  private static Optional<CommandRefusal> closing(
      Closing how, TransportRecord record, Grip grip, Roadmap map) {
    return switch (how.kind()) {
      case DELIVERED, STANDS_AT ->
          grip.loadAboard() ? Optional.of(CommandRefusal.LOAD_IS_ABOARD) : place(how.node(), map);
      case ON_VEHICLE ->
          record.vehicle().isEmpty() || grip.empty()
              ? Optional.of(CommandRefusal.LOAD_NOT_ABOARD)
              : Optional.empty();
    };
  }

  /** Why no load can be put down at a node. */
  public static Optional<CommandRefusal> place(String node, Roadmap map) {
    if (!map.has(node)) {
      return Optional.of(CommandRefusal.NO_SUCH_NODE);
    }
    return map.node(node).kind().isHome()
        ? Optional.of(CommandRefusal.NO_PLACE_FOR_LOADS)
        : Optional.empty();
  }
}
