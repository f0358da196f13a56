package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.Closing;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.hmi.live.fleet.TransportPort;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.wms.transport.Transports;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts what people want of transports to the dispatcher, after asking whether it still can be. */
@Component
final class TransportCommands implements TransportPort {
  private final FleetMemory memory;
  private final FleetLoop loop;
  private final Transports transports;
  private final ApplicationEventPublisher events;

  TransportCommands(
      FleetMemory memory, FleetLoop loop, Transports transports, ApplicationEventPublisher events) {
    this.memory = memory;
    this.loop = loop;
    this.transports = transports;
    this.events = events;
  }

  @Override
  public Command change(String transport, Wish wish, String by) {
    Optional<FleetState> state = memory.state();
    if (state.isEmpty()) {
      return new Command.Refused("dispatcher-starting");
    }
    TransportCommand command = command(new TransportId(transport), wish, by);
    Optional<CommandRefusal> refusal = state.get().refusal(command);
    if (refusal.isPresent()) {
      return new Command.Refused(
          "transport-" + refusal.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    loop.ask(new DispatchInput.Change(command));
    if (wish instanceof Wish.Close close && close.found() != Found.ON_VEHICLE) {
      transports
          .find(new dev.aisle.wms.transport.TransportId(transport))
          .ifPresent(one -> events.publishEvent(new LoadPutDown(one.unit().digits(), close.at())));
    }
    return Command.ACCEPTED;
  }

  private static TransportCommand command(TransportId id, Wish wish, String by) {
    return switch (wish) {
      case Wish.Cancel cancel ->
          new TransportCommand.Cancel(id, Trouble.of(Trouble.Kind.CANCELLED_BY, by));
      case Wish.Hold hold -> new TransportCommand.Hold(id);
      case Wish.LetGo go -> new TransportCommand.LetGo(id);
      case Wish.Reroute reroute -> new TransportCommand.Reroute(id, reroute.to());
      case Wish.Prioritise step -> new TransportCommand.Prioritise(id, step.priority());
      case Wish.Ask ask -> new TransportCommand.Ask(id, terms(ask.terms()));
      case Wish.Accept accept ->
          new TransportCommand.Accept(id, Trouble.of(Trouble.Kind.ACCEPTED_BY, by, accept.why()));
      case Wish.Close close ->
          new TransportCommand.Close(id, closing(close), Trouble.of(Trouble.Kind.CLOSED_BY, by));
    };
  }

  private static Closing closing(Wish.Close close) {
    return switch (close.found()) {
      case DELIVERED -> Closing.delivered(close.at());
      case STANDS_AT -> Closing.standsAt(close.at());
      case ON_VEHICLE -> Closing.onVehicle();
    };
  }

  private static dev.aisle.agv.transport.Terms terms(Terms wanted) {
    return new dev.aisle.agv.transport.Terms(
        wanted.notBefore(),
        wanted.deadline(),
        wanted.after().stream().map(TransportId::new).toList(),
        wanted.sameVehicle(),
        wanted.vehicle().map(VehicleId::new),
        wanted.loadType(),
        wanted.weightKg(),
        wanted.calls().stream().map(TransportCommands::call).toList());
  }

  private static dev.aisle.agv.transport.Terms.Call call(Call wanted) {
    return new dev.aisle.agv.transport.Terms.Call(wanted.node(), wanted.stands());
  }
}
