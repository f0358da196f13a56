package dev.aisle.agv.control.command;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.transport.Closing;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.CommandRule;
import dev.aisle.agv.transport.Grip;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes transports in and changes them as people wish, as far as vehicles still can be told. */
public final class TransportDesk {
  private final Draft draft;

  public TransportDesk(Draft draft) {
    this.draft = draft;
  }

  public void submit(TransportRequest asked) {
    if (draft.transports.containsKey(asked.id())) {
      return;
    }
    TransportRequest request = asked.on(known(asked.terms(), asked.id()));
    TransportRecord record = TransportRecord.waiting(request, draft.now);
    draft.happened(new TransportEvent.Accepted(request.id(), draft.now));
    Optional<Trouble> refusal = refusal(request);
    if (refusal.isPresent()) {
      record = record.over(TransportStage.FAILED, refusal, draft.now);
      draft.happened(new TransportEvent.Failed(request.id(), refusal.get(), draft.now));
    }
    draft.put(record);
  }

  /** A transport before it that is not known has been done long ago; so none waits in a circle. */
  private Terms known(Terms terms, TransportId own) {
    List<TransportId> before =
        terms.after().stream()
            .filter(one -> !one.equals(own) && draft.transports.containsKey(one))
            .toList();
    return terms.following(before, terms.sameVehicle());
  }

  private Optional<Trouble> refusal(TransportRequest request) {
    for (String node : new String[] {request.fromNode(), request.toNode()}) {
      Optional<Trouble> why = noPlace(node);
      if (why.isPresent()) {
        return why;
      }
    }
    for (Terms.Call call : request.terms().calls()) {
      Optional<Trouble> why = noPlace(call.node());
      if (why.isPresent()) {
        return why;
      }
    }
    Optional<Trouble> nobody =
        request
            .terms()
            .intended()
            .filter(vehicle -> !draft.tracks.containsKey(vehicle))
            .map(vehicle -> Trouble.of(Kind.NO_SUCH_VEHICLE, vehicle.value()));
    if (nobody.isPresent()) {
      return nobody;
    }
    return request.fromNode().equals(request.toNode())
        ? Optional.of(Trouble.of(Kind.STANDS_THERE))
        : Optional.empty();
  }

  private Optional<Trouble> noPlace(String node) {
    return CommandRule.place(node, draft.map)
        .map(
            refusal ->
                Trouble.of(
                    refusal == CommandRefusal.NO_SUCH_NODE ? Kind.NO_SUCH_NODE : Kind.PARKING_PLACE,
                    node));
  }

  /** Does what still can be done; what cannot changes nothing. */
  public void change(TransportCommand command) {
    TransportRecord record = draft.transports.get(command.transport());
    if (record == null) {
      return;
    }
    Optional<VehicleTrack> carrier = record.vehicle().map(draft.tracks::get);
    Grip grip = carrier.map(track -> grip(track, record)).orElse(Grip.NONE);
    if (CommandRule.refusal(
            command, record, draft.transports, grip, draft.map, draft.tracks.keySet())
        .isPresent()) {
      return;
    }
    switch (command) {
      case TransportCommand.Cancel cancel -> cancel(record, carrier, grip, cancel.why());
      case TransportCommand.Hold hold -> draft.put(takeFrom(carrier, record).held(true));
      case TransportCommand.LetGo go -> draft.put(letGo(record));
      case TransportCommand.Prioritise wish ->
          draft.put(record.asking(record.request().urgent(wish.priority())));
      case TransportCommand.Intend intend -> intend(record, carrier, intend);
      case TransportCommand.Ask ask ->
          draft.put(
              takeFrom(carrier, record)
                  .asking(record.request().on(known(ask.terms(), record.id()))));
      case TransportCommand.Reroute reroute ->
          reroute(record.asking(record.request().to(reroute.toNode())), carrier, reroute.toNode());
      case TransportCommand.Accept accept ->
          draft.put(record.cleared(Optional.of(accept.accepted())).noted(accept.accepted()));
      case TransportCommand.Close close -> close(record, carrier, close);
    }
  }

  /** How firmly a vehicle has its transport. */
  public static Grip grip(VehicleTrack track, TransportRecord record) {
    Optional<Stop.Kind> sentTo =
        track.isLocated() && track.transport.equals(Optional.of(record.id()))
            ? track.releasedEnd().stop().map(Stop::kind)
            : Optional.empty();
    boolean aboard =
        track.state.stream()
            .flatMap(state -> state.loads().stream())
            .anyMatch(
                load -> load.loadId().isBlank() || load.loadId().equals(record.request().loadId()));
    boolean empty = track.state.map(state -> state.loads().isEmpty()).orElse(false);
    return new Grip(
        sentTo.equals(Optional.of(Stop.Kind.PICK)) && track.wasTold(record.actionId("pick")),
        sentTo.equals(Optional.of(Stop.Kind.DROP)) && track.wasTold(record.actionId("drop")),
        aboard,
        empty,
        track.held.filter(Trouble::isOfGate).isPresent());
  }

  /** What is on the vehicle, or will be before it can be told, is brought to where it came from. */
  private void cancel(
      TransportRecord record, Optional<VehicleTrack> carrier, Grip grip, Trouble why) {
    if (record.stage().isLoaded() || grip.sentToLoad()) {
      bringBack(record, carrier, why);
      return;
    }
    carrier.ifPresent(TransportDesk::release);
    draft.put(record.over(TransportStage.CANCELLED, Optional.of(why), draft.now));
    draft.happened(new TransportEvent.Cancelled(record.id(), why, draft.now));
  }

  /** The load, aboard or about to be, goes to where it came from, and the transport ends there. */
  public void bringBack(TransportRecord record, Optional<VehicleTrack> carrier, Trouble why) {
    reroute(
        record.takenBackTo(record.request().fromNode(), why), carrier, record.request().fromNode());
  }

  /** The load, which is aboard, goes to another node than it was asked for. */
  public void bringTo(TransportRecord record, VehicleTrack carrier, String node) {
    reroute(record.asking(record.request().to(node)), Optional.of(carrier), node);
  }

  private TransportRecord letGo(TransportRecord record) {
    List<TransportId> open =
        record.request().terms().after().stream()
            .filter(
                one ->
                    Optional.ofNullable(draft.transports.get(one))
                        .map(before -> !before.stage().isOver())
                        .orElse(false))
            .toList();
    TransportRequest request = record.request();
    Terms terms = request.terms();
    return record
        .held(false)
        .asking(request.on(terms.following(open, terms.sameVehicle() && !open.isEmpty())));
  }

  private void intend(
      TransportRecord record, Optional<VehicleTrack> carrier, TransportCommand.Intend intend) {
    boolean another = intend.vehicle().isPresent() && !intend.vehicle().equals(record.vehicle());
    TransportRecord asked =
        record.asking(record.request().on(record.request().terms().by(intend.vehicle())));
    draft.put(another ? takeFrom(carrier, asked) : asked);
  }

  /** From a vehicle that has not fetched it and need not. */
  private TransportRecord takeFrom(Optional<VehicleTrack> carrier, TransportRecord record) {
    if (carrier.isEmpty()) {
      return record;
    }
    return takeBack(draft, carrier.get(), record);
  }

  /** The transport waits again; the vehicle has nothing to do any more. */
  public static TransportRecord takeBack(Draft draft, VehicleTrack track, TransportRecord record) {
    release(track);
    TransportRecord waiting = record.unassigned(draft.now);
    draft.put(waiting);
    draft.happened(new TransportEvent.Unassigned(record.id(), track.spec.id(), draft.now));
    return waiting;
  }

  private static void release(VehicleTrack track) {
    track.dropStops();
    track.transport = Optional.empty();
  }

  private void reroute(TransportRecord record, Optional<VehicleTrack> carrier, String toNode) {
    carrier.ifPresent(VehicleTrack::dropStops);
    carrier.filter(VehicleTrack::isLocated).ifPresent(track -> keepLoad(track, record));
    draft.put(record);
    draft.happened(new TransportEvent.Rerouted(record.id(), toNode, draft.now));
  }

  /** It may have leave to drive to where the load was wanted, but not yet to set it down there. */
  private static void keepLoad(VehicleTrack track, TransportRecord record) {
    if (!track.wasTold(record.actionId("drop"))) {
      track.stopsDone(Stop.Kind.DROP);
    }
  }

  public void close(
      TransportRecord record, Optional<VehicleTrack> carrier, TransportCommand.Close close) {
    carrier.ifPresent(this::callOff);
    Closing how = close.how();
    Trouble why = close.why();
    switch (how.kind()) {
      case DELIVERED -> {
        draft.put(
            record
                .asking(record.request().to(how.node()))
                .over(TransportStage.DELIVERED, Optional.of(why), draft.now));
        draft.happened(
            new TransportEvent.Delivered(record.id(), record.vehicle(), how.node(), draft.now));
      }
      case STANDS_AT -> {
        draft.put(
            record
                .takenBackTo(how.node(), why)
                .over(TransportStage.CANCELLED, Optional.of(why), draft.now));
        draft.happened(new TransportEvent.Returned(record.id(), how.node(), why, draft.now));
      }
      case ON_VEHICLE -> {
        draft.put(record.over(TransportStage.FAILED, Optional.of(why), draft.now));
        draft.happened(new TransportEvent.Failed(record.id(), why, draft.now));
      }
    }
  }

  /** What it was told of the transport it must not do any more, as far as it can be told. */
  private void callOff(VehicleTrack track) {
    boolean told = track.isLocated() && track.releasedEnd().stop().isPresent();
    if (track.isLocated() && track.reached == track.released) {
      track.stopDone();
    }
    release(track);
    track.held = Optional.empty();
    if (told && Ability.CANCEL.isIn(track.can)) {
      track.cancelledAt = Optional.of(draft.now);
      draft.outputs.add(
          new DispatchOutput.SendAction(
              new InstantAction(
                  track.spec.id(),
                  "%s-cancel-%d".formatted(track.spec.id(), draft.now.toEpochMilli()),
                  "cancelOrder",
                  Map.of())));
    }
  }
}
