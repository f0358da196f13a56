package dev.aisle.hmi.demo;

import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceDraft;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.ArriveOutcome;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.storage.Storage;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Announces deliveries while there is room for them and brings a truck to every dock that is free.
 * Also puts the pallets of a truck on the simulated floor again when the program was killed between
 * the arrival in the books and the arrival on the floor.
 */
@Component
class DemoTrucks implements DemoStory.Part {
  private static final Logger LOG = LoggerFactory.getLogger(DemoTrucks.class);
  private static final Actor GATE = new Actor("gate");
  private static final int PALLETS_PER_TRUCK = 4;

  /** With people at the stations trucks keep coming, but the house is not filled up. */
  private static final double FILL_AT_MOST = 0.7;

  private final Site site;
  private final RunOptions options;
  private final Inbound inbound;
  private final Units units;
  private final Locations locations;
  private final Storage storage;
  private final DemoGoods goods;
  private final Clock clock;

  /**
   * Which delivery the truck at each dock brought; an empty truck that has left does not return.
   */
  private final Map<String, AdviceId> stood = new HashMap<>();

  DemoTrucks(
      Site site,
      RunOptions options,
      Inbound inbound,
      Units units,
      Locations locations,
      Storage storage,
      DemoGoods goods,
      Clock clock) {
    this.site = site;
    this.options = options;
    this.inbound = inbound;
    this.units = units;
    this.locations = locations;
    this.storage = storage;
    this.goods = goods;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    if (!goods.ready()) {
      return;
    }
    for (Site.Node dock : site.nodes(Site.NodeUse.DOCK)) {
      LocationId place = new LocationId(dock.id());
      Optional<AdviceId> here = inbound.at(place);
      if (here.isPresent()) {
        inbound.find(here.get()).ifPresent(advice -> standAt(dock.id(), advice, world));
      } else if (hasRoom() && units.at(place).isEmpty()) {
        bring(place, world);
      }
    }
  }

  private boolean hasRoom() {
    List<LocationId> slots =
        locations.ofType(LocationType.SLOT).stream().map(location -> location.id()).toList();
    long taken = slots.stream().filter(slot -> !units.at(slot).isEmpty()).count();
    long coming =
        site.nodes(Site.NodeUse.DOCK).stream()
                .flatMap(dock -> inbound.at(new LocationId(dock.id())).stream())
                .flatMap(id -> inbound.find(id).stream())
                .mapToLong(advice -> advice.pallets().size() - advice.received())
                .sum()
            + storage.waiting().size();
    return taken + coming + PALLETS_PER_TRUCK <= slots.size() * FILL_AT_MOST;
  }

  private void bring(LocationId dock, Simulator world) {
    AdviceId advice = inbound.announced().stream().findFirst().or(this::announce).orElse(null);
    if (advice == null) {
      return;
    }
    if (inbound.arrive(advice, dock) instanceof ArriveOutcome.Arrived arrived) {
      LOG.debug("{} has come to {}", arrived.advice(), arrived.dock());
      inbound.find(advice).ifPresent(found -> standAt(dock.value(), found, world));
    }
  }

  private Optional<AdviceId> announce() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<AdviceDraft.Pallet> pallets = new ArrayList<>();
    for (DemoGoods.Wanted wanted : goods.leastStocked(PALLETS_PER_TRUCK)) {
      LocalDate bestBefore = today.plusDays(wanted.item().shelfLifeDays().orElse(180));
      pallets.add(
          new AdviceDraft.Pallet(
              Optional.empty(),
              Optional.empty(),
              wanted.item().id().value(),
              wanted.quantity(),
              Optional.of("L" + today.toString().replace("-", "") + "-" + wanted.serial()),
              Optional.of(bestBefore.plusDays(wanted.serial() % 30))));
    }
    if (pallets.isEmpty()) {
      return Optional.empty();
    }
    AdviceDraft draft =
        new AdviceDraft(Optional.empty(), goods.supplier(), Optional.empty(), pallets);
    return switch (inbound.announce(draft, new Actor("supplier"))) {
      case dev.aisle.wms.inbound.AnnounceOutcome.Announced announced ->
          Optional.of(announced.advice());
      case dev.aisle.wms.inbound.AnnounceOutcome.AlreadyAnnounced known ->
          Optional.of(known.advice());
      case dev.aisle.wms.inbound.AnnounceOutcome.Refused refused -> {
        LOG.warn("{} refuses a delivery: {}", GATE, refused.problems());
        yield Optional.empty();
      }
    };
  }

  /** The same advice again changes nothing on the floor. */
  private void standAt(String dock, Advice advice, Simulator world) {
    boolean known =
        world.view().trucks().stream()
            .anyMatch(truck -> truck.adviceId().equals(advice.id().value()));
    if (known || advice.state() == AdviceState.CLOSED || advice.id().equals(stood.get(dock))) {
      return;
    }
    List<TaggedUnit> pallets = advice.pallets().stream().flatMap(pallet -> tagged(pallet)).toList();
    world.truckArrives(dock, advice.id().value(), pallets);
    stood.put(dock, advice.id());
    LOG.info("A truck with {} pallets is at {} ({})", pallets.size(), dock, options.operators());
  }

  private Stream<TaggedUnit> tagged(Advice.Pallet pallet) {
    return units
        .find(pallet.sscc())
        .flatMap(HandlingUnit::tag)
        .map(tag -> new TaggedUnit(pallet.sscc().digits(), tag.hex()))
        .stream();
  }
}
