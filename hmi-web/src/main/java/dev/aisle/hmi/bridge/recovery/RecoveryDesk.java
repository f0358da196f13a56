package dev.aisle.hmi.bridge.recovery;

import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.RecoveryRefusal;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.fleet.FleetLoop;
import dev.aisle.hmi.bridge.fleet.FleetMemory;
import dev.aisle.hmi.bridge.fleet.LoadPutDown;
import dev.aisle.hmi.live.fleet.RecoveryPort;
import dev.aisle.hmi.live.fleet.VehicleRecovery;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Asks dispatcher and books whether what a person found can be, and then tells both. The books and
 * the note of it commit together; the dispatcher asks itself again when its turn comes.
 */
@Component
class RecoveryDesk implements RecoveryPort {
  private final Site site;
  private final FleetMemory memory;
  private final FleetLoop loop;
  private final Transports transports;
  private final UnitBooks books;
  private final RecoveryLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RecoveryDesk(
      Site site,
      FleetMemory memory,
      FleetLoop loop,
      Transports transports,
      UnitBooks books,
      RecoveryLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.site = site;
    this.memory = memory;
    this.loop = loop;
    this.transports = transports;
    this.books = books;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<VehicleRecovery> look(String vehicle) {
    return view(vehicle).map(this::look);
  }

  private VehicleRecovery look(VehicleView view) {
    String vehicle = view.id().value();
    FleetMemory.Heard heard = memory.of(view.id());
    boolean silent = view.word() == VehicleView.Word.UNKNOWN || isGone(heard);
    return new VehicleRecovery(
        vehicle,
        nearest(heard.pose()),
        heard.state() == null ? null : heard.state().lastNodeId(),
        memory.state().map(state -> state.canBeToldWhereItIs(view.id())).orElse(false),
        silent ? null : !view.loads().isEmpty(),
        view.loads().stream()
            .map(VehicleReport.Load::loadId)
            .filter(id -> !id.isBlank())
            .findFirst()
            .orElse(null),
        books.on(vehicle),
        transport(view).map(RecoveryDesk::carried).orElse(null),
        log.of(vehicle));
  }

  private static boolean isGone(FleetMemory.Heard heard) {
    return heard.connection() == ConnectionState.BROKEN
        || heard.connection() == ConnectionState.OFFLINE;
  }

  private @Nullable String nearest(VehicleReport.@Nullable Pose pose) {
    return pose == null
        ? null
        : site.floor().nodes().stream()
            .min(
                Comparator.comparingDouble(
                    node -> Math.hypot(node.xM() - pose.xM(), node.yM() - pose.yM())))
            .map(Site.Node::id)
            .orElse(null);
  }

  private static VehicleRecovery.Carried carried(Transport transport) {
    return new VehicleRecovery.Carried(
        transport.id().value(),
        transport.unit().digits(),
        transport.from().value(),
        transport.to().value(),
        transport.state() == TransportState.PICKED_UP);
  }

  @Override
  @Transactional
  public Answer recover(String vehicle, Found found, String by) {
    Optional<VehicleView> view = view(vehicle);
    Optional<FleetState> state = memory.state();
    if (view.isEmpty() || state.isEmpty()) {
      return site.vehicles().stream().anyMatch(one -> one.id().equals(vehicle))
          ? new Answer.Refused(Optional.empty(), "dispatcher-starting", List.of())
          : new Answer.NoVehicle();
    }
    Optional<Transport> transport = transport(view.get());
    Recovery told = recovery(found, by);
    List<Sscc> moved = books.putDown(vehicle, found, transport);
    Optional<Answer.Refused> refused =
        books
            .refusal(vehicle, found, transport)
            .or(
                () ->
                    state
                        .get()
                        .refusal(new VehicleId(vehicle), told, clock.instant())
                        .map(RecoveryDesk::refused))
            .or(() -> books.book(vehicle, found, transport, by));
    if (refused.isPresent()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return refused.get();
    }
    log.write(vehicle, found, transport.map(one -> one.id().value()), by, clock.instant());
    found
        .putAt()
        .ifPresent(
            place ->
                moved.forEach(unit -> events.publishEvent(new LoadPutDown(unit.digits(), place))));
    loop.ask(new DispatchInput.Recover(new VehicleId(vehicle), told));
    return new Answer.Done();
  }

  private Optional<VehicleView> view(String vehicle) {
    return memory.view().vehicles().stream()
        .filter(one -> one.id().value().equals(vehicle))
        .findFirst();
  }

  private Optional<Transport> transport(VehicleView view) {
    return view.transport().flatMap(id -> transports.find(new TransportId(id.value())));
  }

  private static Recovery recovery(Found found, String by) {
    Recovery.Aboard aboard =
        switch (found.aboard()) {
          case NOTHING -> new Recovery.Aboard.Nothing();
          case UNIT -> new Recovery.Aboard.Unit(found.unit().orElse(""));
          case UNKNOWN -> new Recovery.Aboard.Unknown();
        };
    String putAt = found.putAt().orElse("");
    Recovery.Fate fate =
        switch (found.fate()) {
          case NONE -> new Recovery.Fate.NoTransport();
          case CARRY_ON -> new Recovery.Fate.CarryOn();
          case GIVE_TO_ANOTHER -> new Recovery.Fate.GiveToAnother();
          case BRING_BACK -> new Recovery.Fate.BringBack();
          case DELIVERED -> new Recovery.Fate.Delivered(putAt);
          case STANDS_AT -> new Recovery.Fate.StandsAt(putAt);
        };
    return new Recovery(found.node(), aboard, fate, found.off(), by);
  }

  private static Answer.Refused refused(RecoveryRefusal why) {
    Optional<String> field =
        switch (why.answer()) {
          case VEHICLE -> Optional.empty();
          case NODE -> Optional.of("node");
          case ABOARD -> Optional.of("aboard");
          case FATE -> Optional.of("fate");
          case PLACE -> Optional.of("putAt");
        };
    return new Answer.Refused(
        field, why.name().toLowerCase(Locale.ROOT).replace('_', '-'), List.of());
  }
}
